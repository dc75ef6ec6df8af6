package io.generaldomo.spec.peer;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The reply that a {@link LibzmqClient} expects to each of its requests, frame by frame. Part k of n is what a worker
 * sends that streams ({@link WorkerPlan#streaming}): two frames, {@code part k of n} and the request's first frame. The
 * request's own body ends a stream, as it is the whole reply of a worker that echoes.
 *
 * <p>A client of {@link LibzmqDialect#MDP_0X} takes PARTIAL and FINAL here for REPORT, and a reply for ended when it has
 * as many parts as are expected.
 *
 * @param parts    the n in the text of the parts; 0 when there is none
 * @param sequence the messages, in order, with commas between them: {@code PARTIAL}, {@code FINAL} or {@code NAK}, a
 *                 colon, and the body, which is the number of a part, {@code echo}, {@code empty} (one empty frame), or
 *                 the frames of several of these, joined with {@code +}
 */
public record ExpectedReply(int parts, String sequence) {
    /**
     * From a worker that echoes: one final reply.
     *
     * @return the request's own body
     */
    public static ExpectedReply echo() {
        return new ExpectedReply(0, "FINAL:echo");
    }

    /**
     * From a worker that streams, in a dialect that has partial replies.
     *
     * @param parts how many
     * @return the parts as partial replies, and a final one
     */
    public static ExpectedReply stream(int parts) {
        return new ExpectedReply(parts, partials(parts) + ",FINAL:echo");
    }

    /**
     * From a worker that streams, in a dialect that has no partial replies.
     *
     * @param parts how many
     * @return one final reply, with all frames of all parts and of the end
     */
    public static ExpectedReply joined(int parts) {
        return new ExpectedReply(parts, "FINAL:" + numbers(parts, "", "+") + "+echo");
    }

    /**
     * From a worker that streams in a dialect where nothing marks the end, in that same dialect.
     *
     * @param parts how many
     * @return the parts alone
     */
    public static ExpectedReply reports(int parts) {
        return new ExpectedReply(parts, partials(parts));
    }

    /**
     * From a broker that refuses the request ({@code mmi.filter}).
     *
     * @return a NAK with the request's own body
     */
    public static ExpectedReply nak() {
        return new ExpectedReply(0, "NAK:echo");
    }

    private static String partials(int parts) {
        return numbers(parts, "PARTIAL:", ",");
    }

    private static String numbers(int parts, String before, String between) {
        return IntStream.rangeClosed(1, parts).mapToObj(number -> before + number).collect(Collectors.joining(between));
    }
}
