package io.generaldomo.zmtp.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;

/**
 * What this process takes.
 *
 * @param threads of the JVM that are alive
 * @param files descriptors that are open
 * @param heap octets in use after a collection
 * @param direct octets outside of the heap that Netty's allocators hold
 */
record Footprint(int threads, int files, long heap, long direct) {
    private static final File OPEN_FILES = new File("/proc/self/fd");
    /** Other threads of the test run come and go. */
    private static final int FEW_THREADS = 2;

    private static final int FEW_FILES = 50;
    private static final long LITTLE_HEAP = 8 << 20;

    /** Skips the test where file descriptors cannot be counted. */
    static Footprint now() {
        Assumptions.assumeTrue(OPEN_FILES.isDirectory(), "file descriptors can be counted");
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return new Footprint(
                ManagementFactory.getThreadMXBean().getThreadCount(),
                Objects.requireNonNull(OPEN_FILES.list()).length,
                runtime.totalMemory() - runtime.freeMemory(),
                PooledByteBufAllocator.DEFAULT.metric().usedDirectMemory() + UnpooledByteBufAllocator.DEFAULT.metric().usedDirectMemory());
    }

    /** Ten thousand times the smallest thing would be more; the pool may have taken one chunk more. */
    void isAsBefore(Footprint before) {
        assertThat(threads).as("threads").isLessThanOrEqualTo(before.threads + FEW_THREADS);
        assertThat(files).as("file descriptors").isLessThan(before.files + FEW_FILES);
        assertThat(heap).as("octets on the heap").isLessThan(before.heap + LITTLE_HEAP);
        assertThat(direct).as("octets of direct memory").isLessThanOrEqualTo(before.direct + PooledByteBufAllocator.DEFAULT.metric().chunkSize());
    }
}
