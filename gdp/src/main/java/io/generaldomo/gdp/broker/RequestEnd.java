package io.generaldomo.gdp.broker;

/** Why an accepted request ended without a reply. */
public enum RequestEnd {
    /** It waited too long for a worker. */
    EXPIRED,
    /** As many workers were lost with it as may. */
    EXHAUSTED,
    /** Its worker was lost after its client got the beginning of the reply. */
    INTERRUPTED,
    /** Its reply came in parts that were more than may be kept to join them. */
    OVERSIZED,
    /** Its client left. */
    ABANDONED,
    /** The broker is ending, and the service has no worker left. */
    UNSERVED
}
