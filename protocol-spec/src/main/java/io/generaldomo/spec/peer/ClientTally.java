package io.generaldomo.spec.peer;

/**
 * What became of a client's requests.
 *
 * @param sent     requests sent
 * @param received replies received, right or wrong
 * @param wrong    replies whose header, service or body was not the expected one
 * @param lost     requests without a reply in time
 * @param problem  the first thing that went wrong, in words; empty when nothing did
 */
public record ClientTally(long sent, long received, long wrong, long lost, String problem) {
    static ClientTally of(PeerLine line) {
        return new ClientTally(
                line.number("sent"), line.number("received"), line.number("wrong"), line.number("lost"), line.value("problem"));
    }

    /**
     * Whether that many requests were sent and each got its right reply.
     *
     * @param count the number of requests
     * @return true if nothing went wrong
     */
    public boolean isPerfect(long count) {
        return sent == count && received == count && wrong == 0 && lost == 0;
    }
}
