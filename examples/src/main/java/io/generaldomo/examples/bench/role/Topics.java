package io.generaldomo.examples.bench.role;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What is published, and who wants what of it, as the description of {@code io.generaldomo.examples.bench} has it. Stateless. */
public final class Topics {
    /** Octets of a topic, with which a message begins; no message is shorter. */
    public static final int LENGTH = 10;

    /** Of a topic, so many octets are subscribed to: its number; that and the slash; the whole. */
    private static final List<Integer> PREFIXES = List.of(6, 7, LENGTH);

    private Topics() {}

    /**
     * A message for each topic.
     *
     * @param args say how many and how long
     * @return their octets, not to be changed
     */
    public static List<byte[]> messages(RoleArguments args) {
        int size = args.number("size", LENGTH);
        return IntStream.range(0, args.number("topics", 1)).mapToObj(number -> Arrays.copyOf(topic(number), size)).toList();
    }

    /**
     * What a subscriber subscribes to: its topic, several times over.
     *
     * @param args say how many topics there are
     * @param subscriber its number
     * @return prefixes of its topic, each of which begins with the one before
     */
    public static List<byte[]> prefixes(RoleArguments args, int subscriber) {
        byte[] topic = topic(subscriber % args.number("topics", 1));
        return PREFIXES.stream().map(length -> Arrays.copyOf(topic, length)).toList();
    }

    private static byte[] topic(int number) {
        return String.format("%06d/eur", number).getBytes(StandardCharsets.US_ASCII);
    }
}
