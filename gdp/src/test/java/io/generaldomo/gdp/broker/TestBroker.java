package io.generaldomo.gdp.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.gdp.ServiceName;
import io.generaldomo.gdp.broker.BrokerCounters.Count;
import io.generaldomo.gdp.protocol.Address;
import io.generaldomo.gdp.protocol.Body;
import io.generaldomo.gdp.protocol.Command;
import io.generaldomo.gdp.protocol.Command.ClientRequest;
import io.generaldomo.gdp.protocol.Command.Disconnect;
import io.generaldomo.gdp.protocol.Command.Heartbeat;
import io.generaldomo.gdp.protocol.Command.WorkerReady;
import io.generaldomo.gdp.protocol.Command.WorkerReply;
import io.generaldomo.gdp.protocol.Dialect;
import io.generaldomo.gdp.protocol.ReplyKind;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A core in virtual time, with peers that speak to it, and an account of each buffer that it was given. */
final class TestBroker {
    /** Begins near the end of the range, so that each comparison of instants is tested for overflow. */
    private static final long START = Long.MAX_VALUE - TimeUnit.SECONDS.toNanos(20);

    final BrokerCore core;
    private final List<TestPeer> peers = new ArrayList<>();
    private final List<ByteBuf> buffers = new ArrayList<>();
    private long now = START;
    private long nextTick;

    TestBroker() {
        this(BrokerConfig.DEFAULT);
    }

    TestBroker(BrokerConfig config) {
        core = new BrokerCore(config, new BrokerIdentity("1.2.3", "00112233445566778899aabbccddeeff"), -2, now);
        nextTick = core.onTick(now);
    }

    long millis() {
        return TimeUnit.NANOSECONDS.toMillis(now - START);
    }

    long count(Count count) {
        return core.counters().get(count);
    }

    /** Requests that ended, however that was. */
    long ended() {
        return Count.ENDS.stream().mapToLong(this::count).sum();
    }

    TestPeer peer(String name) {
        return peer(name, Dialect.MDP_01);
    }

    TestPeer peer(String name, Dialect dialect) {
        return peer(name, dialect, Optional.empty());
    }

    TestPeer peer(String name, Dialect dialect, String user) {
        return peer(name, dialect, Optional.of(user));
    }

    private TestPeer peer(String name, Dialect dialect, Optional<String> user) {
        TestPeer peer = new TestPeer(this, name, dialect, user);
        peers.add(peer);
        return peer;
    }

    TestPeer worker(String name, String service) {
        TestPeer worker = peer(name);
        ready(worker, service);
        return worker;
    }

    void command(TestPeer from, Command command) {
        core.onCommand(from.peer, from.dialect, command, now);
    }

    void ready(TestPeer worker, String service) {
        command(worker, new WorkerReady(ServiceName.of(service)));
    }

    void heartbeat(TestPeer worker) {
        command(worker, Heartbeat.INSTANCE);
    }

    void disconnect(TestPeer worker) {
        command(worker, Disconnect.INSTANCE);
    }

    void request(TestPeer client, String service, String... frames) {
        command(client, new ClientRequest(ServiceName.of(service), body(frames)));
    }

    void reply(TestPeer worker, String... frames) {
        reply(worker, worker.takeAddress(), frames);
    }

    void reply(TestPeer worker, Address address, String... frames) {
        command(worker, new WorkerReply(address, body(frames)));
    }

    void reply(TestPeer worker, Address address, ReplyKind kind, String... frames) {
        command(worker, new WorkerReply(address, kind, body(frames)));
    }

    /** A partial reply to the request that the worker got first of those that it has. */
    void partial(TestPeer worker, String... frames) {
        reply(worker, worker.addresses.element(), ReplyKind.PARTIAL, frames);
    }

    void report(TestPeer worker, Address address, String... frames) {
        reply(worker, address, ReplyKind.REPORT, frames);
    }

    /** The client takes what it is sent again. */
    void writable(TestPeer peer) {
        peer.writable = true;
        core.onWritable(peer.peer);
    }

    void gone(TestPeer peer) {
        peers.remove(peer);
        core.onPeerGone(peer.peer, now);
    }

    /** Something else holds from now on; ticks, as the edge does. */
    void reconfigure(BrokerConfig config) {
        core.reconfigure(config, now);
        nextTick = core.onTick(now);
    }

    /** Lets time pass; ticks when the core asked for it. */
    void advance(long millis) {
        long end = now + TimeUnit.MILLISECONDS.toNanos(millis);
        while (nextTick - end <= 0) {
            now = nextTick;
            nextTick = core.onTick(now);
            assertThat(nextTick - now).as("a tick asks for a later one").isPositive();
        }
        now = end;
    }

    /** The broker sleeps for some time, and only then ticks. */
    void stall(long millis) {
        now += TimeUnit.MILLISECONDS.toNanos(millis);
        nextTick = core.onTick(now);
    }

    long now() {
        return now;
    }

    Body body(String... frames) {
        ByteBuf[] parts = new ByteBuf[frames.length];
        for (int i = 0; i < frames.length; i++) {
            byte[] octets = frames[i] == null ? new byte[0] : frames[i].getBytes(UTF_8);
            parts[i] = PooledByteBufAllocator.DEFAULT.buffer(Math.max(1, octets.length)).writeBytes(octets);
            buffers.add(parts[i]);
        }
        return Body.ofParts(parts);
    }

    /** How many of the buffers that the core was given are still alive. */
    int liveBuffers() {
        buffers.removeIf(buffer -> buffer.refCnt() == 0);
        return buffers.size();
    }

    /** All connections close: nothing may remain, and each accepted request has ended once. */
    void close() {
        List.copyOf(peers).forEach(this::gone);
        assertThat(liveBuffers()).as("buffers alive after everyone left").isZero();
        assertThat(core.services().size()).as("services after everyone left").isZero();
        assertThat(core.gate().requests()).isZero();
        assertThat(core.gate().octets()).isZero();
        assertThat(core.joiner().octets()).isZero();
        assertThat(ended()).as("requests that have ended, of all accepted").isEqualTo(count(Count.ACCEPTED));
    }
}
