package io.generaldomo.zmtp;

import java.util.Optional;

/**
 * The kinds of socket that ZMTP peers announce in the {@code Socket-Type} property, and which of them may talk to each other.
 *
 * <p>The table is that of RFC 23/ZMTP and 37/ZMTP ("The Socket-Type Property"), completed for the sockets of 41/CLISRV, 48/RADISH, 49/SCATGAT,
 * 51/P2P and 52/CHANNEL as libzmq 4.3 applies it. Names are upper case and compared octet by octet.
 */
public enum SocketType {
    /** One request, then its reply; talks to {@link #REP} and {@link #ROUTER}. */
    REQ,
    /** Answers requests in turn. */
    REP,
    /** Asynchronous REQ: any number of messages in either direction, spread over its peers. */
    DEALER,
    /** Asynchronous REP: addresses each peer by its identity. */
    ROUTER,
    /** Thread-safe, single-part counterpart of DEALER (41/CLISRV). */
    CLIENT,
    /** Thread-safe, single-part counterpart of ROUTER (41/CLISRV). */
    SERVER,
    /** Publishes to subscribers. */
    PUB,
    /** Subscribes to publishers. */
    SUB,
    /** PUB that shows subscriptions to the application. */
    XPUB,
    /** SUB that subscribes by messages. */
    XSUB,
    /** Sends down a pipeline. */
    PUSH,
    /** Receives from a pipeline. */
    PULL,
    /** Exclusive pair. */
    PAIR,
    /** Sends to groups (48/RADISH). */
    RADIO,
    /** Joins groups (48/RADISH). */
    DISH,
    /** Single-part PUSH (49/SCATGAT). */
    SCATTER,
    /** Single-part PULL (49/SCATGAT). */
    GATHER,
    /** Peer to peer, addressed by routing id (51/P2P). */
    PEER,
    /** Single-part PAIR (52/CHANNEL). */
    CHANNEL,
    /** Speaks TCP instead of ZMTP, and so announces nothing; whoever announces it fits nobody. */
    STREAM,
    /** The same with UDP. */
    DGRAM;

    /**
     * Whether a socket of this type may exchange traffic with a socket of another type.
     *
     * @param peer the type that the peer announced
     * @return true if the combination is a valid one
     */
    public boolean accepts(SocketType peer) {
        return switch (this) {
            case REQ -> peer == REP || peer == ROUTER;
            case REP -> peer == REQ || peer == DEALER;
            case DEALER -> peer == REP || peer == DEALER || peer == ROUTER;
            case ROUTER -> peer == REQ || peer == DEALER || peer == ROUTER;
            case CLIENT -> peer == SERVER;
            case SERVER -> peer == CLIENT;
            case PUB, XPUB -> peer == SUB || peer == XSUB;
            case SUB, XSUB -> peer == PUB || peer == XPUB;
            case PUSH -> peer == PULL;
            case PULL -> peer == PUSH;
            case PAIR -> peer == PAIR;
            case RADIO -> peer == DISH;
            case DISH -> peer == RADIO;
            case SCATTER -> peer == GATHER;
            case GATHER -> peer == SCATTER;
            case PEER -> peer == PEER;
            case CHANNEL -> peer == CHANNEL;
            case STREAM, DGRAM -> false;
        };
    }

    /**
     * Whether a socket of this type tells its identity in READY, even when that is empty.
     *
     * @return true for REQ, DEALER and ROUTER, as libzmq does it
     */
    public boolean announcesIdentity() {
        return this == REQ || this == DEALER || this == ROUTER;
    }

    /**
     * Whether messages of this type of socket are limited to one part.
     *
     * @return true for the thread-safe sockets, for which a multipart message is dropped by the receiver, and for STREAM
     */
    public boolean singlePart() {
        return switch (this) {
            case CLIENT, SERVER, SCATTER, GATHER, PEER, CHANNEL, STREAM -> true;
            default -> false;
        };
    }

    /**
     * Finds the type with a name as it stands on the wire.
     *
     * @param name the value of a {@code Socket-Type} property
     * @return the type, or empty if there is none of exactly that name
     */
    public static Optional<SocketType> named(String name) {
        for (SocketType type : values()) {
            if (type.name().equals(name)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
