package io.generaldomo.spec.conformance;

/** How much it matters that a case passes. */
public enum Level {
    /** The clause demands it: MUST, SHALL, or the grammar. */
    MUST,
    /** The clause recommends it: SHOULD; or leaves it open and it is wise. */
    SHOULD,
    /** No clause demands it, or one says otherwise, but libzmq does so, and peers have to get along with that. */
    INTEROPERATES
}
