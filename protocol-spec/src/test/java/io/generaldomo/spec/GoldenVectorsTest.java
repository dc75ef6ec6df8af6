package io.generaldomo.spec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GoldenVectorsTest {
    private static final Set<String> ABOUT_ALL = Set.of("groups", "format-version");

    @Test
    void everyFileIsAGroup() throws IOException, URISyntaxException {
        Path index = Path.of(Objects.requireNonNull(GoldenVectors.class.getResource("vectors/groups.txt")).toURI());
        try (Stream<Path> files = Files.list(Objects.requireNonNull(index.getParent()))) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".txt", "")).filter(name -> !ABOUT_ALL.contains(name)))
                    .containsExactlyInAnyOrderElementsOf(GoldenVectors.groups());
        }
    }

    @Test
    void everyVectorSaysWhatItIsAndWhereItComesFrom() {
        assertThat(GoldenVectors.all()).hasSizeGreaterThan(150).allSatisfy(vector -> {
            assertThat(vector.description()).isNotBlank();
            assertThat(vector.source()).startsWith(vector.group().startsWith("malformed") ? "by hand, from " : "");
            assertThat(vector.name()).doesNotContain(" ");
        });
    }

    @Test
    void oneVectorByName() {
        GoldenVector ready = GoldenVectors.get("handshake", "ready-client");
        assertThat(ready.bytes()).asHexString().isEqualTo(
                HexFormat.of().withUpperCase().formatHex("\4\34\5READY\13Socket-Type\0\0\0\6CLIENT".getBytes(ISO_8859_1)));
        assertThat(ready.expectation()).isEqualTo(Expectation.ACCEPT);
        assertThat(ready.source()).contains("libzmq 4.3.5");
        assertThat(ready).hasToString("handshake/ready-client ACCEPT [04 1c 05 52 45 41 44 59 0b 53 6f 63 6b 65 74 2d 54 79 70 65 00 00 00 06 …]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"worker-ready", "worker-reply", "worker-heartbeat"})
    void ourRolesSendWhatTheGuideSends(String name) {
        assertThat(GoldenVectors.get("mdp01", name).bytes()).isEqualTo(GoldenVectors.get("mdp01-guide", name).bytes());
    }

    @Test
    void octetsAreCopied() {
        GoldenVector vector = GoldenVectors.get("heartbeat", "pong");
        vector.bytes()[0] = 99;
        assertThat(vector).isEqualTo(GoldenVectors.get("heartbeat", "pong")).hasSameHashCodeAs(GoldenVectors.get("heartbeat", "pong"));
    }

    @Test
    void whatIsNotThereIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> GoldenVectors.get("handshake", "none")).withMessageContaining("handshake/none");
        assertThatIllegalArgumentException().isThrownBy(() -> GoldenVectors.group("none")).withMessageContaining("none");
    }
}
