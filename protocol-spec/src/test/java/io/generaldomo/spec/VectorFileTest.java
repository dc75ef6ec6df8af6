package io.generaldomo.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

final class VectorFileTest {
    private static List<GoldenVector> parse(String text) {
        return VectorFile.parse("g", text.lines().toList());
    }

    @Test
    void fieldsBeforeTheFirstVectorHoldForAll() {
        List<GoldenVector> vectors = parse("""
                # a comment
                source  here
                stands  traffic
                layer   zmtp
                expect  drop

                vector  one
                about   the first
                        of two
                bytes   01 02 # comment
                        0a

                vector  two
                about   the second
                source  there
                stands  part
                layer   majordomo
                expect  close
                bytes
                """);
        assertThat(vectors).containsExactly(
                new GoldenVector("g", "one", "the first of two", "here", Position.TRAFFIC, Layer.ZMTP, Expectation.DROP, new byte[] {1, 2, 10}),
                new GoldenVector("g", "two", "the second", "there", Position.PART, Layer.MAJORDOMO, Expectation.CLOSE, new byte[0]));
    }

    @Test
    void mistakesAreToldWithTheirLine() {
        assertRefused("vectr one", "line 1: no keyword: vectr");
        assertRefused("  01", "line 1: continues nothing");
        String head = "stands part\nlayer zmtp\n";
        assertRefused(head + "vector one\nabout x\nsource y\nexpect close\nvector two", "line 7: a vector without bytes ends here");
        assertRefused(head + "vector one\nabout x\nsource y\nexpect maybe\nbytes 01\nvector two", "MAYBE");
        assertRefused(head + "vector one\nabout x\nsource y\nexpect close\nbytes 0\nvector two", "line 8");
        assertRefused("layer zmtp\nvector one\nabout x\nsource y\nexpect close\nbytes 00\nvector two", "without stands");
        assertRefused(head + "source y\nexpect close\nabout x\nbytes 01\nvector a\nvector a\nvector b", "a second vector a");
    }

    private static void assertRefused(String text, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> parse(text)).withMessageContaining(message);
    }
}
