package io.generaldomo.zmtp.mechanism;

import io.generaldomo.zmtp.ZmtpException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/** Protects the frames of one connection after its handshake, one at a time and in order. Confined to the connection's event loop. */
public interface FrameCipher {
    /**
     * The bit in the flags of a payload that says that it is part of a message that goes on.
     */
    int MORE = 1;

    /**
     * The bit in the flags of a payload that says that it is a command.
     */
    int COMMAND = 2;

    /**
     * What protection costs.
     *
     * @return octets that the body of a frame has more than its payload
     */
    int overhead();

    /**
     * Writes the body of a frame.
     *
     * @param flags {@link #MORE}, {@link #COMMAND} or zero
     * @param payload what to protect, from its reader to its writer index, which stay
     * @param out a buffer on the heap that has room for payload and overhead
     */
    void seal(int flags, ByteBuf payload, ByteBuf out);

    /**
     * Reads the body of a frame.
     *
     * @param body all of the body
     * @param allocator where the new buffer comes from
     * @return a buffer of the caller's own: one octet of flags, then the payload
     * @throws ZmtpException if the body was not made by the peer, or was seen before
     */
    ByteBuf open(ByteBuf body, ByteBufAllocator allocator);

    /** Overwrites the keys. */
    void wipe();
}
