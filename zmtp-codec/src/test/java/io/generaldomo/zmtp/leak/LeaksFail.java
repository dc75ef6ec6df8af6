package io.generaldomo.zmtp.leak;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Makes each test class fail that loses a buffer, instead of leaving a line in the log. JUnit finds it as a service, in every module that has this
 * module's test jar among its test dependencies. Where each buffer is not watched (leak detection below PARANOID) it does nothing.
 *
 * <p>Netty learns of a lost buffer when the garbage collector does, and tells when the next buffer is made; so a class ends with both.
 */
public final class LeaksFail implements BeforeAllCallback, AfterAllCallback {
    private static final Queue<String> LEAKS = new ConcurrentLinkedQueue<>();
    private static final int COLLECTIONS = 2;
    private static final int TRIES = 20;
    private static final int MILLIS_A_TRY = 500;

    /** Made by JUnit. */
    public LeaksFail() {}

    @Override
    public void beforeAll(ExtensionContext context) {
        ByteBufUtil.setLeakListener((type, records) -> LEAKS.add(type + records));
    }

    @Override
    public void afterAll(ExtensionContext context) throws InterruptedException {
        boolean nested = context.getParent().flatMap(ExtensionContext::getTestClass).isPresent();
        if (nested || ResourceLeakDetector.getLevel() != ResourceLeakDetector.Level.PARANOID) {
            return;
        }
        List<String> leaks = leaksFoundNow();
        if (!leaks.isEmpty()) {
            throw new AssertionError(leaks.size() + " lost buffers were found after this class:\n" + String.join("\n", leaks));
        }
    }

    /** Collects garbage and returns what Netty has to say about it. */
    static List<String> leaksFoundNow() throws InterruptedException {
        for (int i = 0; i < COLLECTIONS; i++) {
            collectGarbage();
            PooledByteBufAllocator.DEFAULT.directBuffer(1).release();
        }
        return Stream.generate(LEAKS::poll).takeWhile(leak -> leak != null).toList();
    }

    private static void collectGarbage() throws InterruptedException {
        ReferenceQueue<Object> collected = new ReferenceQueue<>();
        PhantomReference<Object> sentinel = new PhantomReference<>(new Object(), collected);
        for (int i = 0; i < TRIES; i++) {
            System.gc();
            if (collected.remove(MILLIS_A_TRY) == sentinel) {
                return;
            }
        }
        throw new AssertionError("the garbage collector did not run");
    }
}
