package io.generaldomo.spec.conformance;

import java.time.Duration;
import java.util.Optional;

/**
 * The peer that is to be tested, and how to get on with it.
 *
 * @param approach      how a connection comes about
 * @param echoes        whether the peer sends back what it receives
 * @param credentials   to get in with
 * @param patience      how long to wait for anything that the peer should do
 * @param handshakeTime how long the peer gives a handshake, as its user says; nothing if that is not known
 * @param transport     what carries ZMTP to it
 */
public record Target(
        Approach approach, boolean echoes, Credentials credentials, Duration patience, Optional<Duration> handshakeTime, Transport transport) {
    /**
     * A peer without security that does not echo, over a stream of octets, and three seconds of patience.
     *
     * @param approach how a connection comes about
     * @return the target
     */
    public static Target of(Approach approach) {
        return new Target(approach, false, Credentials.none(), Duration.ofSeconds(3), Optional.empty(), Transport.STREAM);
    }

    /**
     * The same peer, which sends back what it receives.
     *
     * @return another target
     */
    public Target echoing() {
        return new Target(approach, true, credentials, patience, handshakeTime, transport);
    }

    /**
     * The same peer, with something to get in with.
     *
     * @param known to it
     * @return another target
     */
    public Target with(Credentials known) {
        return new Target(approach, echoes, known, patience, handshakeTime, transport);
    }

    /**
     * The same peer, with more or less patience.
     *
     * @param wait for anything that the peer should do
     * @return another target
     */
    public Target with(Duration wait) {
        return new Target(approach, echoes, credentials, wait, handshakeTime, transport);
    }

    /**
     * The same peer, of which it is known how long it gives a handshake.
     *
     * @param time from the connection to the end of the handshake
     * @return another target
     */
    public Target givingHandshakes(Duration time) {
        return new Target(approach, echoes, credentials, patience, Optional.of(time), transport);
    }

    /**
     * The same peer, which is reached otherwise.
     *
     * @param carrier of ZMTP
     * @return another target
     */
    public Target over(Transport carrier) {
        return new Target(approach, echoes, credentials, patience, handshakeTime, carrier);
    }
}
