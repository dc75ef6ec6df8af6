package io.generaldomo.gdp.protocol;

/**
 * Which way a message goes. A client's REQUEST and the REPLY to it have the same frames in 7/MDP; only the direction tells them apart, and
 * several commands are legal one way only.
 */
public enum Direction {
    /** From a client or worker. */
    TO_BROKER,
    /** To a client or worker. */
    FROM_BROKER
}
