package io.generaldomo.zmtp.fuzz;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Gives a target inputs without end: what did harm once, then the seeds, then what becomes of them by chance. An input that comes to something
 * new is varied further. Nothing native, no other thread, and all of it follows from a number that is printed with what is found.
 *
 * <pre>
 *   -Dgeneraldomo.fuzz.seconds=600    for how long, each target; less than a second if not said
 *   -Dgeneraldomo.fuzz.seed=42        another sequence
 *   -Dgeneraldomo.fuzz.input=04ff...  this input only, to every target
 * </pre>
 */
public final class Fuzzer {
    private static final Duration SHORT = Duration.ofMillis(500);
    private static final String PROPERTY = "generaldomo.fuzz.";
    private static final int LONGEST_INPUT = 2048;
    private static final int MOST_KEPT = 5000;

    private final String name;
    private final List<byte[]> inputs = new ArrayList<>();
    private final Set<String> outcomes = new HashSet<>();
    private final Random random;
    private long runs;

    private Fuzzer(String name, Collection<byte[]> seeds, long seed) {
        this.name = name;
        this.random = new Random(seed);
        inputs.addAll(Regressions.of(name));
        inputs.addAll(seeds);
        inputs.add(new byte[0]);
    }

    /**
     * Fails with the first input that does harm to a target.
     *
     * @param name of the target, and of its regression file
     * @param seeds inputs to begin with
     * @param target what takes them
     */
    public static void attack(String name, Collection<byte[]> seeds, FuzzTarget target) {
        long seed = Long.getLong(PROPERTY + "seed", 1);
        Fuzzer fuzzer = new Fuzzer(name, seeds, seed);
        String only = System.getProperty(PROPERTY + "input");
        Duration time = Optional.ofNullable(Long.getLong(PROPERTY + "seconds")).map(Duration::ofSeconds).orElse(SHORT);
        long start = System.nanoTime();
        Optional<Finding> found = only == null
                ? fuzzer.search(target, time)
                : fuzzer.harm(HexFormat.of().parseHex(only), target);
        System.out.printf("fuzz %s: %d inputs, %d outcomes, %d a second%n", name, fuzzer.runs, fuzzer.outcomes.size(),
                fuzzer.runs * 1_000_000_000L / Math.max(1, System.nanoTime() - start));
        found.ifPresent(finding -> {
            throw new AssertionError("fuzz/" + name + ".hex (seed " + seed + "): " + finding.hex(), finding.cause());
        });
    }

    /**
     * Looks for an input that does harm.
     *
     * @param seeds inputs to begin with
     * @param target what takes them
     * @param time for how long
     * @return the first one
     */
    public static Optional<Finding> search(Collection<byte[]> seeds, FuzzTarget target, Duration time) {
        return new Fuzzer("none", seeds, 1).search(target, time);
    }

    private Optional<Finding> search(FuzzTarget target, Duration time) {
        for (byte[] input : List.copyOf(inputs)) {
            Optional<Finding> found = harm(input, target);
            if (found.isPresent()) {
                return found;
            }
        }
        Mutation mutation = new Mutation(random, LONGEST_INPUT);
        long start = System.nanoTime();
        while (System.nanoTime() - start < time.toNanos()) {
            Optional<Finding> found = harm(mutation.of(inputs), target);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Finding> harm(byte[] input, FuzzTarget target) {
        runs++;
        try {
            if (outcomes.add(target.take(input.clone())) && inputs.size() < MOST_KEPT) {
                inputs.add(input);
            }
            return Optional.empty();
        } catch (Exception | LinkageError | AssertionError | StackOverflowError | OutOfMemoryError e) {
            return Optional.of(new Finding(input, e));
        }
    }
}
