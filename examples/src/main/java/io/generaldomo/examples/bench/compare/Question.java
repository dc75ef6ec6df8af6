package io.generaldomo.examples.bench.compare;

import io.generaldomo.examples.bench.Pace;
import java.util.List;

/** Something that is measured for some rows of the table. */
interface Question {
    /** What is measured, for people. */
    String what();

    /** How many steps it takes. */
    int steps(Pace pace);

    /**
     * Measures.
     *
     * @param pace how long and how often
     * @param step called when one of the steps is done
     */
    List<Row> answer(Pace pace, Runnable step) throws InterruptedException;
}
