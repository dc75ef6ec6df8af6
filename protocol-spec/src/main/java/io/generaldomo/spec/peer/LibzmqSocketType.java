package io.generaldomo.spec.peer;

import java.util.Locale;

/** The socket types that a {@link LibzmqPeer} can open: all of libzmq's but PEER, which zeromq.js could not tell whom to send to. */
public enum LibzmqSocketType {
    /** PAIR. */
    PAIR,
    /** PUB. */
    PUB,
    /** SUB. */
    SUB,
    /** REQ. */
    REQ,
    /** REP. */
    REP,
    /** DEALER. */
    DEALER,
    /** ROUTER. */
    ROUTER,
    /** PULL. */
    PULL,
    /** PUSH. */
    PUSH,
    /** XPUB. */
    XPUB,
    /** XSUB. */
    XSUB,
    /** SERVER, a draft type. */
    SERVER,
    /** CLIENT, a draft type. */
    CLIENT,
    /** RADIO, a draft type. */
    RADIO,
    /** DISH, a draft type. */
    DISH,
    /** GATHER, a draft type. */
    GATHER,
    /** SCATTER, a draft type. */
    SCATTER,
    /** CHANNEL, a draft type. */
    CHANNEL,
    /** STREAM. */
    STREAM,
    /** DGRAM, a draft type. */
    DGRAM;

    /**
     * Whether sockets of this type speak ZMTP with their peers.
     *
     * @return false for STREAM, which speaks TCP, and DGRAM, which speaks UDP
     */
    public boolean speaksZmtp() {
        return this != STREAM && this != DGRAM;
    }

    /** The word for it in the peer's line protocol. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
