package io.generaldomo.zmtp.transport.websocket;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import org.jspecify.annotations.Nullable;

/**
 * Puts the fragments of a message together (RFC 6455, section 5.4), which browsers cut as they like; their order is checked by the decoder. Copies, so
 * that many small fragments cost no more than their octets. Confined to the channel's event loop.
 */
final class Fragments {
    private final int largest;
    private @Nullable ByteBuf begun;

    Fragments(int largest) {
        this.largest = largest;
    }

    /** The message that this frame completes, which the caller releases; null if there is more to come. Borrows the frame. */
    @Nullable ByteBuf whole(ByteBufAllocator allocator, WebSocketFrame frame) {
        ByteBuf octets = frame.content();
        ByteBuf message = begun;
        if (message == null && frame.isFinalFragment()) {
            return octets.retain();
        }
        if (message == null) {
            message = allocator.buffer(octets.readableBytes());
            begun = message;
        }
        if (octets.readableBytes() > largest - message.readableBytes()) {
            throw new CorruptedWebSocketFrameException(WebSocketCloseStatus.MESSAGE_TOO_BIG, "fragments of more than " + largest + " octets");
        }
        message.writeBytes(octets);
        if (!frame.isFinalFragment()) {
            return null;
        }
        begun = null;
        return message;
    }

    void drop() {
        if (begun != null) {
            begun.release();
            begun = null;
        }
    }
}
