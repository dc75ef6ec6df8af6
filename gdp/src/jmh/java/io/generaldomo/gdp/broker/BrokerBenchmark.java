package io.generaldomo.gdp.broker;

import io.generaldomo.gdp.ServiceName;
import io.generaldomo.gdp.protocol.Body;
import io.generaldomo.gdp.protocol.Command.ClientRequest;
import io.generaldomo.gdp.protocol.Command.Heartbeat;
import io.generaldomo.gdp.protocol.Command.WorkerReady;
import io.generaldomo.gdp.protocol.Command.WorkerReply;
import io.generaldomo.gdp.protocol.Dialect;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.lang.ref.Reference;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a request and an idle worker cost in the core: a few workers, or ten thousand over a thousand services. Connections are not part of it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 8, time = 1)
@Fork(1)
public class BrokerBenchmark {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    /** Workers; ten on each service. */
    @Param({"10", "10000"})
    public int workers;

    private BrokerCore core;
    private BenchmarkPeer[] peers;
    private BenchmarkPeer client;
    private ServiceName[] names;
    private final ByteBuf question = Unpooled.copiedBuffer(new byte[100]);
    private int next;
    private long now;

    /** Registers all. */
    @Setup
    public void register() {
        core = new BrokerCore(BrokerConfig.DEFAULT, new BrokerIdentity("0", "0"), 0, now);
        client = new BenchmarkPeer();
        names = new ServiceName[workers / 10];
        peers = new BenchmarkPeer[workers];
        for (int i = 0; i < names.length; i++) {
            names[i] = ServiceName.of("service-" + i);
        }
        for (int i = 0; i < workers; i++) {
            peers[i] = new BenchmarkPeer();
            core.onCommand(peers[i].peer, Dialect.GDP, new WorkerReady(names[i % names.length]), now);
        }
    }

    /** A request to the same service each time, and its reply: what all the others cost it. */
    @Benchmark
    public void requestToOneService() {
        // Workers of a service take turns: the next one is known.
        ask(names[0], peers[next]);
        next = next + names.length < workers ? next + names.length : 0;
    }

    /** A request to one service after the other, and its reply: nothing that it needs was used a short time ago. */
    @Benchmark
    public void requestToEachService() {
        ask(names[next % names.length], peers[next]);
        next = next + 1 == workers ? 0 : next + 1;
    }

    private void ask(ServiceName name, BenchmarkPeer worker) {
        core.onCommand(client.peer, Dialect.GDP, new ClientRequest(name, Body.ofParts(question.retain())), now);
        core.onCommand(worker.peer, Dialect.GDP, new WorkerReply(worker.address, Body.ofParts(question.retain())), now);
    }

    /** A second of idling: a heartbeat to each worker and one from each. */
    @Benchmark
    public void heartbeatsOfAll() {
        now += SECOND;
        for (BenchmarkPeer worker : peers) {
            core.onCommand(worker.peer, Dialect.GDP, Heartbeat.INSTANCE, now);
        }
        core.onTick(now);
    }

    /**
     * Prints the memory that an idle worker takes in the core.
     *
     * @param args none
     */
    public static void main(String[] args) {
        System.out.printf("an idle worker takes %d octets in the core%n", octetsPerWorker());
    }

    private static long octetsPerWorker() {
        BrokerBenchmark few = new BrokerBenchmark();
        few.workers = 10;
        few.register();
        long before = used();
        BrokerBenchmark many = new BrokerBenchmark();
        many.workers = 10_000;
        many.register();
        long after = used();
        Reference.reachabilityFence(many);
        return (after - before) / many.workers;
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 5; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
