package io.generaldomo.examples.cli;

import io.generaldomo.gdp.GdpMessage;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * A message as people read it: each frame in quotes. Text is shown as text; what could not be read, or would do something to a terminal, is escaped
 * octet by octet ({@code \x00}). Stateless.
 */
final class Frames {
    private Frames() {}

    static String of(GdpMessage message) {
        if (message.size() == 0) {
            return "(no frames)";
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < message.size(); i++) {
            text.append(i == 0 ? "\"" : " \"");
            appendFrame(text, message.frame(i));
            text.append('"');
        }
        return text.toString();
    }

    private static void appendFrame(StringBuilder text, byte[] frame) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(frame)).codePoints().forEach(c -> {
                if (isPrintable(c)) {
                    text.append(c == '"' || c == '\\' ? "\\" : "").appendCodePoint(c);
                } else {
                    appendOctets(text, Character.toString(c).getBytes(StandardCharsets.UTF_8));
                }
            });
        } catch (CharacterCodingException notText) {
            for (byte octet : frame) {
                if (octet >= ' ' && octet < 0x7f) {
                    text.append(octet == '"' || octet == '\\' ? "\\" : "").append((char) octet);
                } else {
                    appendOctets(text, octet);
                }
            }
        }
    }

    private static void appendOctets(StringBuilder text, byte... octets) {
        for (byte octet : octets) {
            text.append(String.format("\\x%02x", octet));
        }
    }

    /** Not control or format characters, which move the cursor or reverse what follows, nor what has no picture. */
    private static boolean isPrintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE, Character.SURROGATE, Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
