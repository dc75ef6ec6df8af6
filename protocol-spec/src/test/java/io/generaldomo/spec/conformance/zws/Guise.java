package io.generaldomo.spec.conformance.zws;

import io.generaldomo.spec.conformance.PeerRole;

/** What a {@link WrongPeer} can be. */
enum Guise {
    ROUTER(PeerRole.LISTENING, "NULL"),
    XPUB(PeerRole.LISTENING, "NULL"),
    /** With which there is an upgrade, and no more. */
    PLAIN_SERVER(PeerRole.LISTENING, "PLAIN"),
    DEALER(PeerRole.CONNECTING, "NULL"),
    SUB(PeerRole.CONNECTING, "NULL");

    final PeerRole role;
    final String mechanism;

    Guise(PeerRole role, String mechanism) {
        this.role = role;
        this.mechanism = mechanism;
    }
}
