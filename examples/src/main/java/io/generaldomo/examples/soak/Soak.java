package io.generaldomo.examples.soak;

import io.generaldomo.gdp.ConnectionConfig;
import io.generaldomo.gdp.broker.AccessRules;
import io.generaldomo.gdp.broker.BrokerConfig;
import io.generaldomo.gdp.broker.GdpBroker;
import io.generaldomo.zmtp.ZmtpLimits;
import java.time.Duration;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;

/**
 * A soak from beginning to end, in one process. Not thread-safe.
 *
 * <p>Everybody comes once for a short while, so that what is made only once is made. Then the first {@linkplain Footprint look}; a quiet time, for the round trips
 * that nobody disturbs; visitors and attackers for the rest of the time; and when all have gone the second look.
 */
public final class Soak {
    private static final Duration HANDSHAKE_TIME = Duration.ofSeconds(10);
    private static final int SETTLE_MILLIS = 2_000;
    private static final int MOST_LOOKS = 15;
    private static final double QUIET = 0.1;

    private final Duration time;
    private final int visitors;
    private final Consumer<String> stages;

    /**
     * A soak.
     *
     * @param time how long, apart from the beginning and the end, which take half a minute
     * @param visitors clients and workers that are there at the same time, more or less
     * @param stages is told what is going on
     */
    public Soak(Duration time, int visitors, Consumer<String> stages) {
        this.time = time;
        this.visitors = visitors;
        this.stages = stages;
    }

    /**
     * What came of it.
     *
     * @param before what the process held before
     * @param after what it held afterwards
     * @param quiet round trips of the probe while nobody else was there, in nanoseconds
     * @param attacked round trips of the probe under attack, in nanoseconds
     * @param failures requests of the probe without a reply
     * @param visits clients and workers that came
     * @param replies replies that the visiting clients got
     * @param attacks connections that the attackers opened
     */
    public record Outcome(
            Footprint before, Footprint after, Histogram quiet, Histogram attacked, long failures, long visits, long replies, long attacks) {}

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
            ConnectionConfig guest = endpoint.withSecurity(keys.guest());
            ConnectionConfig stranger = endpoint.withSecurity(keys.stranger());
            ConnectionConfig lost = endpoint.withSecurity(keys.lost());
            try (Probe probe = new Probe(guest)) {
                stages.accept("everybody comes once");
                crowd(guest, stranger, lost, port, Duration.ofSeconds(10));
                Thread.sleep(SETTLE_MILLIS);
                Footprint before = Footprint.now();
                probe.roundTrips();

                stages.accept("a quiet time");
                Thread.sleep((long) (time.toMillis() * QUIET));
                Histogram quiet = probe.roundTrips();

                stages.accept("visitors and attackers");
                Crowd crowd = crowd(guest, stranger, lost, port, Duration.ofMillis((long) (time.toMillis() * (1 - QUIET))));
                Histogram attacked = probe.roundTrips();

                stages.accept("all have gone");
                Footprint after = settled(before);
                return new Outcome(before, after, quiet, attacked, probe.failures(), crowd.visits, crowd.replies, crowd.attacks);
            }
        }
    }

    /** The last connections may take a moment to close, on a busy machine some more. */
    private static Footprint settled(Footprint before) throws InterruptedException {
        Footprint now = Footprint.now();
        for (int i = 0; i < MOST_LOOKS && (now.files() > before.files() || now.threads() > before.threads()); i++) {
            Thread.sleep(SETTLE_MILLIS);
            now = Footprint.now();
        }
        return now;
    }

    private record Crowd(long visits, long replies, long attacks) {}

    private Crowd crowd(ConnectionConfig guest, ConnectionConfig stranger, ConnectionConfig lost, int port, Duration stay)
            throws InterruptedException {
        Visitors guests = new Visitors(guest, visitors);
        Attackers attackers = new Attackers(port, stranger, lost);
        Thread.sleep(stay.toMillis());
        attackers.stop();
        guests.leave();
        return new Crowd(guests.visits(), guests.replies(), attackers.connections());
    }
}
