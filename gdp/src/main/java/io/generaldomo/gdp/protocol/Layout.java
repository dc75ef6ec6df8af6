package io.generaldomo.gdp.protocol;

import io.generaldomo.gdp.GdpException;
import io.generaldomo.zmtp.ZmtpMessage;
import io.netty.buffer.ByteBufAllocator;

/**
 * How the frames of a command lie in a message. Stateless; readers and writers are those of the thread's {@link Workbench}, good for one message until
 * the next one is begun.
 */
sealed interface Layout {
    /**
     * Reads a message, which it borrows.
     *
     * @throws GdpException MALFORMED if this is not its layout
     */
    FrameReader reader(ZmtpMessage message);

    /** Begins a message. */
    FrameWriter writer(ByteBufAllocator allocator);

    /** A part for each frame. */
    record Parts() implements Layout {
        @Override
        public FrameReader reader(ZmtpMessage message) {
            return Workbench.ofThisThread().partsReader.begin(message, 0);
        }

        @Override
        public FrameWriter writer(ByteBufAllocator allocator) {
            return Workbench.ofThisThread().partsWriter.begin(allocator);
        }
    }

    /** A part for each frame, behind the empty one that REQ and REP put and take. */
    record DelimitedParts() implements Layout {
        @Override
        public FrameReader reader(ZmtpMessage message) {
            if (message.part(0).isReadable()) {
                throw FrameReader.malformed("no empty frame in front");
            }
            return Workbench.ofThisThread().partsReader.begin(message, 1);
        }

        @Override
        public FrameWriter writer(ByteBufAllocator allocator) {
            PartsWriter writer = Workbench.ofThisThread().partsWriter.begin(allocator);
            writer.empty();
            return writer;
        }
    }

    /**
     * All frames in a single part.
     *
     * @param packing how
     */
    record SinglePart(Packing packing) implements Layout {
        @Override
        public FrameReader reader(ZmtpMessage message) {
            if (message.size() != 1) {
                throw FrameReader.malformed("a packed message of " + message.size() + " parts");
            }
            return Workbench.ofThisThread().packedReader.begin(packing, message.part(0));
        }

        @Override
        public FrameWriter writer(ByteBufAllocator allocator) {
            return Workbench.ofThisThread().packedWriter.begin(packing, allocator);
        }
    }
}
