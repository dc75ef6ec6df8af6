package io.generaldomo.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.gdp.GdpMessage;
import org.junit.jupiter.api.Test;

class FramesTest {
    @Test
    void textIsShownAsText() {
        assertThat(Frames.of(GdpMessage.ofUtf8("Hello", "", "Grüße, 世界"))).isEqualTo("\"Hello\" \"\" \"Grüße, 世界\"");
    }

    @Test
    void whatEndsFramesIsEscaped() {
        assertThat(Frames.of(GdpMessage.ofUtf8("a\" \"b", "c\\"))).isEqualTo("\"a\\\" \\\"b\" \"c\\\\\"");
    }

    @Test
    void whatMovesTheCursorIsEscaped() {
        assertThat(Frames.of(GdpMessage.ofUtf8("\u001b[2J\r\n\u202e"))).isEqualTo("\"\\x1b[2J\\x0d\\x0a\\xe2\\x80\\xae\"");
    }

    @Test
    void octetsThatAreNoTextAreEscaped() {
        assertThat(Frames.of(GdpMessage.of(new byte[] {0, 'A', '"', (byte) 0xff}))).isEqualTo("\"\\x00A\\\"\\xff\"");
    }

    @Test
    void noFrames() {
        assertThat(Frames.of(GdpMessage.EMPTY)).isEqualTo("(no frames)");
    }
}
