package io.generaldomo.spec.sniff;

import java.util.List;

/** Names of the types of socket, in the order of the numbers that ZMTP 2.0 has for them (15/ZMTP; from STREAM on, libzmq's). Stateless. */
final class SocketTypes {
    private static final List<String> BY_NUMBER = List.of(
            "PAIR", "PUB", "SUB", "REQ", "REP", "DEALER", "ROUTER", "PULL", "PUSH", "XPUB", "XSUB", "STREAM", "SERVER", "CLIENT", "RADIO", "DISH",
            "GATHER", "SCATTER", "DGRAM", "PEER", "CHANNEL");

    private SocketTypes() {}

    static boolean isKnown(String name) {
        return BY_NUMBER.contains(name);
    }

    /** The name, or the number if it has none. */
    static String named(int number) {
        return number < BY_NUMBER.size() ? BY_NUMBER.get(number) : "type " + number;
    }
}
