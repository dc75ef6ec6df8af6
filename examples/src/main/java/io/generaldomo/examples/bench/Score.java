package io.generaldomo.examples.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a contestant has reached: medians over its runs.
 *
 * @param contestant who
 * @param runs one or more
 */
public record Score(Contestant contestant, List<Run> runs) {
    /**
     * The rate.
     *
     * @return messages, round trips or requests a second
     */
    public double messagesPerSecond() {
        return median(run -> OptionalDouble.of(run.messagesPerSecond())).orElse(0);
    }

    /**
     * Whether a round trip takes long.
     *
     * @param key {@code p50}, {@code p90}, {@code p99}, {@code p999} or {@code max}
     * @return nanoseconds; empty if it was not recorded
     */
    public OptionalDouble percentile(String key) {
        return median(run -> run.percentile(key));
    }

    /**
     * What a message costs a process.
     *
     * @param role which process
     * @return nanoseconds of CPU time, in user and kernel
     */
    public OptionalDouble cpuPerMessage(Role role) {
        return median(run -> run.cpuPerMessage(role));
    }

    /**
     * What a message costs the heap of a process.
     *
     * @param role which process
     * @return octets; empty if it does not know
     */
    public OptionalDouble allocatedPerMessage(Role role) {
        return median(run -> run.allocatedPerMessage(role));
    }

    /**
     * What a role counts besides, for each second.
     *
     * @param role which process
     * @param key {@code messages} or {@code dropped}
     * @return its rate; empty if the role does not count it
     */
    public OptionalDouble perSecond(Role role, String key) {
        return median(run -> run.perSecond(role, key));
    }

    /**
     * What a process holds on the heap and outside, when the garbage is collected.
     *
     * @param role which process
     * @return octets; empty if it was not asked, or does not know
     */
    public OptionalDouble heldOctets(Role role) {
        return median(run -> {
            OptionalDouble direct = run.number(role, "direct");
            return direct.isPresent() ? OptionalDouble.of(run.number(role, "heap").orElse(0) + direct.getAsDouble()) : direct;
        });
    }

    /**
     * The memory of a process, as the system counts it.
     *
     * @param role which process
     * @return octets; empty if the system does not tell
     */
    public OptionalDouble residentOctets(Role role) {
        return median(run -> run.residentOctets(role));
    }

    /**
     * What the roles say for people, such as which transport they use.
     *
     * @return by their keys; of several roles that differ, all values
     */
    public Map<String, String> notes() {
        Map<String, String> all = new TreeMap<>();
        runs.get(0).parts().values().forEach(part -> part.result().notes().forEach(
                (key, value) -> all.merge(key, value, (one, other) -> one.equals(other) ? one : one + ", " + other)));
        return all;
    }

    private OptionalDouble median(Function<Run, OptionalDouble> figure) {
        return median(runs.stream().map(figure).filter(OptionalDouble::isPresent).mapToDouble(OptionalDouble::getAsDouble).toArray());
    }

    /** The middle one, or the mean of the two in the middle; nothing of nothing. */
    static OptionalDouble median(double... figures) {
        if (figures.length == 0) {
            return OptionalDouble.empty();
        }
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return OptionalDouble.of(sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2);
    }
}
