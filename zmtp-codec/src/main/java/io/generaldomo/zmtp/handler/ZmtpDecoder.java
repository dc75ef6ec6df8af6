package io.generaldomo.zmtp.handler;

import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpException.Reason;
import io.generaldomo.zmtp.ZmtpLimits;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.mechanism.FrameCipher;
import io.generaldomo.zmtp.wire.Command;
import io.generaldomo.zmtp.wire.FrameHeader;
import io.generaldomo.zmtp.wire.Greeting;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
    /** Null as long as frames come in the clear. */
    private @Nullable FrameCipher cipher;

    ZmtpDecoder(ZmtpLimits limits) {
        this.limits = limits;
    }

    /** From the next frame on, frames are parts of messages, protected if there is a cipher. Called by the handshake at its end. */
    void startTraffic(Optional<FrameCipher> newCipher) {
        cipher = newCipher.orElse(null);
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
                case TRAFFIC -> decodeTraffic(ctx, in, out);
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
            out.add(Command.readInHandshake(in, size));
        }
    }

    private void decodeTraffic(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
        if (!headerIsThere(in)) {
            return;
        }
        int flags = in.getByte(in.readerIndex());
        if (cipher != null) {
            decodeSealed(cipher, ctx, in, out);
        } else if ((flags & FrameHeader.COMMAND) != 0) {
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
        requireRoom(size);
        if (!bodyIsThere(in, flags, size)) {
            return;
        }
        in.skipBytes(FrameHeader.length(flags));
        growMessage(size);
        addPart(in.readRetainedSlice((int) size), (flags & FrameHeader.MORE) != 0, out);
    }

    /**
     * What is inside, part or command, shows only when the frame is open; until then the limits of parts count. The COMMAND bit outside is what
     * RFC 26 wants and libzmq does not send: nobody vouches for it, so it is not looked at.
     */
    private void decodeSealed(FrameCipher opener, ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
        int flags = in.getByte(in.readerIndex());
        long size = FrameHeader.size(in, in.readerIndex());
        if ((flags & FrameHeader.MORE) != 0 || size >= 0 && size < opener.overhead()) {
            throw new ZmtpException(Reason.MALFORMED, "a frame in the clear, in traffic that is encrypted");
        }
        requireRoom(size - opener.overhead());
        if (!bodyIsThere(in, flags, size)) {
            return;
        }
        in.skipBytes(FrameHeader.length(flags));
        ByteBuf payload = opener.open(in.readSlice((int) size), ctx.alloc());
        int inner = payload.readByte();
        boolean handedOn = false;
        try {
            if ((inner & FrameCipher.COMMAND) == 0) {
                growMessage(payload.readableBytes());
                handedOn = true;
                addPart(payload, (inner & FrameCipher.MORE) != 0, out);
            } else {
                decodeSealedCommand(payload, out);
            }
        } finally {
            if (!handedOn) {
                payload.release();
            }
        }
    }

    private void decodeSealedCommand(ByteBuf payload, List<Object> out) {
        int size = payload.readableBytes();
        requireCommandSize(size);
        if (!parts.isEmpty()) {
            growMessage(size);
        }
        out.add(Command.read(payload, size));
    }

    private void addPart(ByteBuf part, boolean more, List<Object> out) {
        parts.add(part);
        if (!more) {
            out.add(ZmtpMessage.of(parts));
            parts.clear();
            messageSize = 0;
        }
    }

    /** Judges a frame by its declared size, which is negative where it is 2^63 or more. */
    private void requireRoom(long size) {
        if (size < 0 || size > limits.frameSize()) {
            throw new ZmtpException(Reason.LIMIT_EXCEEDED, "a frame of more than " + limits.frameSize() + " octets");
        }
        if (messageSize + size > limits.messageSize()) {
            throw new ZmtpException(Reason.LIMIT_EXCEEDED, "a message of more than " + limits.messageSize() + " octets");
        }
        if (parts.size() == limits.parts()) {
            throw new ZmtpException(Reason.LIMIT_EXCEEDED, "a message of more than " + limits.parts() + " parts");
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
        requireCommandSize(size);
        return (int) size;
    }

    private void requireCommandSize(long size) {
        if (size < 0 || size > limits.commandSize()) {
            throw new ZmtpException(Reason.LIMIT_EXCEEDED, "a command of more than " + limits.commandSize() + " octets");
        }
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
        if (cipher != null) {
            cipher.wipe();
        }
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
