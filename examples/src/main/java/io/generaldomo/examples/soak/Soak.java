package io.generaldomo.examples.soak;

import io.generaldomo.gdp.ConnectionConfig;
import io.generaldomo.gdp.broker.AccessRules;
import io.generaldomo.gdp.broker.BrokerConfig;
import io.generaldomo.gdp.broker.GdpBroker;
import io.generaldomo.zmtp.ZmtpLimits;
import java.time.Duration;
import org.HdrHistogram.Histogram;

/**
 * A soak from beginning to end, in one process. Not thread-safe.
 *
 * <p>Everybody comes once for a short while, so that what is made only once is made; then the first {@linkplain Footprint look}. A client measures its
 * round trips in a quiet time, then beside attackers, and for the rest of the time beside visitors and garbage as well. When all have gone comes the
 * second look.
 */
public final class Soak {
    private static final Duration HANDSHAKE_TIME = Duration.ofSeconds(10);
    private static final Duration ONCE = Duration.ofSeconds(10);
    private static final Duration SETTLE = Duration.ofSeconds(2);
    private static final int MOST_LOOKS = 15;
    private static final int PARTS = 10;

    private final Duration time;
    private final int number;
    private final Stage stage;

    /** Lets time pass, and may show how much. */
    @FunctionalInterface
    public interface Stage {
        /**
         * Waits.
         *
         * @param what goes on meanwhile, in a few words
         * @param time how long to wait
         * @throws InterruptedException if the thread is interrupted
         */
        void last(String what, Duration time) throws InterruptedException;
    }

    /**
     * A soak.
     *
     * @param time how long, apart from the beginning and the end, which take a minute: one tenth is quiet, one tenth has attackers only
     * @param visitors clients and workers that are there at the same time, more or less
     * @param stage lets time pass
     */
    public Soak(Duration time, int visitors, Stage stage) {
        this.time = time;
        this.number = visitors;
        this.stage = stage;
    }

    /**
     * What came of it. Round trips are in nanoseconds.
     *
     * @param before what the process held before
     * @param after what it held afterwards
     * @param quiet round trips while nobody else was there
     * @param attacked round trips beside attackers
     * @param crowded round trips beside attackers, visitors and garbage
     * @param lost requests without a reply, of those that are measured
     * @param visits clients and workers that came
     * @param replies replies that the visiting clients got
     * @param hostile connections of silent and slow peers, and of garbage
     */
    public record Outcome(
            Footprint before, Footprint after, Histogram quiet, Histogram attacked, Histogram crowded, long lost, long visits, long replies, long hostile) {}

    /**
     * Runs it.
     *
     * @return what came of it
     * @throws InterruptedException if the thread is interrupted
     */
    public Outcome run() throws InterruptedException {
        Keys keys = new Keys();
        BrokerConfig config = BrokerConfig.DEFAULT
                .withSecurity(keys.broker())
                .withAccess(AccessRules.ALLOW_ALL)
                .withLimits(ZmtpLimits.DEFAULT.withHandshakeTime(HANDSHAKE_TIME));
        try (GdpBroker broker = GdpBroker.create(config)) {
            int port = broker.bind("tcp://127.0.0.1:*").join().port();
            ConnectionConfig endpoint = ConnectionConfig.to("tcp://127.0.0.1:" + port);
            try (Probe probe = new Probe(endpoint.withSecurity(keys.guest()))) {
                return run(keys, endpoint, port, probe);
            }
        }
    }

    private Outcome run(Keys keys, ConnectionConfig endpoint, int port, Probe probe) throws InterruptedException {
        Attackers first = new Attackers(port, endpoint.withSecurity(keys.stranger()), endpoint.withSecurity(keys.lost()));
        new Crowd(endpoint.withSecurity(keys.guest()), port).stay("everybody comes once", ONCE);
        first.stop();
        stage.last("they have gone", SETTLE);
        Footprint before = Footprint.now();

        probe.roundTrips();
        stage.last("a quiet time", part(1));
        Histogram quiet = probe.roundTrips();

        Attackers attackers = new Attackers(port, endpoint.withSecurity(keys.stranger()), endpoint.withSecurity(keys.lost()));
        attackers.awaitAll();
        probe.roundTrips();
        stage.last("attackers", part(1));
        Histogram attacked = probe.roundTrips();

        Crowd crowd = new Crowd(endpoint.withSecurity(keys.guest()), port);
        crowd.stay("attackers, visitors and garbage", part(PARTS - 2));
        attackers.stop();
        Histogram crowded = probe.roundTrips();
        Footprint after = settled(before);
        return new Outcome(
                before, after, quiet, attacked, crowded, probe.failures(), crowd.visitors.visits(), crowd.visitors.replies(),
                attackers.connections() + crowd.garbage.connections());
    }

    private Duration part(int parts) {
        return time.multipliedBy(parts).dividedBy(PARTS);
    }

    /** The last connections may take a moment to close, on a busy machine some more. */
    private Footprint settled(Footprint before) throws InterruptedException {
        Footprint now = Footprint.now();
        for (int i = 0; i < MOST_LOOKS && (now.files() > before.files() || now.threads() > before.threads()); i++) {
            stage.last("all have gone", SETTLE);
            now = Footprint.now();
        }
        return now;
    }

    private final class Crowd {
        private final Visitors visitors;
        private final Garbage garbage;

        private Crowd(ConnectionConfig guest, int port) {
            visitors = new Visitors(guest, number);
            garbage = new Garbage(port);
        }

        private void stay(String what, Duration stay) throws InterruptedException {
            stage.last(what, stay);
            garbage.stop();
            visitors.leave();
        }
    }
}
