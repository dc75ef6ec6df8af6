package io.generaldomo.zmtp.transport.websocket;

import io.generaldomo.zmtp.ZmtpLimits;
import io.generaldomo.zmtp.wire.FrameHeader;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;

/**
 * The one octet in front of the body of each frame (RFC 45/ZWS, "Framing"): a WebSocket message is a ZMTP frame and knows its own length.
 *
 * <pre>
 *  | flags | body…        flags: bit 0 MORE, bit 1 COMMAND
 * </pre>
 */
final class ZwsFrames {
    private static final int MORE = 1;
    private static final int COMMAND = 2;
    /** Flags, and what CURVE puts around a frame. */
    private static final int OVERHEAD = 64;

    private ZwsFrames() {}

    /** The flags that ZMTP has for those of a ZWS frame, without LONG. */
    static int toZmtp(int flags) {
        return ((flags & MORE) == 0 ? 0 : FrameHeader.MORE) | ((flags & COMMAND) == 0 ? 0 : FrameHeader.COMMAND);
    }

    /** The flags that ZWS has for those of a ZMTP frame. */
    static int toZws(int flags) {
        return ((flags & FrameHeader.MORE) == 0 ? 0 : MORE) | ((flags & FrameHeader.COMMAND) == 0 ? 0 : COMMAND);
    }

    /** What a WebSocket message may have, so that the ZMTP frame in it is within its limit: that one is judged by itself. */
    static int largest(ZmtpLimits limits) {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(limits.frameSize(), limits.commandSize()) + (long) OVERHEAD);
    }

    static WebSocketDecoderConfig config(ZmtpLimits limits, boolean masked) {
        return WebSocketDecoderConfig.newBuilder()
                .maxFramePayloadLength(largest(limits))
                .expectMaskedFrames(masked)
                .allowMaskMismatch(false)
                .allowExtensions(false)
                .closeOnProtocolViolation(false)
                .withUTF8Validator(false)
                .build();
    }
}
