package io.generaldomo.spec.sniff;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A hex dump, line by line, as a conversation: bare octets, or what xxd, {@code hexdump -C} and Wireshark's "Follow TCP stream" write.
 *
 * <p>A line is the connecting side's, unless it begins with {@code <} or, as Wireshark has it, with spaces before an offset. {@code >} may stand where {@code <} does;
 * {@code #} begins a comment. A line that holds anything else is told of and skipped. Confined.
 */
public final class HexReader {
    private static final Pattern LINE = Pattern.compile("(\\s*)([<>]?)\\s*(?:(?:0x)?([0-9a-fA-F]{4,8})(:|  |$))?(.*)");
    private static final Pattern WITHOUT_OFFSET = Pattern.compile("(\\s*)([<>]?)()()(.*)");

    private final Conversation conversation;
    private final Consumer<Sighting> listener;
    private final long[] octets = new long[Side.values().length];
    private long line;

    /**
     * A reader.
     *
     * @param listener told of all that is seen
     */
    public HexReader(Consumer<Sighting> listener) {
        this.listener = listener;
        this.conversation = new Conversation(1, "?", "?", false, listener);
    }

    /**
     * The next line.
     *
     * @param text without its end
     */
    public void line(String text) {
        line++;
        Matcher parts = LINE.matcher(text);
        if (!parts.matches() || parts.group(3) == null || !isOffset(parts)) {
            parts = WITHOUT_OFFSET.matcher(text);
            if (!parts.matches()) {
                return;
            }
        }
        String digits = digits(parts).replaceAll("#.*", "").replaceAll("0x|[\\s,:;]", "");
        if (digits.length() % 2 != 0 || !digits.matches("[0-9a-fA-F]*")) {
            byte[] shown = text.getBytes(StandardCharsets.UTF_8);
            listener.accept(Sighting.ofCapture(
                    "line " + line + " is no hex dump: " + Escape.quoted(new Part(shown, shown.length), 32), octets[side(parts).ordinal()]));
            return;
        }
        byte[] read = HexFormat.of().parseHex(digits);
        octets[side(parts).ordinal()] += read.length;
        conversation.octets(side(parts), null, read);
    }

    /** What looks like an offset is one if it says how many octets of its side came before. */
    private boolean isOffset(Matcher parts) {
        return Long.parseLong(parts.group(3), 16) == octets[side(parts).ordinal()];
    }

    private static Side side(Matcher parts) {
        boolean indented = !parts.group(1).isEmpty() && !parts.group(3).isEmpty();
        return parts.group(2).equals("<") || indented && parts.group(2).isEmpty() ? Side.LISTENER : Side.CONNECTOR;
    }

    /** Without the text that stands behind: after two spaces in xxd's lines, after a bar or three spaces in the others. */
    private static String digits(Matcher parts) {
        String octets = parts.group(5);
        return switch (parts.group(4)) {
            case ":" -> octets.strip().split(" {2}", 2)[0];
            case "  " -> octets.strip().split("\\||\\s{3}", 2)[0];
            default -> octets;
        };
    }

    /** There are no more lines. */
    public void end() {
        conversation.end(Side.CONNECTOR, null);
        conversation.end(Side.LISTENER, null);
    }
}
