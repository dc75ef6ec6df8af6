package io.generaldomo.spec.capture;

import io.generaldomo.spec.peer.LibzmqPeer;
import java.util.Arrays;

/**
 * A way to make libzmq send the octets of a golden vector.
 *
 * @param group  of the vector
 * @param name   of the vector
 * @param script talks to libzmq and returns what libzmq sent
 * @param chance octets that differ from run to run
 */
record Capture(String group, String name, Script script, Chance chance) {
    Capture(String group, String name, Script script) {
        this(group, name, script, new Chance(0, 0));
    }

    /** Makes libzmq send something, over a wire that is at its disposal. */
    interface Script {
        byte[] run(LibzmqPeer peer, RawWire wire) throws Exception;
    }

    /** Where the octets are that libzmq draws at random. */
    record Chance(int from, int length) {
        byte[] mask(byte[] bytes) {
            byte[] masked = bytes.clone();
            Arrays.fill(masked, from, from + length, (byte) 0);
            return masked;
        }
    }

    @Override
    public String toString() {
        return group + "/" + name;
    }
}
