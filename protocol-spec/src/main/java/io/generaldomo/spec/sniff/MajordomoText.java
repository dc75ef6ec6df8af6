package io.generaldomo.spec.sniff;

import io.generaldomo.spec.sniff.MessageText.Direction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the Majordomo command in a message, whatever its dialect (mdp-dialects.md, section 2). Stateless. */
final class MajordomoText {
    private static final int HEADER = 6;
    private static final Set<String> HEADERS =
            Set.of("MDPC01", "MDPW01", "MDPC02", "MDPW02", "MDPC0X", "MDPW0X", "GDPC03", "GDPW03");

    private MajordomoText() {}

    /** Describes the command; false, and nothing written, if there is none. */
    static boolean describe(List<Part> parts, Direction direction, Line line) {
        Part first = parts.get(0);
        int lead = first.isEmpty() && parts.size() > 1 ? 1 : 0;
        String header = header(parts.get(lead));
        if (header != null) {
            write(header, "", parts.subList(lead + 1, parts.size()), direction, line);
            return true;
        }
        return ZprotoText.describe(parts, line) || parts.size() == 1 && describePacked(first, direction, line);
    }

    private static boolean describePacked(Part part, Direction direction, Line line) {
        String misfit = null;
        for (Packing packing : Packing.values()) {
            int width = packing == Packing.MME ? part.octets().length > 0 && part.octets()[0] == (byte) 0xff ? 5 : 1 : 4;
            String header = header(part.slice(width, HEADER));
            if (header == null) {
                continue;
            }
            List<Part> frames = packing.unpack(part);
            if (frames == null) {
                misfit = header;
            } else if (header.equals(header(frames.get(0)))) {
                write(header, "/" + packing, frames.subList(1, frames.size()), direction, line);
                return true;
            }
        }
        if (misfit != null) {
            line.word("dialect", misfit).word("packed").parts(List.of(part), "part").fault("frames that do not fit the part");
        }
        return misfit != null;
    }

    private static @Nullable String header(Part part) {
        if (part.octets().length != HEADER || part.size() != HEADER) {
            return null;
        }
        String header = new String(part.octets(), StandardCharsets.ISO_8859_1);
        return HEADERS.contains(header) ? header : null;
    }

    private static void write(String header, String packing, List<Part> frames, Direction direction, Line line) {
        line.word("dialect", header + packing);
        MajordomoFrames reader = new MajordomoFrames(frames, line);
        if (header.equals("MDPC01") || header.equals("MDPC0X") && direction != Direction.FROM_BROKER) {
            // No number: the direction tells.
            String command = switch (direction) {
                case TO_BROKER -> "REQUEST";
                case FROM_BROKER -> "REPLY";
                case UNKNOWN -> header.equals("MDPC01") ? "REQUEST or REPLY" : "REQUEST, REPORT or NAK";
            };
            line.word("command", command);
            reader.fields(MajordomoCommand.SERVICE_BODY);
        } else {
            reader.numbered(MajordomoCommand.of(header));
        }
    }
}
