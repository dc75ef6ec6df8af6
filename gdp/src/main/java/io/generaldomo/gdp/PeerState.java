package io.generaldomo.gdp;

/** What a client or a worker is to its broker at present. */
public enum PeerState {
    /** No connection is ready: there was no need of one yet, or the broker cannot be reached. */
    CONNECTING,
    /** A connection is ready; of a worker, it has registered. */
    READY,
    /** A worker finishes what it has, and takes nothing new. */
    DRAINING,
    /** It was closed. Nothing comes after this. */
    CLOSED
}
