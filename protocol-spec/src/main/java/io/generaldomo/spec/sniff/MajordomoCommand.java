package io.generaldomo.spec.sniff;

import java.util.List;
import java.util.Map;

/**
 * A Majordomo command that has a number.
 *
 * @param name what it is called
 * @param fields what its frames are, a letter each: s service, a address and the empty frame behind it, t ticket, c capacity, b body
 */
record MajordomoCommand(String name, String fields) {
    static final String SERVICE_BODY = "sb";

    private static final MajordomoCommand READY = new MajordomoCommand("READY", "s");
    private static final MajordomoCommand REQUEST = new MajordomoCommand("REQUEST", "ab");
    private static final MajordomoCommand PARTIAL = new MajordomoCommand("PARTIAL", "ab");
    private static final MajordomoCommand FINAL = new MajordomoCommand("FINAL", "ab");
    private static final MajordomoCommand HEARTBEAT = new MajordomoCommand("HEARTBEAT", "");
    private static final MajordomoCommand DISCONNECT = new MajordomoCommand("DISCONNECT", "");

    /** By header, in the order of the numbers, from 1. */
    private static final Map<String, List<MajordomoCommand>> COMMANDS = Map.of(
            "MDPW01", List.of(READY, REQUEST, new MajordomoCommand("REPLY", "ab"), HEARTBEAT, DISCONNECT),
            "MDPW0X", List.of(READY, REQUEST, new MajordomoCommand("REPORT", "ab"), HEARTBEAT, DISCONNECT),
            "MDPW02", List.of(READY, REQUEST, PARTIAL, FINAL, HEARTBEAT, DISCONNECT),
            "GDPW03",
                    List.of(new MajordomoCommand("READY", "sc"), REQUEST, PARTIAL, FINAL, HEARTBEAT, DISCONNECT, new MajordomoCommand("RETURN", "a")),
            "MDPC02", clients(SERVICE_BODY),
            "GDPC03", clients("tsb"),
            "MDPC0X",
                    List.of(
                            new MajordomoCommand("REQUEST", SERVICE_BODY),
                            new MajordomoCommand("REPORT", SERVICE_BODY),
                            new MajordomoCommand("NAK", SERVICE_BODY)));

    private static List<MajordomoCommand> clients(String fields) {
        return List.of(
                new MajordomoCommand("REQUEST", fields), new MajordomoCommand("PARTIAL", fields), new MajordomoCommand("FINAL", fields));
    }

    static List<MajordomoCommand> of(String header) {
        return COMMANDS.getOrDefault(header, List.of());
    }
}
