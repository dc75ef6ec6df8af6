package io.generaldomo.gdp.broker;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a broker treats the requests to a service. Immutable and thread-safe; every {@code with} method returns a copy. */
public final class ServicePolicy {
    /**
     * A request waits 60 seconds for a worker, is given to 3 workers at most if they die with it, and may be with one for any time; 10,000 requests or
     * 64 MiB of them wait.
     */
    public static final ServicePolicy DEFAULT =
            new ServicePolicy(3, Duration.ofSeconds(60), null, new QueueLimits(10_000, 64L << 20));

    private final int maxTries;
    private final Duration requestExpiry;
    private final @Nullable Duration processingLimit;
    private final QueueLimits queue;

    private ServicePolicy(int maxTries, Duration requestExpiry, @Nullable Duration processingLimit, QueueLimits queue) {
        this.maxTries = maxTries;
        this.requestExpiry = requestExpiry;
        this.processingLimit = processingLimit;
        this.queue = queue;
    }

    /**
     * This policy with another number of workers that may be lost with a request before it is given up.
     *
     * @param most most workers that get one request, one after the other; 1 for work that must not run twice
     * @return a new policy
     * @throws IllegalArgumentException if it is not positive
     */
    public ServicePolicy withMaxTries(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("a request is given to one worker at least, not " + most);
        }
        return new ServicePolicy(most, requestExpiry, processingLimit, queue);
    }

    /**
     * This policy with another time that a request waits in the queue. It starts anew when a worker was lost with the request.
     *
     * @param time longest time without a worker
     * @return a new policy
     * @throws IllegalArgumentException if the time is not positive
     */
    public ServicePolicy withRequestExpiry(Duration time) {
        return new ServicePolicy(maxTries, positive(time), processingLimit, queue);
    }

    /**
     * This policy with another time that a worker may hold a request. One that holds it for longer is sent DISCONNECT, and its requests are treated
     * as if it had died. It is no limit of silence: a worker that streams has to be done in time as well.
     *
     * @param time longest time from a request to its final reply
     * @return a new policy
     * @throws IllegalArgumentException if the time is not positive
     */
    public ServicePolicy withProcessingLimit(Duration time) {
        return new ServicePolicy(maxTries, requestExpiry, positive(time), queue);
    }

    /**
     * This policy, under which a worker may hold a request for any time.
     *
     * @return a new policy
     */
    public ServicePolicy withoutProcessingLimit() {
        return new ServicePolicy(maxTries, requestExpiry, null, queue);
    }

    /**
     * This policy with other bounds of the service's queue.
     *
     * @param limits what may wait
     * @return a new policy
     */
    public ServicePolicy withQueue(QueueLimits limits) {
        return new ServicePolicy(maxTries, requestExpiry, processingLimit, limits);
    }

    /**
     * How many workers get one request, one after the other, if they are lost with it.
     *
     * @return one or more
     */
    public int maxTries() {
        return maxTries;
    }

    /**
     * How long a request waits for a worker.
     *
     * @return a positive time
     */
    public Duration requestExpiry() {
        return requestExpiry;
    }

    /**
     * How long a worker may hold a request.
     *
     * @return a positive time, or nothing if there is no limit
     */
    public Optional<Duration> processingLimit() {
        return Optional.ofNullable(processingLimit);
    }

    /**
     * What may wait for the service.
     *
     * @return the limits
     */
    public QueueLimits queue() {
        return queue;
    }

    private static Duration positive(Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("not a positive time: " + time);
        }
        return time;
    }
}
