package io.generaldomo.gdp.protocol;

/** What a reply says about those that come after it. */
public enum ReplyKind {
    /** More follow, and a final one ends them (18/MDP, PARTIAL). */
    PARTIAL,
    /** None follows (7/MDP, REPLY; 18/MDP, FINAL). */
    FINAL,
    /**
     * Complete in itself, and does not say whether others follow (libmdp, REPORT). To whoever needs an end, it is one: a worker that sends one
     * reply to a request, as almost all do, could otherwise never be understood.
     */
    REPORT
}
