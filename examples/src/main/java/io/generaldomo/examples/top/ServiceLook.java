package io.generaldomo.examples.top;

/**
 * A service as it was when the broker was asked. Immutable.
 *
 * @param name of the service
 * @param queued requests that wait
 * @param oldestMillis how long the first of them has waited
 * @param idle workers without a request
 * @param busy workers with a request
 * @param held requests that the workers hold
 * @param served requests that were replied to
 * @param expired requests that waited too long
 * @param failed requests that ended in any other way
 */
public record ServiceLook(
        String name, long queued, long oldestMillis, long idle, long busy, long held, long served, long expired, long failed) {
    /** All requests that are counted, whatever became of them: those whose client left are not. */
    long requests() {
        return queued + held + served + expired + failed;
    }
}
