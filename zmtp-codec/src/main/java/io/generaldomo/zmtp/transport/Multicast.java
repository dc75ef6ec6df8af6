package io.generaldomo.zmtp.transport;

/**
 * How far datagrams go that are sent to a multicast group. Immutable and thread-safe.
 *
 * @param hops how many networks they may cross, 1 to 255: with one they stay in that of this machine
 * @param looped whether sockets of this machine get them too
 */
public record Multicast(int hops, boolean looped) {
    /** To this network, and to this machine: as libzmq does unless it is told otherwise. */
    public static final Multicast DEFAULT = new Multicast(1, true);

    private static final int MOST_HOPS = 255;

    /**
     * Checks the number.
     *
     * @param hops as above
     * @param looped as above
     * @throws IllegalArgumentException if it is out of range
     */
    public Multicast {
        if (hops < 1 || hops > MOST_HOPS) {
            throw new IllegalArgumentException("datagrams make 1 to " + MOST_HOPS + " hops, not " + hops);
        }
    }

    /**
     * These options with another reach.
     *
     * @param most how many networks datagrams may cross
     * @return new options
     * @throws IllegalArgumentException if it is not 1 to 255
     */
    public Multicast withHops(int most) {
        return new Multicast(most, looped);
    }

    /**
     * These options without sockets of this machine.
     *
     * @return new options
     */
    public Multicast withoutLoop() {
        return new Multicast(hops, false);
    }
}
