package io.generaldomo.zmtp.allocation;

import io.netty.util.ResourceLeakDetector;
import io.netty.util.ResourceLeakDetector.Level;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Switches the watch for lost buffers off for a test class that counts allocations: it allocates many times more than what it watches. */
public final class UnwatchedBuffers implements BeforeAllCallback, AfterAllCallback {
    private Level usual = ResourceLeakDetector.getLevel();

    /** Made by JUnit. */
    public UnwatchedBuffers() {}

    @Override
    public void beforeAll(ExtensionContext context) {
        usual = ResourceLeakDetector.getLevel();
        ResourceLeakDetector.setLevel(Level.DISABLED);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        ResourceLeakDetector.setLevel(usual);
    }
}
