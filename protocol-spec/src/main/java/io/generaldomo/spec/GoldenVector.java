package io.generaldomo.spec;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * Octets of the wire, and what they are. {@code vectors.md} beside the sources tells how they are written down.
 *
 * @param group       the file that holds it
 * @param name        unique within the group
 * @param description what the octets are
 * @param source      the program that produced them, or the clause that they were derived from by hand
 * @param stands      where on a connection the octets stand
 * @param layer       whose rules they are about
 * @param expectation what a receiver does with them
 * @param bytes       the octets
 */
public record GoldenVector(
        String group, String name, String description, String source, Position stands, Layer layer, Expectation expectation,
        byte[] bytes) {
    /**
     * Keeps a copy of the octets.
     *
     * @param group       the file that holds it
     * @param name        unique within the group
     * @param description what the octets are
     * @param source      where they come from
     * @param stands      where on a connection the octets stand
     * @param layer       whose rules they are about
     * @param expectation what a receiver does with them
     * @param bytes       the octets
     */
    public GoldenVector {
        bytes = bytes.clone();
    }

    /**
     * The octets.
     *
     * @return a copy of them
     */
    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GoldenVector that && group.equals(that.group) && name.equals(that.name)
                && description.equals(that.description) && source.equals(that.source) && stands == that.stands && layer == that.layer
                && expectation == that.expectation && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return group.hashCode() * 31 + name.hashCode();
    }

    /** Short enough for the name of a test: group, name, and the first octets. */
    @Override
    public String toString() {
        String hex = HexFormat.ofDelimiter(" ").formatHex(bytes, 0, Math.min(bytes.length, 24));
        return group + "/" + name + " " + expectation + " [" + hex + (bytes.length > 24 ? " …" : "") + "]";
    }
}
