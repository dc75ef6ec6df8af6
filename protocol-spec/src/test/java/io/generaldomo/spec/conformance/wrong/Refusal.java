package io.generaldomo.spec.conformance.wrong;

import java.io.IOException;

/** A wrong peer has had enough and closes, one of ZMTP or of WebSocket. */
public final class Refusal extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * An end of a connection.
     *
     * @param why the peer has had enough
     */
    public Refusal(String why) {
        super(why);
    }

    /**
     * Ends the connection unless something holds.
     *
     * @param holds what has to
     * @param why the connection ends otherwise
     * @throws Refusal if it does not hold
     */
    public static void unless(boolean holds, String why) throws Refusal {
        if (!holds) {
            throw new Refusal(why);
        }
    }
}
