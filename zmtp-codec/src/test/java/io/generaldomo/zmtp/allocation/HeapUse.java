package io.generaldomo.zmtp.allocation;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * How many octets of heap an operation allocates, on the thread that asks. A count, not a time: a busy machine does not change it.
 *
 * <p>The least of several rounds counts: classes are loaded and queues grow in the first ones. Escape analysis makes it less when the code is
 * compiled, never more. To be used together with {@link AsOnAnEventLoop}.
 */
public final class HeapUse {
    private static final int ROUNDS = 40;
    private static final int BATCHES = 25;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private HeapUse() {}

    /**
     * Measures.
     *
     * @param batch does a number of operations
     * @param operations that number
     * @return octets for each operation, rounded up
     */
    public static long perOperation(Runnable batch, int operations) {
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < BATCHES; i++) {
                batch.run();
            }
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        long measured = (long) BATCHES * operations;
        return (least + measured - 1) / measured;
    }
}
