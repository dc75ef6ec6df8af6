package io.generaldomo.gdp.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.gdp.ServiceName;
import io.generaldomo.gdp.protocol.Body;
import io.generaldomo.gdp.protocol.Command.ClientRequest;
import io.generaldomo.gdp.protocol.Command.WorkerReady;
import io.generaldomo.gdp.protocol.Command.WorkerReply;
import io.generaldomo.gdp.protocol.Dialect;
import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpConfig;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.allocation.AllocationBounds;
import io.generaldomo.zmtp.allocation.AsOnAnEventLoop;
import io.generaldomo.zmtp.allocation.ConnectedPair;
import io.generaldomo.zmtp.allocation.HeapUse;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards what a request and its reply cost in heap. The bounds are {@link AllocationBounds}. */
@ExtendWith(AsOnAnEventLoop.class)
class BrokerAllocationTest {
    private static final int BATCH = 64;
    private static final ServiceName ECHO = ServiceName.of("echo");

    @Test
    void core() {
        BrokerCore core = new BrokerCore(BrokerConfig.DEFAULT, new BrokerIdentity("0", "0"), 0, 0);
        BenchmarkPeer worker = new BenchmarkPeer();
        BenchmarkPeer client = new BenchmarkPeer();
        ByteBuf octets = Unpooled.directBuffer().writeZero(100);
        core.onCommand(worker.peer, Dialect.GDP, new WorkerReady(ECHO), 0);
        long heap = HeapUse.perOperation(() -> {
            for (int i = 0; i < BATCH; i++) {
                core.onCommand(client.peer, Dialect.GDP, new ClientRequest(ECHO, Body.ofParts(octets.retain())), 0);
                core.onCommand(worker.peer, Dialect.GDP, new WorkerReply(worker.address, Body.ofParts(octets.retain())), 0);
            }
        }, BATCH);
        octets.release();
        assertThat(heap).isLessThanOrEqualTo(AllocationBounds.REQUEST_IN_CORE);
    }

    /**
     * From octets to octets, there and back: all that a broker does but for what the sockets of the operating system need. One request at a time, so that
     * nothing is shared among several.
     *
     * @param command where in a worker's request, on the wire, the octet stands that says what it is
     */
    @ParameterizedTest
    @CsvSource({
        "GDP, CLIENT, 10, " + AllocationBounds.GDP_REQUEST_IN_BROKER,
        "MDP_01, DEALER, 12, " + AllocationBounds.MDP_REQUEST_IN_BROKER
    })
    void broker(Dialect dialect, SocketType type, int command, int bound) {
        EmbeddedChannel loop = new EmbeddedChannel();
        BrokerEdge edge = new BrokerEdge(BrokerConfig.DEFAULT, new BrokerIdentity("0", "0"), loop.eventLoop(), () -> 0, loop.alloc());
        try (ConnectedPair client = connected(edge, type); ConnectedPair worker = connected(edge, type)) {
            byte[] ready = wire(worker, dialect.encode(new WorkerReady(ECHO), loop.alloc()));
            ConnectedPair.read(worker.accepting(), ready, ready.length);
            byte[] request = wire(client, dialect.encode(new ClientRequest(ECHO, Body.ofParts(Unpooled.wrappedBuffer(new byte[100]))), loop.alloc()));
            Runnable oneByOne = () -> {
                for (int i = 0; i < BATCH; i++) {
                    ConnectedPair.read(client.accepting(), request, request.length);
                    echo(worker.accepting(), command);
                    ByteBuf reply = client.accepting().readOutbound();
                    reply.release();
                }
            };
            long heap = HeapUse.perOperation(oneByOne, BATCH);
            assertThat(heap).isLessThanOrEqualTo(bound);
        } finally {
            edge.close();
            loop.finishAndReleaseAll();
        }
    }

    /** A reply has the octets of its request, but for one that says what it is. */
    private static void echo(EmbeddedChannel worker, int command) {
        ByteBuf octets = worker.readOutbound();
        octets.setByte(octets.readerIndex() + command, 3);
        worker.pipeline().fireChannelRead(octets);
        worker.pipeline().fireChannelReadComplete();
    }

    private static ConnectedPair connected(BrokerEdge edge, SocketType type) {
        return new ConnectedPair(ZmtpConfig.of(type), ZmtpConfig.of(SocketType.ROUTER, SocketType.SERVER), edge.newPeer());
    }

    private static byte[] wire(ConnectedPair pair, ZmtpMessage message) {
        try {
            return pair.wire(message, 1);
        } finally {
            message.release();
        }
    }
}
