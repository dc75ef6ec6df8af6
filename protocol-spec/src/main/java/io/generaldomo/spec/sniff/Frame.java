package io.generaldomo.spec.sniff;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A frame of any version.
 *
 * @param more whether the message goes on
 * @param command whether it is marked as a command
 * @param body what it holds
 * @param missing octets of it that the capture lacks
 * @param octets what was kept of it, header included
 * @param offset where it begins in its stream
 */
record Frame(boolean more, boolean command, Part body, long missing, byte[] octets, long offset) {
    static final int MORE = 1;
    static final int LONG = 2;
    static final int COMMAND = 4;

    /** No bit that ZMTP keeps for later, and no command that goes on. */
    static boolean isPlausible(int flags) {
        return flags <= (MORE | LONG | COMMAND) && (flags & (MORE | COMMAND)) != (MORE | COMMAND);
    }

    static int headerLength(int flags) {
        return (flags & LONG) == 0 ? 2 : 9;
    }

    /** A whole unit of {@link Framing#FRAMES}. */
    static Frame of(Octets unit, long offset) {
        int flags = unit.at(0);
        int header = headerLength(flags);
        Part body = new Part(unit.keptFrom(header), unit.length() - header);
        return new Frame((flags & MORE) != 0, (flags & COMMAND) != 0, body, unit.missing(), unit.kept(), offset);
    }

    /** A whole unit of {@link Framing#OLD_FRAMES}. */
    static Frame ofOld(Octets unit, long offset) {
        int header = unit.at(0) == 0xff ? 10 : 2;
        byte[] octets = unit.kept();
        boolean more = octets.length >= header && (octets[header - 1] & MORE) != 0;
        return new Frame(more, false, new Part(unit.keptFrom(header), unit.length() - header), unit.missing(), octets, offset);
    }

    /** Whether the body begins with a name of that form: its length, then it. */
    boolean begins(String name) {
        byte[] octets = body.octets();
        if (octets.length <= name.length() || octets[0] != name.length()) {
            return false;
        }
        return Arrays.equals(octets, 1, 1 + name.length(), name.getBytes(StandardCharsets.ISO_8859_1), 0, name.length());
    }
}
