package io.generaldomo.spec.conformance;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The socket types and which may talk to which (37/ZMTP, The Socket-Type Property). Stateless. */
public final class SocketTypes {
    private static final Map<String, List<String>> PARTNERS = new TreeMap<>(Map.ofEntries(
            Map.entry("REQ", List.of("REP", "ROUTER")),
            Map.entry("REP", List.of("REQ", "DEALER")),
            Map.entry("DEALER", List.of("ROUTER", "DEALER", "REP")),
            Map.entry("ROUTER", List.of("DEALER", "REQ", "ROUTER")),
            Map.entry("PUB", List.of("SUB", "XSUB")),
            Map.entry("XPUB", List.of("SUB", "XSUB")),
            Map.entry("SUB", List.of("PUB", "XPUB")),
            Map.entry("XSUB", List.of("PUB", "XPUB")),
            Map.entry("PUSH", List.of("PULL")),
            Map.entry("PULL", List.of("PUSH")),
            Map.entry("PAIR", List.of("PAIR")),
            Map.entry("CLIENT", List.of("SERVER")),
            Map.entry("SERVER", List.of("CLIENT")),
            Map.entry("RADIO", List.of("DISH")),
            Map.entry("DISH", List.of("RADIO")),
            Map.entry("SCATTER", List.of("GATHER")),
            Map.entry("GATHER", List.of("SCATTER")),
            Map.entry("PEER", List.of("PEER")),
            Map.entry("CHANNEL", List.of("CHANNEL"))));

    private SocketTypes() {}

    /**
     * All of them.
     *
     * @return their names, sorted
     */
    public static List<String> all() {
        return List.copyOf(PARTNERS.keySet());
    }

    /**
     * Who may talk to a type.
     *
     * @param type its name
     * @return names of types, the most useful to a test first; none for a name that is no type
     */
    public static List<String> partners(String type) {
        return PARTNERS.getOrDefault(type, List.of());
    }
}
