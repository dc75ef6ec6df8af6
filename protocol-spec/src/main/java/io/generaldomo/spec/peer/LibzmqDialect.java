package io.generaldomo.spec.peer;

import java.time.Duration;

/**
 * What the Majordomo roles of a {@link LibzmqPeer} can speak. The peer has its own code for each, written from the
 * specifications, so that it is a second opinion on any code that is tested with it.
 */
public enum LibzmqDialect {
    /** MDP 0.1 (7/MDP). */
    MDP_01("mdp01", false, false),
    /** MDP 0.2 (18/MDP). */
    MDP_02("mdp02", false, true),
    /** MDP 0.2 as zproto packs it (zeromq/majordomo). */
    ZPROTO("zproto", false, true),
    /** The "0.3" of libmdp: REPORT, NAK. */
    MDP_0X("mdp0x", false, true),
    /** GDP: MDP 0.1, packed by 50/MME. */
    GDP("gdp", true, false),
    /** GDP in the 32-bit form, least significant octet first. */
    GDP_LE32("gdpLe32", true, false),
    /** GDP in the 32-bit form, most significant octet first. */
    GDP_BE32("gdpBe32", true, false),
    /** MDP 0.2, packed by 50/MME. */
    MDP_02_PACKED("mdp02Packed", true, true);

    private final String word;
    private final boolean packed;
    private final boolean streams;

    LibzmqDialect(String word, boolean packed, boolean streams) {
        this.word = word;
        this.packed = packed;
        this.streams = streams;
    }

    /**
     * The older dialect of a socket type: GDP for CLIENT and SERVER, MDP 0.1 for any other.
     *
     * @param socket of a client, a worker or a broker
     * @return the dialect
     */
    public static LibzmqDialect of(LibzmqSocketType socket) {
        return socket == LibzmqSocketType.CLIENT || socket == LibzmqSocketType.SERVER ? GDP : MDP_01;
    }

    /**
     * What clients and workers speak it over. A client of {@link #MDP_01} may also use REQ.
     *
     * @return CLIENT or DEALER
     */
    public LibzmqSocketType peerSocket() {
        return packed ? LibzmqSocketType.CLIENT : LibzmqSocketType.DEALER;
    }

    /**
     * What brokers speak it over.
     *
     * @return SERVER or ROUTER
     */
    public LibzmqSocketType brokerSocket() {
        return packed ? LibzmqSocketType.SERVER : LibzmqSocketType.ROUTER;
    }

    /**
     * Whether a reply may have several parts.
     *
     * @return true if so
     */
    public boolean streams() {
        return streams;
    }

    /**
     * Whether something marks the last part of a reply. In {@link #MDP_0X} nothing does, and a worker takes requests while
     * it works on others.
     *
     * @return true if so
     */
    public boolean marksTheEnd() {
        return this != MDP_0X;
    }

    /**
     * The interval of heartbeats that its own workers use and expect; they give up after three of silence.
     *
     * @return the interval
     */
    public Duration heartbeat() {
        return Duration.ofMillis(this == ZPROTO ? 1000 : 2500);
    }

    /** The word for it in the peer's line protocol. */
    String word() {
        return word;
    }
}
