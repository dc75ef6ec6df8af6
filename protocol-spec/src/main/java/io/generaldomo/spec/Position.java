package io.generaldomo.spec;

/** Where on a connection the octets of a {@link GoldenVector} stand. */
public enum Position {
    /** First of all; over WebSocket the request for the upgrade, and the answer. */
    GREETING,
    /** After a good greeting. */
    HANDSHAKE,
    /** After the handshake: whole frames, with their headers. */
    TRAFFIC,
    /** Within one part of a message: no frame header. */
    PART,
    /** Alone in a datagram of UDP: no connection at all. */
    DATAGRAM
}
