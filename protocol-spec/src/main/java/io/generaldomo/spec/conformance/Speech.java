package io.generaldomo.spec.conformance;

import static io.generaldomo.spec.conformance.wire.Octets.join;

import io.generaldomo.spec.conformance.wire.Zmtp;
import java.time.Duration;

/** What a case says to the peer. Confined to the thread of the case. */
public abstract class Speech {
    final Target target;
    final Wire wire;
    private final PeerProfile peer;

    Speech(Target target, PeerProfile peer, Wire wire) {
        this.target = target;
        this.peer = peer;
        this.wire = wire;
    }

    /**
     * Whom it talks to.
     *
     * @return what was known before the case began
     */
    public final PeerProfile peer() {
        return peer;
    }

    /**
     * What to get in with.
     *
     * @return the credentials
     */
    public final Credentials credentials() {
        return target.credentials();
    }

    /**
     * How long to wait for anything that the peer should do.
     *
     * @return the target's patience
     */
    public final Duration patience() {
        return target.patience();
    }

    /**
     * Says octets, in one segment if they fit into it. A peer that has closed is noticed later.
     *
     * @param octets in their order
     */
    public final void send(byte[]... octets) {
        wire.send(join(octets));
    }

    /**
     * Says octets in segments of one octet each.
     *
     * @param octets in their order
     */
    public final void sendOneByOne(byte[] octets) {
        for (byte octet : octets) {
            wire.send(new byte[] {octet});
        }
    }

    /**
     * Says a message in the clear; to REP and REQ with their empty delimiter before it.
     *
     * @param parts of it
     */
    public final void say(byte[]... parts) {
        send(isEnveloped() ? join(Zmtp.frame(Zmtp.MORE, new byte[0]), Zmtp.message(parts)) : Zmtp.message(parts));
    }

    final boolean isEnveloped() {
        return peer.isOneOf("REP", "REQ");
    }

    /** Says the greeting of the peer's mechanism. */
    public final void sendGreeting() {
        boolean isServer = peer.role() == PeerRole.CONNECTING && !peer.mechanism().equals("NULL");
        send(Zmtp.greeting(3, 1, peer.mechanism(), isServer ? 1 : 0));
    }
}
