package io.generaldomo.spec.conformance;

/** Which side of TCP the peer is. */
public enum PeerRole {
    /** The peer is bound, and the kit connects to it. It is the server of PLAIN and CURVE. */
    LISTENING,
    /** The peer connects, and the kit is bound. It is the client of PLAIN and CURVE. */
    CONNECTING
}
