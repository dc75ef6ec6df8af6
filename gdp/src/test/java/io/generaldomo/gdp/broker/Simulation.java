package io.generaldomo.gdp.broker;

import io.generaldomo.gdp.HeartbeatPolicy;
import io.generaldomo.gdp.ServiceName;
import io.generaldomo.gdp.broker.BrokerCounters.Count;
import io.generaldomo.gdp.protocol.Command;
import io.generaldomo.gdp.protocol.Dialect;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Clients, workers, a broker's core and the net between them, all driven by one seed, in virtual time. First a season of faults; then everybody behaves, and every
 * request has to end. Invariants are checked after each event.
 */
final class Simulation {
    static final int MAX_TRIES = 3;
    private static final int SEVERAL = 4;
    private static final String[] SERVICES = {"echo", "image-resize", "dimmi.x", "limited", "rare"};
    private static final QueueLimits SERVICE_QUEUE = new QueueLimits(30, 6000);

    final SimTime time = new SimTime();
    final Random random;
    final UnpooledByteBufAllocator allocator = new UnpooledByteBufAllocator(false, true);
    final SimLedger ledger = new SimLedger(MAX_TRIES, SEVERAL);
    final Sabotage sabotage;
    final BrokerCore core;

    private final ObservedTale tale = new ObservedTale();
    private final List<SimLink> links = new ArrayList<>();
    private final int restMillis;
    private boolean quiet;
    private boolean over;
    private long asleepUntil;
    private int serial;

    Simulation(long seed, Sabotage sabotage) {
        this.random = new Random(seed);
        this.sabotage = sabotage;
        ServicePolicy usual = ServicePolicy.DEFAULT
                .withMaxTries(MAX_TRIES)
                .withRequestExpiry(Duration.ofSeconds(5))
                .withQueue(SERVICE_QUEUE);
        BrokerConfig config = BrokerConfig.DEFAULT
                .withHeartbeat(HeartbeatPolicy.DEFAULT)
                .withServicePolicy(usual)
                .withServicePolicy(ServiceName.of("limited"), usual.withProcessingLimit(Duration.ofMillis(150)).withRequestExpiry(Duration.ofSeconds(1)))
                .withBrokerQueue(new QueueLimits(60, 12_000))
                .withJoinLimits(new JoinLimits(3, 60))
                .withRequestsPerWorker(SEVERAL)
                .withObserver(tale);
        this.core = new BrokerCore(config, new BrokerIdentity("simulated", Long.toHexString(seed)), random.nextInt(), time.now());
        this.asleepUntil = time.now();
        this.restMillis = 20 + random.nextInt(300);
    }

    /** Everything from the first connection to the last. Fails with what was broken. */
    void run(long faultyMillis) {
        long heapBefore = UnpooledByteBufAllocator.DEFAULT.metric().usedHeapMemory();
        tick();
        for (int i = 1 + random.nextInt(8); i > 0; i--) {
            newClient();
        }
        for (int i = random.nextInt(16); i > 0; i--) {
            newWorker();
        }
        sleepNowAndThen();
        while (time.millis() < faultyMillis) {
            time.step();
        }
        quiet = true;
        boolean drained = random.nextBoolean();
        if (drained) {
            core.drain(time.now());
        }
        // What a stopped client had sent is read as the queue empties, and waits its time then: that can take many expiries.
        long earliest = time.millis() + 10_000;
        long latest = time.millis() + 3_600_000;
        while (time.millis() < earliest || time.millis() < latest && (core.counters().get(Count.ACCEPTED) != ended() || somethingIsNotRead())) {
            time.step();
        }
        ledger.check(core.counters().get(Count.ACCEPTED) == ended(), "%d requests never end: %s", core.counters().get(Count.ACCEPTED) - ended(), openEnds());
        ledger.check(!drained || core.isDrained(), "a broker that ends does not");
        ledger.check(core.joiner().octets() == 0, "parts are kept for nobody");
        over = true;
        links.forEach(SimLink::breakDown);
        while (!links.isEmpty()) {
            time.step();
        }
        ledger.check(core.services().size() == 0, "services of nobody");
        String complaint = tale.complaint(core);
        ledger.check(complaint == null, "an observer is told nonsense: %s", complaint);
        // What is still under way is lost with its connection, and releases its buffers then.
        for (int i = 0; i < 5_000; i++) {
            time.step();
        }
        ledger.check(allocator.metric().usedHeapMemory() == 0, "%d octets are retained", allocator.metric().usedHeapMemory());
        long copies = UnpooledByteBufAllocator.DEFAULT.metric().usedHeapMemory() - heapBefore;
        ledger.check(copies == 0, "%d octets of copies are retained", copies);
    }

