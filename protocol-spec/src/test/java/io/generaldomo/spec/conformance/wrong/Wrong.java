package io.generaldomo.spec.conformance.wrong;

import java.util.List;

/**
 * A peer with a fault, and what it is to fail.
 *
 * @param guise of the peer
 * @param fault that it has
 * @param cases their ids without what all of them begin with
 */
record Wrong(Guise guise, Fault fault, List<String> cases) {
    @Override
    public String toString() {
        return guise + " " + fault;
    }
}
