package io.generaldomo.spec.sniff;

/** One end of a connection, by its role in TCP. */
public enum Side {
    /** Who connects; where nobody saw that, who is seen first. */
    CONNECTOR,
    /** Who was connected to. */
    LISTENER;

    /**
     * The other end.
     *
     * @return the other one
     */
    public Side other() {
        return this == CONNECTOR ? LISTENER : CONNECTOR;
    }
}
