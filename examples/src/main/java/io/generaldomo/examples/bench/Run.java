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
     * @param residentOctets memory of its process when the run ended; 0 where the system does not tell
     */
    public record Part(RoleResult result, long cpuNanos, long residentOctets) {}

    private long messages() {
        return parts.get(counted).result().number("messages").orElse(0);
    }

    /** Whether nothing came through. */
    boolean isIdle() {
        return messages() == 0;
    }

    double messagesPerSecond() {
        return perSecond(counted, "messages").orElse(0);
    }

    /** What a role has counted, for each second of its own clock. */
    OptionalDouble perSecond(Role role, String key) {
        OptionalDouble count = number(role, key);
        double nanos = Math.max(1, number(role, "nanos").orElse(0));
        return count.isPresent() ? OptionalDouble.of(count.getAsDouble() * SECOND / nanos) : count;
    }

    /** A percentile of the round trips, in nanoseconds. */
    OptionalDouble percentile(String key) {
        return number(counted, key);
    }

    /** What a role tells, as it is. */
    OptionalDouble number(Role role, String key) {
        OptionalLong value = parts.get(role).result().number(key);
        return value.isPresent() ? OptionalDouble.of(value.getAsLong()) : OptionalDouble.empty();
    }

    /** Memory of the process of a role. */
    OptionalDouble residentOctets(Role role) {
        long octets = parts.get(role).residentOctets();
        return octets > 0 ? OptionalDouble.of(octets) : OptionalDouble.empty();
    }

    /** CPU time of a role for each message, in nanoseconds. */
    OptionalDouble cpuPerMessage(Role role) {
        return perMessage(parts.get(role).cpuNanos());
    }

    /** Heap that a role allocates for each message, in octets. */
    OptionalDouble allocatedPerMessage(Role role) {
        OptionalDouble octets = number(role, "allocated");
        return octets.isPresent() ? perMessage(octets.getAsDouble()) : octets;
    }

    private OptionalDouble perMessage(double amount) {
        return messages() == 0 ? OptionalDouble.empty() : OptionalDouble.of(amount / messages());
    }
}
