package io.generaldomo.gdp.protocol;

import io.generaldomo.gdp.GdpException;
import io.generaldomo.zmtp.ZmtpMessage;
import io.netty.buffer.ByteBufAllocator;

/**
 * The ways in which Majordomo peers lay out their messages. Each translates between messages and {@linkplain Command commands}; what a
 * message is written in, {@link DialectDetector} tells.
 *
 * <p>Stateless and thread-safe. Routing ids and identities are not part of the messages: the sockets take them off and put them on.
 */
public enum Dialect {
    /** RFC 7/MDP: a part for each frame, an empty one in front. Spoken over REQ, DEALER and ROUTER. */
    MDP_01("MDP 0.1") {
        @Override
        FrameReader reader(ZmtpMessage message) {
            PartsReader reader = new PartsReader(message, 0);
            if (reader.next().isReadable()) {
                throw FrameReader.malformed("no empty frame in front");
            }
            return reader;
        }

        @Override
        FrameWriter writer(ByteBufAllocator allocator) {
            PartsWriter writer = new PartsWriter();
            writer.frame(NOTHING);
            return writer;
        }
    },

    /** GDP: the frames of 7/MDP, without the empty one, in a single part as 50/MME packs them. Spoken over CLIENT and SERVER. */
    GDP("GDP") {
        @Override
        FrameReader reader(ZmtpMessage message) {
            if (message.size() != 1) {
                throw FrameReader.malformed("a packed message of " + message.size() + " parts");
            }
            return new MmeReader(message.part(0));
        }

        @Override
        FrameWriter writer(ByteBufAllocator allocator) {
            return new MmeWriter(allocator);
        }
    };

    private static final byte[] NOTHING = {};

    private final String label;

    Dialect(String label) {
        this.label = label;
    }

    abstract FrameReader reader(ZmtpMessage message);

    abstract FrameWriter writer(ByteBufAllocator allocator);

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
            return Mdp01.read(reader(message), direction);
        } finally {
            message.release();
        }
    }

    /**
     * Writes a command. Consumes it, also on failure. Which way it goes follows from the command. Large body frames are not copied.
     *
     * @param command what to write
     * @param allocator for headers and short frames
     * @return a message without identity or routing id, whose reference passes to the caller
     * @throws IllegalArgumentException if this dialect has no word for it: see {@link #replies()} and {@link #hasNak()}
     */
    public ZmtpMessage encode(Command command, ByteBufAllocator allocator) {
        FrameWriter writer = writer(allocator);
        try {
            Mdp01.write(command, writer);
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
        return Replies.ONE;
    }

    /**
     * Whether the broker can tell a client that a request is refused.
     *
     * @return true if {@link Command.ClientNak} can be encoded
     */
    public boolean hasNak() {
        return false;
    }

    /**
     * Whether a worker takes further requests while it works on some. If not, it is busy from a request to its final reply.
     *
     * @return true if nothing but the broker's own limit bounds the requests that a worker holds
     */
    public boolean workerTakesSeveral() {
        return false;
    }

    /**
     * Whether a message has a single part, so that CLIENT and SERVER can carry it.
     *
     * @return true if the frames are packed
     */
    public boolean isSinglePart() {
        return this == GDP;
    }

    /** The name of the dialect, for people. */
    @Override
    public String toString() {
        return label;
    }
}
