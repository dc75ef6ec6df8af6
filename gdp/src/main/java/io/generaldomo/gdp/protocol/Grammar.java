package io.generaldomo.gdp.protocol;

import io.generaldomo.gdp.GdpException;

/**
 * One version of Majordomo: which frames a command has, and what there is to say at all. How frames lie in a message is the affair of
 * {@link Layout}.
 *
 * <p>All read strictly: headers and command numbers have exactly their length, nothing follows where nothing is specified. A REQUEST or reply
 * without any body frame is taken for one with an empty body, but never written: known peers expect one frame or more, so a body without
 * frames goes out as one empty frame (gdp.md, 2.3). Stateless.
 */
sealed interface Grammar permits Mdp01, Mdp02, Mdp02Zproto, Mdp0x, Gdp03 {
    /**
     * Reads all frames of a message.
     *
     * @throws GdpException MALFORMED if they are not a command that may go this way
     */
    Command read(FrameReader in, Direction direction);

    /**
     * Writes all frames of a command, which it borrows.
     *
     * @throws IllegalArgumentException if there is no word for it
     */
    void write(Command command, FrameWriter out);

    /** See {@link Dialect#replies()}. */
    Replies replies();

    /** See {@link Dialect#hasNak()}. */
    default boolean hasNak() {
        return false;
    }

    /** See {@link Dialect#sharesConnections()}. */
    default boolean sharesConnections() {
        return false;
    }

    /** See {@link Dialect#workerTakesSeveral()}. */
    default boolean workerTakesSeveral() {
        return false;
    }

    /** The failure of a command that cannot be written. */
    static IllegalArgumentException noWordFor(Command command) {
        return noWordFor(command.getClass().getSimpleName());
    }

    /** The failure of something that cannot be written. */
    static IllegalArgumentException noWordFor(String what) {
        return new IllegalArgumentException("this dialect has no " + what);
    }
}
