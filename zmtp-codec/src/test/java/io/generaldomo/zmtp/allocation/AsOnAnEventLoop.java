package io.generaldomo.zmtp.allocation;

import io.netty.util.ResourceLeakDetector;
import io.netty.util.ResourceLeakDetector.Level;
import io.netty.util.concurrent.FastThreadLocalThread;
import java.lang.reflect.Method;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Lets a test class count allocations as they are on an event loop: on a thread of Netty's, which has buffers in store, and without the watch for
 * lost buffers, which allocates many times more than what it watches.
 */
public final class AsOnAnEventLoop implements BeforeAllCallback, AfterAllCallback, InvocationInterceptor {
    private Level usual = ResourceLeakDetector.getLevel();

    /** Made by JUnit. */
    public AsOnAnEventLoop() {}

    @Override
    public void beforeAll(ExtensionContext context) {
        usual = ResourceLeakDetector.getLevel();
        ResourceLeakDetector.setLevel(Level.DISABLED);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        ResourceLeakDetector.setLevel(usual);
    }

    @Override
    public void interceptTestMethod(Invocation<Void> test, ReflectiveInvocationContext<Method> method, ExtensionContext context) throws Throwable {
        onThreadOfNetty(test);
    }

    @Override
    public void interceptTestTemplateMethod(Invocation<Void> test, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        onThreadOfNetty(test);
    }

    private static void onThreadOfNetty(Invocation<Void> test) throws Throwable {
        CompletableFuture<Void> done = new CompletableFuture<>();
        new FastThreadLocalThread(() -> {
            try {
                done.complete(test.proceed());
            } catch (Throwable failure) {
                done.completeExceptionally(failure);
            }
        }).start();
        try {
            done.get();
        } catch (ExecutionException e) {
            throw e.getCause();
        }
    }
}
