package io.generaldomo.spec.conformance;

import java.util.List;
import java.util.Optional;

/** To which peers a case applies. Stateless. */
@FunctionalInterface
public interface Applicability {
    /**
     * Why a case does not apply.
     *
     * @param peer it would talk to
     * @return the reason, or empty if it applies
     */
    Optional<String> reasonAgainst(PeerProfile peer);

    /**
     * To all peers.
     *
     * @return always applies
     */
    static Applicability always() {
        return peer -> Optional.empty();
    }

    /**
     * To peers for which all of these apply.
     *
     * @param all the reason is that of the first that does not apply
     * @return their conjunction
     */
    static Applicability all(Applicability... all) {
        List<Applicability> each = List.of(all);
        return peer -> each.stream().flatMap(one -> one.reasonAgainst(peer).stream()).findFirst();
    }

    /**
     * To peers for which one of two applies.
     *
     * @param one   the first
     * @param other the second, whose reason it is if neither applies
     * @return their disjunction
     */
    static Applicability either(Applicability one, Applicability other) {
        return peer -> one.reasonAgainst(peer).flatMap(reason -> other.reasonAgainst(peer));
    }

    /**
     * To peers that are reached in a way.
     *
     * @param carrier of ZMTP
     * @return applies to them
     */
    static Applicability over(Transport carrier) {
        return peer -> unless(peer.transport() == carrier, "it is about " + carrier + ", and the peer is reached by " + peer.transport());
    }

    /**
     * To peers that are bound.
     *
     * @return applies to them
     */
    static Applicability listening() {
        return peer -> unless(peer.role() == PeerRole.LISTENING, "the peer connects");
    }

    /**
     * To peers that connect.
     *
     * @return applies to them
     */
    static Applicability connecting() {
        return peer -> unless(peer.role() == PeerRole.CONNECTING, "the peer is bound");
    }

    /**
     * To peers of a mechanism.
     *
     * @param name of it
     * @return applies to them
     */
    static Applicability mechanism(String name) {
        return peer -> unless(peer.mechanism().equals(name), "the peer's mechanism is " + peer.mechanism());
    }

    /**
     * To peers of one of some types.
     *
     * @param types names
     * @return applies to them
     */
    static Applicability types(String... types) {
        return peer -> unless(peer.isOneOf(types), "the peer is none of " + String.join(", ", types));
    }

    /**
     * To peers that talk to several at a time, which PAIR and CHANNEL do not.
     *
     * @return applies to them
     */
    static Applicability sociable() {
        return peer -> unless(!peer.isOneOf("PAIR", "CHANNEL"), "the peer talks to one at a time");
    }

    /**
     * To peers with whom a handshake has succeeded.
     *
     * @return applies to them
     */
    static Applicability acquainted() {
        return peer -> unless(!peer.socketTypes().isEmpty(), "no handshake with the peer succeeded");
    }

    /**
     * The same, of peers whose traffic is in the clear.
     *
     * @return applies to them
     */
    static Applicability traffic() {
        return all(acquainted(), peer -> unless(!peer.mechanism().equals("CURVE"), "the traffic is encrypted"));
    }

    /**
     * The same, of peers that answer PING. RADIO and DISH are left out: libzmq's DISH closes on any command (fact 3.6).
     *
     * @return applies to them
     */
    static Applicability heartbeats() {
        return all(traffic(), peer -> unless(!peer.isOneOf("RADIO", "DISH"), "RADIO and DISH are not sent PING"));
    }

    /**
     * To peers that bound the time of a handshake.
     *
     * @return applies to them
     */
    static Applicability timesHandshakes() {
        return peer -> unless(peer.handshakeTime().isPresent(), "it was not said how long the peer gives a handshake");
    }

    /**
     * To peers of which their user says that they send messages back.
     *
     * @return applies to them
     */
    static Applicability echoes() {
        return peer -> unless(peer.echoes(), "the peer does not echo, or it was not said that it does");
    }

    /**
     * The same, of peers whose traffic is in the clear.
     *
     * @return applies to them
     */
    static Applicability echo() {
        return all(traffic(), echoes());
    }

    /**
     * To peers that have a part in Majordomo.
     *
     * @param parts all of these, as {@code MDP 0.1 broker}
     * @return applies to them
     */
    static Applicability majordomo(String... parts) {
        return all(traffic(), peer -> unless(peer.majordomo().containsAll(List.of(parts)), "the peer is no " + String.join(" and ", parts)));
    }

    private static Optional<String> unless(boolean applies, String reason) {
        return applies ? Optional.empty() : Optional.of(reason);
    }
}
