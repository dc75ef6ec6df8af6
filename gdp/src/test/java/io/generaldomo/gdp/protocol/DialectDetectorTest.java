package io.generaldomo.gdp.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.generaldomo.gdp.GdpException;
import io.generaldomo.zmtp.ZmtpMessage;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DialectDetectorTest {
    static Stream<Vector> vectors() {
        return Vector.all();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void every_message_is_of_one_dialect_and_no_other_reads_it(Vector vector) {
        ZmtpMessage message = vector.message();
        assertThat(DialectDetector.detect(message)).isEqualTo(vector.dialect());
        assertThat(message.refCnt()).isEqualTo(1);
        message.release();
        for (Dialect other : Dialect.values()) {
            if (other != vector.dialect()) {
                Commands.assertMalformed(other, vector.message(), vector.direction());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void sockets_of_single_parts_carry_packed_dialects_only(Vector vector) {
        ZmtpMessage message = vector.message();
        if (vector.dialect().isSinglePart()) {
            assertThat(DialectDetector.detectSinglePart(message)).isEqualTo(vector.dialect());
        } else {
            assertThatThrownBy(() -> DialectDetector.detectSinglePart(message)).isInstanceOf(GdpException.class);
        }
        message.release();
    }

    @Test
    void nothing_else_is_of_a_dialect() {
        for (ZmtpMessage message : List.of(
                Frames.multipart(""), Frames.multipart("MDPC01"), Frames.multipart("MDPC02"), Frames.multipart("", ""),
                Frames.multipart("MDPC01", "echo"), Frames.multipart("MDPC0X", "echo"), Frames.multipart("", "MDPC02", "echo"),
                Frames.multipart("x", "MDPC01", "echo"), Frames.multipart("", "", "MDPC01", "echo"), Frames.multipart("", "MDPC03", "echo"),
                Frames.multipart("", "\u00AA\u00A4\u0004\u0006MDPW02\u0001\u0004echo"), Frames.multipart("\u00AA", "\u00A4"),
                Frames.singlePart(""), Frames.singlePart("AA"), Frames.singlePart("A4AA 04"), Frames.singlePart("FF"), Frames.singlePart("06"),
                Frames.singlePart("00"), Frames.singlePart("06 4D"), Frames.singlePart("06000000"), Frames.singlePart("00000006 4D"),
                Frames.singlePart("06 4D4450433058"), Frames.singlePart("06000000 4D4450433032"), Frames.singlePart("00000006 4D4450573032"),
                Frames.singlePart("0600 4D4450433031"), Frames.singlePart("00 06 4D4450433031"), Frames.singlePart("FF 06000000 4D4450433031"))) {
            assertThatThrownBy(() -> DialectDetector.detect(message)).isInstanceOf(GdpException.class);
            assertThat(message.refCnt()).isEqualTo(1);
            message.release();
        }
    }
}
