package io.generaldomo.gdp.broker;

import io.generaldomo.gdp.ServiceName;
import java.time.Duration;

/**
 * A worker at one instant.
 *
 * @param number names it as long as the broker lives
 * @param service what it works for
 * @param address where it is
 * @param dialect what it speaks
 * @param state what it does
 * @param held requests that it holds
 * @param age since it registered
 */
public record WorkerSnapshot(
        long number, ServiceName service, String address, String dialect, State state, int held, Duration age) {
    /** What a worker does. */
    public enum State {
        /** Holds no request. */
        IDLE,
        /** Holds a request. */
        BUSY,
        /** Is to leave when it has replied to what it holds. */
        DRAINING
    }
}