    long requests() {
        return core.counters().get(Count.ACCEPTED);
    }

    boolean isQuiet() {
        return quiet;
    }

    int restMillis() {
        return quiet ? 1000 : restMillis;
    }

    String service() {
        // The last one has a worker only seldom.
        return SERVICES[Math.min(random.nextInt(SERVICES.length), random.nextInt(SERVICES.length + 2))];
    }

    long delayNanos() {
        int millis = random.nextInt(50) == 0 ? random.nextInt(1500) : random.nextInt(20);
        return TimeUnit.MILLISECONDS.toNanos(millis) + random.nextInt(1000);
    }

    void newClient() {
        if (!quiet) {
            new SimClient(this, "client" + serial++);
        }
    }

    void newWorker() {
        if (!over) {
            new SimWorker(this, "worker" + serial++);
        }
    }

    SimLink connect(String name, Dialect dialect, Consumer<Command> inbox, Runnable onBreak) {
        SimLink link = new SimLink(this, name, dialect, inbox, onBreak);
        links.add(link);
        return link;
    }

    /** A connection has ended, and the broker learns it. */
    void gone(Peer peer) {
        links.removeIf(link -> link.peer == peer);
        sabotage.gone(core, peer, time.now(), random);
        afterStep();
    }

    /** Does something at the broker: now, or when it wakes up. */
    void whenAwake(Runnable what) {
        if (asleepUntil - time.now() > 0) {
            time.at(asleepUntil, what);
        } else {
            what.run();
        }
    }

    private void tick() {
        if (asleepUntil - time.now() > 0) {
            time.at(asleepUntil, this::tick);
            return;
        }
        long next = core.onTick(time.now());
        ledger.check(next - time.now() > 0, "a tick asks for an earlier one");
        time.at(next, this::tick);
        afterStep();
    }

    private void sleepNowAndThen() {
        if (!quiet) {
            time.after(random.nextInt(30_000), () -> {
                asleepUntil = time.now() + TimeUnit.MILLISECONDS.toNanos(random.nextInt(random.nextInt(4) == 0 ? 20_000 : 300));
                sleepNowAndThen();
            });
        }
    }

    private boolean somethingIsNotRead() {
        return links.stream().anyMatch(SimLink::hasUnread);
    }

    private String openEnds() {
        StringBuilder ends = new StringBuilder();
        for (Service service : core.services().ordered().values()) {
            ends.append(service.name).append(": ").append(service.queue.size()).append(" wait, ").append(service.busy).append(" busy; ");
        }
        links.stream().filter(link -> link.peer.worker != null && link.peer.worker.isBusy()).forEach(ends::append);
        return ends.toString();
    }

    private long ended() {
        long ended = 0;
        for (Count count : Count.ENDS) {
            ended += core.counters().get(count);
        }
        return ended;
    }

    /** What has to hold whenever the core is at rest. */
    void afterStep() {
        sabotage.meddle(core, random);
        int waiting = 0;
        long octets = 0;
        for (Service service : core.services().ordered().values()) {
            ledger.check(!service.isUnused(), "%s is of no use", service.name);
            ledger.check(service.next() == null || service.queue.isEmpty(), "a request waits beside a worker");
            ledger.check(service.gate.requests() == service.queue.size(), "a gate counts wrong");
            // Twice the limit, the one that reached it, and what lost workers held.
            ledger.check(service.gate.requests() <= 2 * SERVICE_QUEUE.requests() + 1 + SEVERAL * links.size(), "a queue overflows");
            waiting += service.gate.requests();
            octets += service.gate.octets();
        }
        ledger.check(core.gate().requests() == waiting && core.gate().octets() == octets, "the gate of all counts wrong");
        int held = 0;
        for (SimLink link : links) {
            held += link.peer.held.size();
            Worker worker = link.peer.worker;
            if (worker != null) {
                ledger.check(worker.isBusy() || worker.place.isLinked() || worker.isLeaving(), "%s is neither idle nor busy", link.peer);
                ledger.check(worker.place.isLinked() == worker.hasRoom(), "%s is in the wrong place", link.peer);
            }
        }
        ledger.check(requests() == waiting + held + ended(), "an accepted request neither waits, nor is held, nor has ended once");
        ledger.check(core.counters().get(Count.REPLIED) == ledger.replies, "a reply is not what the core takes it for");
    }
}
