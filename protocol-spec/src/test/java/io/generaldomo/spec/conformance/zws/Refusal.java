package io.generaldomo.spec.conformance.zws;

import java.io.IOException;

/** The peer has had enough and closes. */
final class Refusal extends IOException {
    private static final long serialVersionUID = 1L;

    Refusal(String why) {
        super(why);
    }

    static void unless(boolean holds, String why) throws Refusal {
        if (!holds) {
            throw new Refusal(why);
        }
    }
}
