package io.generaldomo.spec.sniff;

import java.util.ArrayList;
import java.util.List;

/** MDP 0.2 as zproto packs it: a head in the first part (mdp-dialects.md, section 6). Stateless. */
final class ZprotoText {
    private static final int LAST_WITH_SERVICE = 4;
    private static final int FIRST_OF_WORKER = 4;

    private ZprotoText() {}

    /** Describes the command; false, and nothing written, if the first part does not begin with the signature. */
    static boolean describe(List<Part> parts, Line line) {
        byte[] head = parts.get(0).octets();
        if (head.length < 4 || head[0] != (byte) 0xAA || head[1] != (byte) 0xA4) {
            return false;
        }
        Cursor in = new Cursor(head);
        in.take(2);
        byte[] id = in.take(1);
        byte[] version = in.sized(1);
        byte[] number = in.take(1);
        boolean hasService = id != null && id[0] > 0 && id[0] <= LAST_WITH_SERVICE;
        byte[] service = hasService ? in.sized(1) : null;
        if (id == null || version == null || number == null || hasService && service == null || in.left() > 0 || id[0] < 1 || id[0] > 9) {
            return false;
        }
        String header = id[0] < FIRST_OF_WORKER ? "MDPC02" : "MDPW02";
        line.word("dialect", header + "/zproto");
        List<Part> frames = new ArrayList<>(List.of(new Part(number, 1)));
        if (service != null) {
            frames.add(new Part(service, service.length));
        }
        frames.addAll(parts.subList(1, parts.size()));
        new MajordomoFrames(frames, line).numbered(MajordomoCommand.of(header));
        boolean agrees = header.equals(Escape.word(version)) && number[0] == (id[0] < FIRST_OF_WORKER ? id[0] : id[0] - FIRST_OF_WORKER + 1);
        if (!agrees) {
            line.fault("header or number do not agree with the id");
        }
        return true;
    }
}
