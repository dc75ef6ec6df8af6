package io.generaldomo.examples.bench.compare;

import io.generaldomo.examples.bench.Contestant;
import io.generaldomo.examples.bench.Course;
import io.generaldomo.examples.bench.Peers;
import io.generaldomo.examples.bench.Setting;
import java.util.List;

/**
 * What a request costs our broker when there is much of everything, compared with little. Measured in its process, connections included, so that a figure is what
 * an operator gets; the JMH benchmark of {@code gdp} has the core alone. There are no heartbeats: they cost each worker, not each request.
 */
final class Growth {
    private static final int LITTLE = 10;
    private static final int WORKERS = 10_000;
    private static final int SERVICES = 1_000;
    private static final int QUEUED = 1_000_000;
    private static final int IN_FLIGHT = 10;
    private static final Bound BOUND = Bound.atMost(1.2);

    private Growth() {}

    static List<Question> questions() {
        Setting calm = Comparison.requests(LITTLE, IN_FLIGHT).with("heartbeat", "seldom");
        Setting queued = calm.with("dialect", "mdp01").with("pipelined", "true").with("queued", 2 * QUEUED);
        return List.of(
                growth("10 to 10,000 workers", calm, calm.with("workers", WORKERS)),
                growth("1 to 1,000 services", calm.with("workers", SERVICES), calm.with("workers", SERVICES).with("services", SERVICES)),
                growth("0 to 1,000,000 queued requests", queued, queued.with("inflight", QUEUED)));
    }

    private static Question growth(String what, Setting little, Setting much) {
        Contestant before = Contestant.of(Peers.OURS, Course.BROKERED, little).named("little");
        Contestant after = Contestant.of(Peers.OURS, Course.BROKERED, much).named("much");
        String name = "broker's CPU time for a request, " + what;
        return new Trial(name, List.of(before, after), List.of(BrokerCosts.growth(name, before, after, BOUND)));
    }
}
