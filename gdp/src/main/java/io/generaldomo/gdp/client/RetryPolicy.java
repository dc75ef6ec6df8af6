package io.generaldomo.gdp.client;

import io.generaldomo.zmtp.transport.ReconnectPolicy;
import java.util.EnumSet;
import java.util.Set;

/**
 * Whether a client sends a request again that may have been lost. Immutable; every {@code with} method returns a copy.
 *
 * <p>Nobody can tell whether the service had done its work already when the reply was lost. So this is for requests that may be done twice, and off
 * unless one asks for it. What has not been sent yet waits for a broker in any case, up to the client's timeout. A stream is sent again only if no
 * part of it has come.
 *
 * @param limit how many times a request may be sent again, 0 for never
 * @param pace how long to wait before that, and longer each time
 * @param causes what to send it again after
 */
public record RetryPolicy(int limit, ReconnectPolicy pace, Set<Cause> causes) {
    /** A request is sent once. */
    public static final RetryPolicy NONE = new RetryPolicy(0, ReconnectPolicy.DEFAULT, Set.of());

    /** Why a request has no reply. */
    public enum Cause {
        /** The connection was lost with the request under way. */
        BROKER_LOST,
        /**
         * Another connection to the same address found a new run of the broker there, so this one is dead and has not noticed. Not for addresses
         * behind which several brokers stand at the same time.
         */
        BROKER_REPLACED,
        /** No reply came in time. Each time it is sent, a request has the client's whole timeout for itself. */
        TIMEOUT
    }

    /**
     * Checks the policy.
     *
     * @param limit as above
     * @param pace as above
     * @param causes as above
     * @throws IllegalArgumentException if the limit is negative
     */
    public RetryPolicy {
        if (limit < 0) {
            throw new IllegalArgumentException("a request cannot be sent again " + limit + " times");
        }
        causes = Set.copyOf(causes);
    }

    /**
     * Sends a request again whatever the cause, after 100 milliseconds at first.
     *
     * @param limit how many times, 0 for never
     * @return a policy
     * @throws IllegalArgumentException if the limit is negative
     */
    public static RetryPolicy of(int limit) {
        return new RetryPolicy(limit, ReconnectPolicy.DEFAULT, EnumSet.allOf(Cause.class));
    }

    /**
     * This policy with another pace.
     *
     * @param wait how long to wait before a request is sent again
     * @return a new policy
     */
    public RetryPolicy withPace(ReconnectPolicy wait) {
        return new RetryPolicy(limit, wait, causes);
    }

    /**
     * This policy with other causes.
     *
     * @param only what to send a request again after
     * @return a new policy
     */
    public RetryPolicy withCauses(Cause... only) {
        return new RetryPolicy(limit, pace, Set.of(only));
    }

    boolean allows(Cause cause, int sent) {
        return sent <= limit && causes.contains(cause);
    }
}
