package io.generaldomo.gdp.broker;

import io.generaldomo.zmtp.SocketType;
import java.time.Duration;
import java.util.Optional;

/**
 * A connection at one instant.
 *
 * @param number names it as long as the broker lives
 * @param address where the peer is
 * @param socketType what it announced
 * @param user who it is, if the broker asks
 * @param state what is going on
 * @param age since it was accepted
 * @param octetsIn octets read from it
 * @param octetsOut octets written to it
 * @param messagesIn messages read from it
 * @param messagesOut messages written to it
 */
public record ConnectionSnapshot(
        long number,
        String address,
        Optional<SocketType> socketType,
        Optional<String> user,
        State state,
        Duration age,
        long octetsIn,
        long octetsOut,
        long messagesIn,
        long messagesOut) {
    /** What is going on on a connection. */
    public enum State {
        /** The handshake is not done. */
        HANDSHAKE,
        /** The peer takes what it is sent. */
        OPEN,
        /** The peer does not take what it is sent, and is not read from. */
        UNWRITABLE
    }
}
