package io.generaldomo.zmtp.fuzz;

/** What a transcript comes to, without the octets: there are few of these, and each is worth keeping an input for. */
public final class Outcome {
    private static final int LONGEST = 60;

    private Outcome() {}

    /**
     * The shape of a transcript.
     *
     * @param transcript as {@link FuzzedConnection#end()} gives it
     * @return the same for transcripts that differ in octets only
     */
    public static String of(String transcript) {
        String shape = transcript.replaceAll("[0-9a-f]{2,}(?=[|>])", "x");
        return shape.length() <= LONGEST ? shape : shape.substring(0, LONGEST / 2) + shape.substring(shape.length() - LONGEST / 2);
    }
}
