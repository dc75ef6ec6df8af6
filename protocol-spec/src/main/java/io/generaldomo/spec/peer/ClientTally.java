package io.generaldomo.spec.peer;

/**
 * What became of a client's requests.
 *
 * @param sent       requests sent
 * @param received   replies received to their end, right or wrong
 * @param wrong      replies that were not the expected one, in whatever way
 * @param lost       requests whose reply did not come, or not to its end, in time
 * @param partials   parts of replies that came before the one that ended the reply; each REPORT but the last, where
 *                   nothing marks the end
 * @param naks       replies that were a NAK
 * @param disordered wrong replies with all expected parts in another order
 * @param incomplete wrong replies that ended with some expected parts missing, and nothing else wrong
 * @param unended    lost requests of whose reply some parts had come
 * @param problem    the first thing that went wrong, in words; empty when nothing did
 */
public record ClientTally(long sent, long received, long wrong, long lost, long partials, long naks, long disordered, long incomplete,
        long unended, String problem) {
    /**
     * A tally of replies that all had one part.
     *
     * @param sent     requests sent
     * @param received replies received, right or wrong
     * @param wrong    replies that were not the expected one
     * @param lost     requests without a reply in time
     * @param problem  the first thing that went wrong, in words; empty when nothing did
     */
    public ClientTally(long sent, long received, long wrong, long lost, String problem) {
        this(sent, received, wrong, lost, 0, 0, 0, 0, 0, problem);
    }

    static ClientTally of(PeerLine line) {
        return new ClientTally(line.number("sent"), line.number("received"), line.number("wrong"), line.number("lost"),
                line.number("partials"), line.number("naks"), line.number("disordered"), line.number("incomplete"),
                line.number("unended"), line.value("problem"));
    }

    /**
     * Whether that many requests were sent and each got the reply that was expected, all its parts in order.
     *
     * @param count the number of requests
     * @return true if nothing went wrong
     */
    public boolean isPerfect(long count) {
        return sent == count && received == count && wrong == 0 && lost == 0;
    }
}
