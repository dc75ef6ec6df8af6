package io.generaldomo.spec.conformance.wrong;

import io.generaldomo.spec.conformance.PeerRole;

/** What a {@link WrongPeer} can be. Those that listen are the servers of their mechanism. */
enum Guise {
    ROUTER(PeerRole.LISTENING, "ROUTER", "NULL"),
    REP(PeerRole.LISTENING, "REP", "NULL"),
    SERVER(PeerRole.LISTENING, "SERVER", "NULL"),
    PEER(PeerRole.LISTENING, "PEER", "NULL"),
    PULL(PeerRole.LISTENING, "PULL", "NULL"),
    GATHER(PeerRole.LISTENING, "GATHER", "NULL"),
    XPUB(PeerRole.LISTENING, "XPUB", "NULL"),
    RADIO(PeerRole.LISTENING, "RADIO", "NULL"),
    /** One for each case. */
    PAIR_BOUND(PeerRole.LISTENING, "PAIR", "NULL"),
    PLAIN_SERVER(PeerRole.LISTENING, "ROUTER", "PLAIN"),
    CURVE_SERVER(PeerRole.LISTENING, "ROUTER", "CURVE"),
    DEALER(PeerRole.CONNECTING, "DEALER", "NULL"),
    PAIR(PeerRole.CONNECTING, "PAIR", "NULL"),
    CLIENT(PeerRole.CONNECTING, "CLIENT", "NULL"),
    CHANNEL(PeerRole.CONNECTING, "CHANNEL", "NULL"),
    REQ(PeerRole.CONNECTING, "REQ", "NULL"),
    SUB(PeerRole.CONNECTING, "SUB", "NULL"),
    DISH(PeerRole.CONNECTING, "DISH", "NULL"),
    PUSH(PeerRole.CONNECTING, "PUSH", "NULL"),
    SCATTER(PeerRole.CONNECTING, "SCATTER", "NULL"),
    PLAIN_CLIENT(PeerRole.CONNECTING, "DEALER", "PLAIN"),
    CURVE_CLIENT(PeerRole.CONNECTING, "DEALER", "CURVE");

    final PeerRole role;
    final String type;
    final String mechanism;

    Guise(PeerRole role, String type, String mechanism) {
        this.role = role;
        this.type = type;
        this.mechanism = mechanism;
    }
}
