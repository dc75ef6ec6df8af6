package io.generaldomo.examples.conform;

import io.generaldomo.spec.conformance.Approach;
import io.generaldomo.spec.conformance.Credentials;
import io.generaldomo.spec.conformance.Target;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * A socket of some implementation that the suite runs against.
 *
 * @param name   for people
 * @param target for the runner
 * @param part   of the ids of the cases that it takes part in
 * @param end    closes what was opened for it
 */
record Subject(String name, Target target, String part, Runnable end) {
    private static final String TYPES = "/socket-type/";

    private static final Duration PATIENCE = Duration.ofSeconds(4);

    /** One that is bound, and echoes as far as its type can. */
    static Subject bound(String name, String endpoint, Credentials credentials, Runnable end) {
        return new Subject(name, Target.of(Approach.connect(address(endpoint))).echoing().with(credentials).with(PATIENCE), "", end);
    }

    static InetSocketAddress address(String endpoint) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), URI.create(endpoint).getPort());
    }

    /** One that is opened for each case, and bound. */
    static Subject started(String name, Credentials credentials, Supplier<Approach.Host> start) {
        return new Subject(name, Target.of(Approach.start(start)).echoing().with(credentials).with(PATIENCE), "", () -> { });
    }

    /** One that is opened for each case, and connects. */
    static Subject connecting(String name, Credentials credentials, Approach.Invitation invitation) {
        return new Subject(name, Target.of(Approach.invite(invitation)).echoing().with(credentials).with(PATIENCE), "", () -> { });
    }

    /** The same for the table of socket types alone. */
    Subject ofTypeOnly() {
        return new Subject(name, target, TYPES, end);
    }

    /** The same without an echo. */
    Subject mute() {
        return new Subject(name, new Target(target.approach(), false, target.credentials(), target.patience()), part, end);
    }
}
