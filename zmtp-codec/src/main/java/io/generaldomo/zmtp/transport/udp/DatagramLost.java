package io.generaldomo.zmtp.transport.udp;

/** The user event of a datagram that this side dropped, a received one or one that was to be sent. */
public enum DatagramLost {
    /** It was malformed, too long, or the system did not take it. */
    DROPPED
}
