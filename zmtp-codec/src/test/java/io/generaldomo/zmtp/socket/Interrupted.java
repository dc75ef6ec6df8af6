package io.generaldomo.zmtp.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A thread that makes the same call over and over, and does not get further than to be interrupted in it. */
final class Interrupted {
    /** What blocks. */
    interface Call {
        void block() throws InterruptedException;
    }

    private static final Set<Thread.State> WAITS = EnumSet.of(Thread.State.WAITING, Thread.State.TIMED_WAITING);

    private final AtomicInteger times = new AtomicInteger();
    private final Thread thread;
    private volatile boolean ended;

    Interrupted(Call call) {
        thread = new Thread(() -> blockOn(call), "interrupted");
        thread.setDaemon(true);
        thread.start();
    }

    private void blockOn(Call call) {
        while (!ended) {
            try {
                call.block();
                return; // which is not what was to happen, and is seen by the thread's end
            } catch (InterruptedException expected) {
                times.incrementAndGet();
            }
        }
    }

    /** Interrupts the call once it waits, and returns when it has ended by that. */
    void interrupt() {
        int before = times.get();
        while (!WAITS.contains(thread.getState())) {
            assertThat(thread.isAlive()).as("the call blocks").isTrue();
            Thread.onSpinWait();
        }
        thread.interrupt();
        while (times.get() == before && thread.isAlive()) {
            Thread.onSpinWait();
        }
        assertThat(times).hasValue(before + 1);
    }

    void end() throws InterruptedException {
        ended = true;
        interrupt();
        thread.join();
    }
}
