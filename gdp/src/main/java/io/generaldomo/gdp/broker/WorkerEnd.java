package io.generaldomo.gdp.broker;

/** Why a registration ended. */
public enum WorkerEnd {
    /** The worker took its leave. */
    LEFT,
    /** Its connection was lost. */
    LOST,
    /** It was idle and silent. */
    SILENT,
    /** It held a request for too long. */
    OVERDUE,
    /** It was told to finish what it held, and has. */
    DRAINED,
    /** An operator ended it. */
    DISMISSED,
    /** It did what 7/MDP forbids. */
    MISBEHAVED
}
