package io.generaldomo.examples.bench.role;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;

/** The heap that the threads of this process allocate, except the one that asks: threads that live all the time. Used by one thread. */
final class Allocation {
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Map<Long, Long> atStart = new HashMap<>();

    void start() {
        atStart.clear();
        atStart.putAll(now());
    }

    /** Octets since the start. */
    long stop() {
        long sum = 0;
        for (Map.Entry<Long, Long> thread : now().entrySet()) {
            sum += thread.getValue() - atStart.getOrDefault(thread.getKey(), 0L);
        }
        return sum;
    }

    private Map<Long, Long> now() {
        long[] ids = threads.getAllThreadIds();
        long[] octets = threads.getThreadAllocatedBytes(ids);
        Map<Long, Long> perThread = new HashMap<>();
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] != Thread.currentThread().getId() && octets[i] >= 0) {
                perThread.put(ids[i], octets[i]);
            }
        }
        return perThread;
    }
}
