package io.generaldomo.examples.bench;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * One measured run of a contestant.
 *
 * @param counted the role whose messages count
 * @param parts what each role has counted, and what it cost
 */
public record Run(Role counted, Map<Role, Part> parts) {
    private static final double SECOND = 1e9;

    /**
     * What a role has counted, and what it cost.
     *
     * @param result what it says
     * @param cpuNanos CPU time of its process, in user and kernel
     */
    public record Part(RoleResult result, long cpuNanos) {}

    private RoleResult result() {
        return parts.get(counted).result();
    }

    private long messages() {
        return result().number("messages").orElse(0);
    }

    /** Whether nothing came through. */
    boolean isIdle() {
        return messages() == 0;
    }

    double messagesPerSecond() {
        return messages() * SECOND / Math.max(1, result().number("nanos").orElse(0));
    }

    /** A percentile of the round trips, in nanoseconds. */
    OptionalDouble percentile(String key) {
        OptionalLong value = result().number(key);
        return value.isPresent() ? OptionalDouble.of(value.getAsLong()) : OptionalDouble.empty();
    }

    /** CPU time of a role for each message, in nanoseconds. */
    OptionalDouble cpuPerMessage(Role role) {
        return perMessage(parts.get(role).cpuNanos());
    }

    /** Heap that a role allocates for each message, in octets. */
    OptionalDouble allocatedPerMessage(Role role) {
        OptionalLong octets = parts.get(role).result().number("allocated");
        return octets.isPresent() ? perMessage(octets.getAsLong()) : OptionalDouble.empty();
    }

    private OptionalDouble perMessage(long amount) {
        return messages() == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) amount / messages());
    }
}
