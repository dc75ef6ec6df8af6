package io.generaldomo.examples.bench.compare;

import io.generaldomo.examples.bench.Contestant;
import io.generaldomo.examples.bench.Course;
import io.generaldomo.examples.bench.Pace;
import io.generaldomo.examples.bench.Peer;
import io.generaldomo.examples.bench.Peers;
import io.generaldomo.examples.bench.Role;
import io.generaldomo.examples.bench.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The claims that we make, and their measurement. Used by one thread. */
public final class Comparison {
    private static final List<Integer> SIZES = List.of(10, 100, 1_000, 10_000, 100_000);
    private static final List<Integer> CURVE_SIZES = List.of(100, 1_000, 10_000);
    private static final int SMALL = 100;
    private static final int LARGE = 10_000;
    private static final int BODY = 100;
    /** What the broker of C++ generaldomo takes for a request, on a machine of this kind, with libzmq 4.3.5. */
    private static final double NATIVE_BROKER_NANOS = 23_000;

    private final List<Question> questions;

    /**
     * All of it, or a part.
     *
     * @param word what the names of the rows have in them; nothing for all
     */
    public Comparison(String word) {
        questions = questions().stream().filter(question -> question.what().contains(word)).toList();
    }

    /**
     * How many steps it takes.
     *
     * @param pace how long and how often
     * @return warm-ups and runs; zero if there is nothing of that name
     */
    public int steps(Pace pace) {
        return questions.stream().mapToInt(question -> question.steps(pace)).sum();
    }

    /**
     * Measures.
     *
     * @param pace how long and how often
     * @param step called when one of the steps is done
     * @return the table
     * @throws InterruptedException if the thread is interrupted
     */
    public List<Row> measure(Pace pace, Runnable step) throws InterruptedException {
        List<Row> rows = new ArrayList<>();
        for (Question question : questions) {
            rows.addAll(question.answer(pace, step));
        }
        return rows;
    }

    private static List<Question> questions() {
        List<Question> all = new ArrayList<>();
        Setting many = requests(10, 100);
        SIZES.forEach(size -> all.add(oneWay(size)));
        all.add(echo(1, Bound.atLeast(2)));
        all.add(echo(1000, Bound.atLeast(1)));
        all.add(brokered("brokered echo, 1 worker, 1 in flight", requests(1, 1), Bound.atLeast(5), List.of()));
        all.add(brokered("brokered echo, 10 workers, 100 in flight", many, Bound.atLeast(2),
                List.of(BrokerCosts.heap("heap allocated in the broker for a request", broker(many), Bound.atMost(200)))));
        all.add(brokered("the same with GDP 0.3", many.with("dialect", "gdp03"), Bound.atLeast(2), List.of()));
        all.add(brokerCpu());
        CURVE_SIZES.forEach(size -> all.add(curve(size)));
        all.add(new IdleWorkersQuestion(5_000, Bound.atMost(16)));
        all.addAll(Growth.questions());
        return all;
    }

    private static Question oneWay(int size) {
        String what = text("one way, %,d octets", size);
        Contestant ours = Contestant.of(Peers.OURS, Course.ONE_WAY, oneWaySetting(size, "null"));
        Bound jeroMq = Bound.atLeast(size < LARGE ? 3 : 1.5);
        Bound libzmq = Bound.atLeast(size <= SMALL ? 0.8 : 1);
        return against(what, ours, List.of(new Rival(Peers.JEROMQ, jeroMq), new Rival(Peers.LIBZMQ, libzmq)));
    }

    private static Question curve(int size) {
        Contestant ours = Contestant.of(Peers.OURS, Course.ONE_WAY, oneWaySetting(size, "curve"));
        return against(text("one way with CURVE, %,d octets", size), ours, List.of(new Rival(Peers.LIBZMQ, Bound.atLeast(0.7))));
    }

    private static Setting oneWaySetting(int size, String mechanism) {
        return Setting.empty().with("kind", "push-pull").with("size", size).with("mechanism", mechanism);
    }

    private static Question echo(int inFlight, Bound bound) {
        Setting setting = Setting.empty().with("kind", "client-server").with("size", BODY).with("inflight", inFlight);
        return bothWays(text("CLIENT/SERVER echo, %,d in flight", inFlight), Contestant.of(Peers.OURS, Course.ROUND_TRIP, setting),
                new Rival(Peers.LIBZMQ, bound), List.of());
    }

    private static Question brokered(String what, Setting setting, Bound bound, List<Claim> others) {
        return bothWays(what, broker(setting), new Rival(Peers.NATS, bound), others);
    }

    private static Contestant broker(Setting setting) {
        return Contestant.of(Peers.OURS, Course.BROKERED, setting);
    }

    /** Ours on a thread of the application, as theirs, and on the event loop, which is our own way. */
    private static Question bothWays(String what, Contestant ours, Rival rival, List<Claim> others) {
        Contestant onLoop = ours.named("ours on the event loop").with(ours.setting().with("receive", "listener"));
        Contestant theirs = Contestant.of(rival.peer(), ours.course(), ours.setting());
        List<Claim> claims = new ArrayList<>(List.of(
                new FasterThan(what, ours, theirs, rival.bound()), new FasterThan(what + ", on the event loop", onLoop, theirs, rival.bound())));
        claims.addAll(others);
        return new Trial(what, List.of(ours, onLoop, theirs), claims);
    }

    private static Question brokerCpu() {
        Contestant ours = Contestant.of(Peers.LIBZMQ, Course.BROKERED, requests(10, 100).with("dialect", "mdp01")).with("libzmq", Role.BROKER, Peers.OURS);
        String what = "broker's CPU time for a request, libzmq clients and workers";
        return new Trial(what, List.of(ours), List.of(BrokerCosts.cpuShare(
                what, ours, "C++ generaldomo, as measured elsewhere", NATIVE_BROKER_NANOS, Bound.atMost(0.3))));
    }

    static Setting requests(int workers, int inFlight) {
        return Setting.empty().with("size", BODY).with("dialect", "gdp").with("workers", workers).with("inflight", inFlight);
    }

    private record Rival(Peer peer, Bound bound) {}

    private static Question against(String what, Contestant ours, List<Rival> rivals) {
        List<Contestant> contestants = new ArrayList<>(List.of(ours));
        List<Claim> claims = new ArrayList<>();
        for (Rival rival : rivals) {
            Contestant theirs = Contestant.of(rival.peer(), ours.course(), ours.setting());
            contestants.add(theirs);
            claims.add(new FasterThan(what, ours, theirs, rival.bound()));
        }
        return new Trial(what, contestants, claims);
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
