package io.generaldomo.examples.conform;

import io.generaldomo.spec.conformance.Approach;
import io.generaldomo.spec.conformance.Credentials;
import io.generaldomo.spec.conformance.Target;
import io.generaldomo.spec.conformance.Transport;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A socket of some implementation that the suite runs against.
 *
 * @param name   for people
 * @param target for the runner
 * @param takes  tells by their ids which cases it takes part in
 * @param end    closes what was opened for it
 */
record Subject(String name, Target target, Predicate<String> takes, Runnable end) {
    /** How long some give a handshake. */
    static final Duration HURRY = Duration.ofSeconds(2);

    private static final Predicate<String> ALL = id -> true;

    /** One that is bound, and echoes as far as its type can. */
    static Subject bound(String name, String endpoint, Credentials credentials, Runnable end) {
        return new Subject(name, Target.of(Approach.connect(address(endpoint))).echoing().with(credentials), ALL, end);
    }

    static InetSocketAddress address(String endpoint) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), URI.create(endpoint).getPort());
    }

    /** One that is opened for each case, and bound. */
    static Subject started(String name, Credentials credentials, Supplier<Approach.Host> start) {
        return new Subject(name, Target.of(Approach.start(start)).echoing().with(credentials), ALL, () -> { });
    }

    /** One that is opened for each case, and connects. */
    static Subject connecting(String name, Credentials credentials, Approach.Invitation invitation) {
        return new Subject(name, Target.of(Approach.invite(invitation)).echoing().with(credentials), ALL, () -> { });
    }

    /** The same for some cases alone. */
    Subject takingOnly(Predicate<String> ids) {
        return new Subject(name, target, ids, end);
    }

    /** The same, which was told to give a handshake no longer than {@link #HURRY}, for the cases that wait for that. */
    Subject inHurry() {
        return new Subject(name + ", " + HURRY.toSeconds() + " s for a handshake", target.givingHandshakes(HURRY), id -> id.contains("/silent"), end);
    }

    /** The same, which speaks ZWS. */
    Subject overWebSocket() {
        return new Subject(name + ", ws", target.over(Transport.WEB_SOCKET), takes, end);
    }

    /** The same without an echo. */
    Subject mute() {
        return new Subject(name, new Target(target.approach(), false, target.credentials(), target.patience(), target.handshakeTime(), target.transport()), takes, end);
    }
}
