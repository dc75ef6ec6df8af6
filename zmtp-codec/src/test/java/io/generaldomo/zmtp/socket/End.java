package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.SocketType;

/** One of the two sockets of a case of the table. The one that binds is the server of the mechanism. */
record End(Carrier carrier, Pair pair, SocketType type, boolean binds, Secured secured) {

    /** ROUTERs that talk to each other know each other's names. */
    boolean isNamed() {
        return pair == Pair.ROUTER_ROUTER;
    }

    byte[] name() {
        return binds ? Pair.BOUND : Pair.CONNECTED;
    }

    /** A ROUTER can send once it has heard of whom to send to: the one that connects announces itself, by a message without content. */
    boolean announces() {
        return isNamed() && !binds;
    }
}
