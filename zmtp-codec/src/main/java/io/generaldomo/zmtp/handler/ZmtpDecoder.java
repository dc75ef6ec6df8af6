package io.generaldomo.zmtp.handler;

import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpException.Reason;
import io.generaldomo.zmtp.ZmtpLimits;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.wire.Command;
import io.generaldomo.zmtp.wire.FrameHeader;
import io.generaldomo.zmtp.wire.Greeting;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.ArrayList;
import java.util.List;

/**
 * Octets to one {@link Greeting}, then {@link Command}s, then whole {@link ZmtpMessage}s with commands among them.
 *
 * <p>Stays in the pipeline for the life of the connection, so that octets which arrive together with the end of the handshake are never handed
 * from one decoder to another. Lengths are compared with the limits as soon as they are declared.
 */
final class ZmtpDecoder extends ByteToMessageDecoder {
    private enum State {
        GREETING,
        HANDSHAKE,
        TRAFFIC,
        CORRUPT
    }

    private final ZmtpLimits limits;
    private final List<ByteBuf> parts = new ArrayList<>(2);
    private State state = State.GREETING;
    /** Octets of the message under way, and of the commands between its frames: else a peer could PING in a message without end. */
    private long messageSize;

    ZmtpDecoder(ZmtpLimits limits) {
        this.limits = limits;
    }

    /** From the next frame on, frames are parts of messages. Called by the handshake while it handles the last command. */
    void startTraffic() {
        state = State.TRAFFIC;
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
        if (!ctx.channel().isActive()) {
            // A handler further up has closed the connection: what follows in the same read is nobody's any more.
            state = State.CORRUPT;
        }
        try {
            switch (state) {
                case GREETING -> decodeGreeting(in, out);
                case HANDSHAKE -> decodeHandshake(in, out);
                case TRAFFIC -> decodeTraffic(in, out);
                case CORRUPT -> in.skipBytes(in.readableBytes());
            }
        } catch (ZmtpException e) {
            state = State.CORRUPT;
            Failure.fireAndClose(ctx, e);
        }
    }

    private void decodeGreeting(ByteBuf in, List<Object> out) {
        Greeting greeting = Greeting.read(in);
        if (greeting != null) {
            state = State.HANDSHAKE;
            out.add(greeting);
        }
    }

    /** Like libzmq, takes a handshake command whether or not its COMMAND bit is set. */
    private void decodeHandshake(ByteBuf in, List<Object> out) {
        if (!headerIsThere(in)) {
            return;
        }
        int flags = in.getByte(in.readerIndex());
        if ((flags & FrameHeader.MORE) != 0) {
            throw new ZmtpException(Reason.MALFORMED, "a handshake command with MORE");
        }
        int size = commandSize(in);
        if (bodyIsThere(in, flags, size)) {
            in.skipBytes(FrameHeader.length(flags));
            out.add(Command.read(in, size));
        }
    }

    private void decodeTraffic(ByteBuf in, List<Object> out) {
        if (!headerIsThere(in)) {
            return;
        }
        int flags = in.getByte(in.readerIndex());
        if ((flags & FrameHeader.COMMAND) != 0) {
            decodeCommand(in, flags, out);
        } else {
            decodeFrame(in, flags, out);
        }
    }

    private void decodeCommand(ByteBuf in, int flags, List<Object> out) {
        int size = commandSize(in);
        if (!bodyIsThere(in, flags, size)) {
            return;
        }
        in.skipBytes(FrameHeader.length(flags));
        if (!parts.isEmpty()) {
            growMessage(size);
        }
        out.add(Command.read(in, size));
    }

    private void decodeFrame(ByteBuf in, int flags, List<Object> out) {
        long size = FrameHeader.size(in, in.readerIndex());
        if (size < 0 || size > limits.frameSize()) {
            throw new ZmtpException(Reason.LIMIT_EXCEEDED, "a frame of more than " + limits.frameSize() + " octets");
        }
        if (messageSize + size > limits.messageSize()) {
            throw new ZmtpException(Reason.LIMIT_EXCEEDED, "a message of more than " + limits.messageSize() + " octets");
        }
        if (parts.size() == limits.parts()) {
            throw new ZmtpException(Reason.LIMIT_EXCEEDED, "a message of more than " + limits.parts() + " parts");
        }
        if (!bodyIsThere(in, flags, size)) {
            return;
        }
        in.skipBytes(FrameHeader.length(flags));
        growMessage(size);
        parts.add(in.readRetainedSlice((int) size));
        if ((flags & FrameHeader.MORE) == 0) {
            out.add(ZmtpMessage.of(parts));
            parts.clear();
            messageSize = 0;
        }
    }

    private void growMessage(long size) {
        messageSize += size;
        if (messageSize > limits.messageSize()) {
            throw new ZmtpException(Reason.LIMIT_EXCEEDED, "a message of more than " + limits.messageSize() + " octets");
        }
    }

    private int commandSize(ByteBuf in) {
        long size = FrameHeader.size(in, in.readerIndex());
        if (size < 0 || size > limits.commandSize()) {
            throw new ZmtpException(Reason.LIMIT_EXCEEDED, "a command of more than " + limits.commandSize() + " octets");
        }
        return (int) size;
    }

    private static boolean headerIsThere(ByteBuf in) {
        int readable = in.readableBytes();
        return readable >= 2 && readable >= FrameHeader.length(in.getByte(in.readerIndex()));
    }

    private static boolean bodyIsThere(ByteBuf in, int flags, long size) {
        return in.readableBytes() >= FrameHeader.length(flags) + size;
    }

    /** What is left when the connection ends is an unfinished frame: nobody is owed an error for that. */
    @Override
    protected void decodeLast(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
        in.skipBytes(in.readableBytes());
    }

    @Override
    protected void handlerRemoved0(ChannelHandlerContext ctx) {
        dropParts();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) throws Exception {
        super.channelInactive(ctx);
        dropParts();
    }

    private void dropParts() {
        parts.forEach(ByteBuf::release);
        parts.clear();
    }
}
