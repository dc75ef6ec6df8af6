package io.generaldomo.gdp.protocol;

/** How many replies a dialect has for one request, and how a client knows the last one. */
public enum Replies {
    /** One, which is final. Partial ones have to be joined with it, see {@link Body#join}. */
    ONE,
    /** Any number of partial ones, then a final one. */
    MARKED,
    /** Any number, at least one, and nothing marks the last. */
    UNMARKED;

    /**
     * Whether a client of such a dialect can be sent a reply of this kind as it comes. If not, it has to be kept for the final one.
     *
     * @param kind of a reply, whatever the dialect of its worker
     * @return false for a partial one where there is room for one reply only
     */
    public boolean take(ReplyKind kind) {
        return kind != ReplyKind.PARTIAL || this != ONE;
    }

    /**
     * Whether a reply of this kind is the last that a client of such a dialect may be sent for its request.
     *
     * @param kind of a reply, whatever the dialect of its worker
     * @return true for a final one, and for a report to who needs an end
     */
    public boolean endWith(ReplyKind kind) {
        return switch (kind) {
            case PARTIAL -> false;
            case FINAL -> true;
            case REPORT -> this != UNMARKED;
        };
    }
}
