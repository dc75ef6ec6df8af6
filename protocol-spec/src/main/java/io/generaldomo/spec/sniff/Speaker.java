package io.generaldomo.spec.sniff;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one side has told about itself so far. Confined. */
final class Speaker {
    private static final Set<String> BROKERS = Set.of("ROUTER", "SERVER");
    private static final Set<String> PEERS = Set.of("DEALER", "REQ", "CLIENT");

    private final String address;
    private String mechanism = "";
    private String socketType = "";

    Speaker(String address) {
        this.address = address;
    }

    /** Its type of socket if it said one, else its address. */
    String name() {
        return socketType.isEmpty() ? address : socketType;
    }

    /** The mechanism of its greeting, or nothing. */
    String mechanism() {
        return mechanism;
    }

    String socketType() {
        return socketType;
    }

    void announceMechanism(String announced) {
        mechanism = announced;
    }

    /** Takes the name of a type of socket; what is none of those names stays out of the column of names. */
    void announceSocketType(String announced) {
        if (SocketTypes.isKnown(announced)) {
            socketType = announced;
        }
    }

    /** Whether it is at the broker's end, if its type tells. */
    @Nullable Boolean isBroker() {
        return BROKERS.contains(socketType) ? Boolean.TRUE : PEERS.contains(socketType) ? Boolean.FALSE : null;
    }

    boolean subscribes() {
        return socketType.equals("SUB") || socketType.equals("XSUB");
    }
}
