package io.generaldomo.spec.conformance;

import io.generaldomo.spec.conformance.wire.Greeting;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a peer before the cases begin; {@link Runner} finds it out.
 *
 * @param transport     what carries ZMTP to it
 * @param role          which side of TCP it is
 * @param minor         of the version that it announces
 * @param mechanism     that it announces
 * @param socketTypes   that it announces: one, or several if it chooses by who asks; none if it did not get that far
 * @param echoes        whether it sends back what it receives, as its user says
 * @param handshakeTime how long it gives a handshake, as its user says; nothing if that is not known
 * @param majordomo     what it is in which dialect of Majordomo, as {@code MDP 0.1 broker}; nothing for a peer that is no part of it
 */
public record PeerProfile(
        Transport transport,
        PeerRole role,
        int minor,
        String mechanism,
        List<String> socketTypes,
        boolean echoes,
        Optional<Duration> handshakeTime,
        List<String> majordomo) {
    /** What is known of a target before anything was said. */
    static PeerProfile unknown(Target target) {
        return new PeerProfile(target.transport(), target.approach().role(), 1, "NULL", List.of(), target.echoes(), target.handshakeTime(), List.of());
    }

    /** The same peer, whose greeting has come. */
    PeerProfile greeting(Greeting greeting) {
        return new PeerProfile(transport, role, greeting.minor(), greeting.mechanism(), socketTypes, echoes, handshakeTime, majordomo);
    }

    /** The same peer, which was found to speak a mechanism. */
    PeerProfile speaking(String name) {
        return new PeerProfile(transport, role, minor, name, socketTypes, echoes, handshakeTime, majordomo);
    }

    /** The same peer, which announces these types. */
    PeerProfile announcing(List<String> types) {
        return new PeerProfile(transport, role, minor, mechanism, types, echoes, handshakeTime, majordomo);
    }

    /**
     * The same peer, of which more is known.
     *
     * @param parts what it is in which dialect of Majordomo
     * @return another profile
     */
    PeerProfile inMajordomo(List<String> parts) {
        return new PeerProfile(transport, role, minor, mechanism, socketTypes, echoes, handshakeTime, parts);
    }

    /**
     * Whether it announces one of these types.
     *
     * @param types names
     * @return true if so
     */
    public boolean isOneOf(String... types) {
        return List.of(types).stream().anyMatch(socketTypes::contains);
    }

    /**
     * Whether a peer of some type may talk to it.
     *
     * @param type that the kit would announce
     * @return true if so
     */
    public boolean takes(String type) {
        return SocketTypes.partners(type).stream().anyMatch(socketTypes::contains);
    }

    /**
     * What the kit announces to it, unless a case wants something else.
     *
     * @return the name of a type
     */
    public String partner() {
        return socketTypes.isEmpty() ? "DEALER" : SocketTypes.partners(socketTypes.get(0)).get(0);
    }

    /**
     * What it is, for people.
     *
     * @return as {@code ZMTP 3.1, NULL, ROUTER; MDP 0.1 broker}, or {@code ZWS 2.0, NULL, ROUTER}
     */
    public String inWords() {
        String types = socketTypes.isEmpty() ? "no handshake succeeded" : String.join(" and ", socketTypes);
        String parts = majordomo.isEmpty() ? "" : "; " + String.join(", ", majordomo);
        return (transport == Transport.WEB_SOCKET ? "ZWS 2.0" : "ZMTP 3." + minor) + ", " + mechanism + ", " + types + parts;
    }
}
