package io.generaldomo.zmtp.fuzz;

import java.util.HexFormat;

/**
 * An input that did harm.
 *
 * @param input the octets
 * @param cause what they did
 */
public record Finding(byte[] input, Throwable cause) {
    /** The octets as a regression file has them. */
    public String hex() {
        return HexFormat.of().formatHex(input);
    }
}
