package io.generaldomo.gdp.broker;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.zmtp.transport.ZmtpTransport;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.io.ByteArrayOutputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A worker that streams more than any buffer holds, to a client that does not read: plain sockets, so that nobody but the broker keeps anything. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StreamFlowTest {
    private static final int PARTS = 1000;
    private static final byte[] PART = new byte[64 * 1024];

    @Test
    void a_worker_that_streams_to_a_client_that_does_not_read_is_stopped_until_it_reads() throws Exception {
        MultiThreadIoEventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        UnpooledByteBufAllocator allocator = new UnpooledByteBufAllocator(true);
        GdpBroker broker = GdpBroker.create(BrokerConfig.DEFAULT, ZmtpTransport.using(group, allocator));
        int port = broker.bind("tcp://127.0.0.1:*").join().port();
        AtomicLong written = new AtomicLong();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        try (HostilePeer client = new HostilePeer(port); HostilePeer worker = new HostilePeer(port)) {
            worker.sends(HostilePeer.GREETING, HostilePeer.READY, message("MDPW02", "\1", "flood"));
            client.sends(HostilePeer.GREETING, HostilePeer.READY, message("MDPC02", "\1", "flood", "go"));
            String seen = worker.readUntil("\0\2go");
            String address = seen.substring(seen.length() - 10, seen.length() - 6);
            Thread stream = new Thread(() -> {
                try {
                    for (int i = 1; i <= PARTS; i++) {
                        worker.sends(message("MDPW02", i == PARTS ? "\4" : "\3", address, "", new String(PART, ISO_8859_1)));
                        written.incrementAndGet();
                    }
                } catch (Throwable broken) {
                    failure.set(broken);
                }
            }, "stream");
            stream.start();
            long before = -1;
            for (int still = 0; still < 300 && written.get() < PARTS; still = written.get() == before ? still + 1 : 0) {
                before = written.get();
                group.next().schedule(() -> {}, 1, TimeUnit.MILLISECONDS).get();
            }
            assertThat(written.get()).as("parts that the worker could write while nobody read").isLessThan(PARTS);
            assertThat(allocator.metric().usedDirectMemory() + allocator.metric().usedHeapMemory())
                    .as("octets that the broker holds, of %d", (long) PARTS * PART.length).isLessThan(4L << 20);
            client.readOctets((long) PARTS * PART.length);
            stream.join();
            assertThat(failure.get()).isNull();
            assertThat(written.get()).isEqualTo(PARTS);
        } finally {
            broker.close();
            group.shutdownGracefully(0, 5, TimeUnit.SECONDS).await();
        }
    }

    /** A message of frames whose characters are octets. */
    private static byte[] message(String... frames) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < frames.length; i++) {
            byte[] octets = frames[i].getBytes(ISO_8859_1);
            int more = i < frames.length - 1 ? 1 : 0;
            if (octets.length < 256) {
                out.write(more);
                out.write(octets.length);
            } else {
                out.write(2 | more);
                for (int shift = 56; shift >= 0; shift -= 8) {
                    out.write((int) ((long) octets.length >>> shift));
                }
            }
            out.writeBytes(octets);
        }
        return out.toByteArray();
    }
}
