package io.generaldomo.spec;

/** What a receiver does with the octets of a {@link GoldenVector}. */
public enum Expectation {
    /** Takes them: the handshake goes on, the message is delivered, the command has its effect. */
    ACCEPT,
    /** Keeps the connection and shows nothing to the application. */
    DROP,
    /** Keeps the connection and awaits the rest, which never comes; during the handshake until its deadline. */
    WAIT,
    /** Closes the connection. An ERROR command may go out before. */
    CLOSE
}
