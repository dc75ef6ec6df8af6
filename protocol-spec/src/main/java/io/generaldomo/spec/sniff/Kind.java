package io.generaldomo.spec.sniff;

/** What was seen. */
public enum Kind {
    /** A connection begins, or one of its sides ends. */
    CONNECTION,
    /** A greeting of any version, and the identity that follows it in the old ones. */
    GREETING,
    /** A command in the clear. */
    COMMAND,
    /** A whole message in the clear. */
    MESSAGE,
    /** A command or a message that only the peers can read. */
    ENCRYPTED,
    /** Something about the capture: octets that it lacks, an end in the middle. */
    NOTE,
    /** Octets that are not what the protocol has there. */
    GARBAGE
}
