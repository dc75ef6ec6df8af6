package io.generaldomo.zmtp.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpMessage;
import java.io.File;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Sockets of all types are opened and closed ten thousand times, and nothing is left of them. */
class EnduranceTest extends SocketTest {
    private static final File OPEN_FILES = new File("/proc/self/fd");
    private static final int CYCLES = 10_000;
    private static final SocketType[] TYPES = SocketType.values();

    private record Footprint(int threads, int files, long heap) {
        static Footprint now() {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            return new Footprint(Thread.activeCount(), OPEN_FILES.list().length, runtime.totalMemory() - runtime.freeMemory());
        }
    }

    @Test
    void tenThousandSocketsLeaveNothing() {
        Assumptions.assumeTrue(OPEN_FILES.isDirectory(), "file descriptors can be counted");
        run(CYCLES / 10);
        Footprint before = Footprint.now();
        run(CYCLES);
        Footprint after = Footprint.now();
        assertThat(after.threads).isLessThanOrEqualTo(before.threads + 2);
        assertThat(after.files).isLessThan(before.files + 50);
        assertThat(after.heap).as("octets on the heap").isLessThan(before.heap + (8 << 20));
    }

    /** All bind, every second one connects, and every twentieth talks. */
    private void run(int cycles) {
        for (int i = 0; i < cycles; i++) {
            try (BlockingSocket socket = BlockingSocket.open(TYPES[i % TYPES.length], options)) {
                boolean datagrams = socket.as(ZmtpSocket.class).type() == SocketType.DGRAM;
                String endpoint = socket.bind(datagrams ? "udp://127.0.0.1:*" : FREE_PORT).toString();
                if (i % 20 == 0) {
                    talk();
                } else if (i % 2 == 0 && !datagrams) {
                    socket.connect(endpoint);
                }
            }
        }
    }

    private void talk() {
        Recorder heard = new Recorder();
        try (ZmtpPush push = ZmtpPush.open(options, PeerListener.NONE);
                ZmtpPull pull = ZmtpPull.open(options, heard)) {
            push.connect(bind(pull));
            done(push.send(ZmtpMessage.ofUtf8("hello")));
            assertThat(heard.text()).isEqualTo("hello");
        }
    }
}
