package io.generaldomo.spec;

/** What a receiver does with the octets of a {@link GoldenVector}. */
public enum Expectation {
    /** Takes them, and it shows: the handshake is done, the message is delivered, the PING is answered. */
    ACCEPT,
    /** Keeps the connection, and nothing else is to be seen: no message, no answer. */
    DROP,
    /** Keeps the connection and awaits the rest, which never comes; during the handshake until its deadline. */
    WAIT,
    /** Closes the connection. An ERROR command may go out before. */
    CLOSE
}
