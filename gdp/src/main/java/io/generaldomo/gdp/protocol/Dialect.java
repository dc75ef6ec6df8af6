package io.generaldomo.gdp.protocol;

import io.generaldomo.gdp.GdpException;
import io.generaldomo.zmtp.ZmtpMessage;
import io.netty.buffer.ByteBufAllocator;

/**
 * The ways in which Majordomo peers lay out their messages: a version of Majordomo, and how its frames lie in a message. Each translates between
 * messages and {@linkplain Command commands}; what a message is written in, {@link DialectDetector} tells.
 *
 * <p>Stateless and thread-safe. Routing ids and identities are not part of the messages: the sockets take them off and put them on. What
 * becomes of a command between two dialects is written in {@code gdp.md}, section 10.
 */
public enum Dialect {
    /** RFC 7/MDP: a part for each frame, an empty one in front. Spoken over REQ, DEALER and ROUTER. */
    MDP_01("MDP 0.1", new Mdp01(), new Layout.DelimitedParts()),

    /** RFC 18/MDP: a part for each frame. Spoken over DEALER and ROUTER. */
    MDP_02("MDP 0.2", new Mdp02(), new Layout.Parts()),

    /** 18/MDP as the master of zeromq/majordomo has it: zproto packs the head. Spoken over DEALER and ROUTER. */
    MDP_02_ZPROTO("MDP 0.2 by zproto", new Mdp02Zproto(), new Layout.Parts()),

    /** libmdp, in zeromq/majordomo: a part for each frame, an empty one in front. Spoken over DEALER and ROUTER. */
    MDP_0X("MDP 0X", new Mdp0x(), new Layout.DelimitedParts()),

    /** GDP: the frames of 7/MDP, without the empty one, in a single part as 50/MME packs them. Spoken over CLIENT and SERVER. */
    GDP("GDP", new Mdp01(), new Layout.SinglePart(Packing.MME)),

    /** GDP in the 32-bit form, least significant octet first. */
    GDP_LE32("GDP in the 32-bit form, little-endian", new Mdp01(), new Layout.SinglePart(Packing.LE32)),

    /** GDP in the 32-bit form, most significant octet first. */
    GDP_BE32("GDP in the 32-bit form, big-endian", new Mdp01(), new Layout.SinglePart(Packing.BE32)),

    /** The frames of 18/MDP in a single part as 50/MME packs them: GDP with partial replies. Spoken over CLIENT and SERVER. */
    GDP_02("GDP 0.2", new Mdp02(), new Layout.SinglePart(Packing.MME)),

    /** GDP for many requests at a time on few connections, in a single part as 50/MME packs it. Spoken over CLIENT and SERVER. */
    GDP_03("GDP 0.3", new Gdp03(), new Layout.SinglePart(Packing.MME));

    private final String label;
    private final Grammar grammar;
    private final Layout layout;

    Dialect(String label, Grammar grammar, Layout layout) {
        this.label = label;
        this.grammar = grammar;
        this.layout = layout;
    }

    /**
     * Reads a message. Consumes it, also on failure; the command holds references of its own.
     *
     * @param message without identity or routing id
     * @param direction which way the message came
     * @return the command
     * @throws GdpException MALFORMED if the message is not a command of this dialect that may go this way
     */
    public Command decode(ZmtpMessage message, Direction direction) {
        try {
            return grammar.read(layout.reader(message), direction);
        } finally {
            message.release();
        }
    }

    /**
     * Writes a command. Consumes it, also on failure. Which way it goes follows from the command. Large body frames are not copied.
     *
     * <p>A reply that is a report is written as a final one where there are no reports; where there are only reports, every reply is
     * written as one.
     *
     * @param command what to write
     * @param allocator for headers and short frames
     * @return a message without identity or routing id, whose reference passes to the caller
     * @throws IllegalArgumentException if this dialect has no word for it: see {@link #replies()}, {@link #hasNak()} and {@link #sharesConnections()}
     */
    public ZmtpMessage encode(Command command, ByteBufAllocator allocator) {
        FrameWriter writer = layout.writer(allocator);
        try {
            grammar.write(command, writer);
            return writer.finish();
        } finally {
            writer.discard();
            command.release();
        }
    }

    /**
     * How many replies it has for one request.
     *
     * @return one, or any number with or without a mark at the last
     */
    public Replies replies() {
        return grammar.replies();
    }

    /**
     * Whether the broker can tell a client that a request is refused.
     *
     * @return true if {@link Command.ClientNak} can be encoded
     */
    public boolean hasNak() {
        return grammar.hasNak();
    }

    /**
     * Whether several requests at a time share a connection: those of a client bear tickets, and so do their replies; a worker tells how many it takes, and
     * can give one back and keep the others.
     *
     * @return true if {@link Command.WorkerReturn} can be encoded, and what commands say about tickets and capacity is on the wire
     */
    public boolean sharesConnections() {
        return grammar.sharesConnections();
    }

    /**
     * Whether a worker takes further requests while it works on some. If not, it is busy from a request to its final reply.
     *
     * @return true if nothing but the broker's own limit, and what the worker's READY says, bounds the requests that a worker holds
     */
    public boolean workerTakesSeveral() {
        return grammar.workerTakesSeveral();
    }

    /**
     * Whether every message has a single part, so that CLIENT and SERVER can carry it.
     *
     * @return true if the frames are packed
     */
    public boolean isSinglePart() {
        return layout instanceof Layout.SinglePart;
    }

    /** The name of the dialect, for people. */
    @Override
    public String toString() {
        return label;
    }
}
