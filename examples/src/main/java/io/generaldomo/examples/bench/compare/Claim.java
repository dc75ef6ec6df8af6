package io.generaldomo.examples.bench.compare;

/** What is said about scores. */
interface Claim {
    /**
     * The row that it makes.
     *
     * @param scores of the contestants; those who could not take part have none
     */
    Row row(Scores scores);
}
