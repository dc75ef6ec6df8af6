package io.generaldomo.gdp.connection;

import io.generaldomo.zmtp.transport.ZmtpTransport;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.ManualIoEventLoop;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.MockTicker;
import io.netty.util.concurrent.Ticker;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** An event loop on real sockets, whose clock stands still until a test moves it. */
public final class VirtualLoop implements AutoCloseable {
    private static final long MOST_WAIT = TimeUnit.SECONDS.toNanos(1);

    private final MockTicker ticker = Ticker.newMockTicker();
    private final ManualIoEventLoop loop;
    private final AtomicLong rounds = new AtomicLong();

    public VirtualLoop() {
        Thread thread = new Thread(this::run, "virtual time");
        thread.setDaemon(true);
        loop = new ManualIoEventLoop(null, thread, NioIoHandler.newFactory(), ticker);
        thread.start();
    }

    private void run() {
        while (!loop.isTerminated()) {
            loop.run(MOST_WAIT);
            rounds.incrementAndGet();
        }
    }

    public ZmtpTransport transport() {
        return ZmtpTransport.using(loop, PooledByteBufAllocator.DEFAULT);
    }

    /** Lets time pass; when it returns, what was due has been done. */
    public void advance(Duration time) {
        onLoop(() -> ticker.advance(time.toNanos(), TimeUnit.NANOSECONDS));
        settle();
    }

    /** Waits until the loop has done what there was to do, and what was due. */
    public void settle() {
        long enough = rounds.get() + 3; // one that is under way, one that sees the new time, one for what that led to
        while (rounds.get() < enough) {
            loop.wakeup();
            Thread.onSpinWait();
        }
    }

    public void onLoop(Runnable task) {
        loop.submit(task).syncUninterruptibly();
    }

    @Override
    public void close() {
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
        onceAgain();
    }

    /** The end, too, waits for the clock. */
    private void onceAgain() {
        while (!loop.isTerminated()) {
            ticker.advance(1, TimeUnit.SECONDS);
            loop.wakeup();
            Thread.onSpinWait();
        }
    }
}
