package io.generaldomo.zmtp.handler;

import io.generaldomo.zmtp.ZmtpConfig;
import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpException.Reason;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.mechanism.FrameCipher;
import io.generaldomo.zmtp.wire.Command;
import io.generaldomo.zmtp.wire.FrameHeader;
import io.generaldomo.zmtp.wire.Greeting;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Octets to one {@link Greeting}, then {@link Command}s, then whole {@link ZmtpMessage}s with commands among them.
 *
 * <p>Stays in the pipeline for the life of the connection, so that octets which arrive together with the end of the handshake are never handed
 * from one decoder to another. Lengths are compared with the limits as soon as they are declared.
 *
 * <p>What is whole in the buffer that was read is decoded there; only the one unit that is not, a greeting or a frame, is {@linkplain Unfinished put
 * together}. That is why this is no {@code ByteToMessageDecoder}, which would put all that follows behind it, copying it each time.
 */
final class ZmtpDecoder extends ChannelInboundHandlerAdapter {
    private enum State {
        GREETING,
        HANDSHAKE,
        TRAFFIC,
        CORRUPT
    }

    private final FrameLimits limits;
    private final MessageAssembly assembly;
    private final Unfinished unfinished = new Unfinished();
    private State state = State.GREETING;
    private boolean handedOn;
    /** Of the frame that was judged last. */
    private int flags;
    private long size;
    /** Null as long as frames come in the clear. */
    private @Nullable FrameCipher cipher;

    ZmtpDecoder(ZmtpConfig config) {
        this.limits = new FrameLimits(config.limits());
        this.assembly = new MessageAssembly(limits, config.heapPartsUpTo());
    }

    /** From the next frame on, frames are parts of messages, protected if there is a cipher. Called by the handshake at its end. */
    void startTraffic(Optional<FrameCipher> newCipher) {
        cipher = newCipher.orElse(null);
        state = State.TRAFFIC;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
        if (!(msg instanceof ByteBuf in)) {
            ctx.fireChannelRead(msg);
            return;
        }
        try {
            while (in.isReadable() && mayDecode(ctx)) {
                decode(ctx, in);
            }
        } catch (ZmtpException e) {
            state = State.CORRUPT;
            Failure.fireAndClose(ctx, e);
        } finally {
            in.release();
        }
    }

    /** A handler further up may have closed the connection: what follows in the same read is nobody's any more. */
    private boolean mayDecode(ChannelHandlerContext ctx) {
        return state != State.CORRUPT && ctx.channel().isActive();
    }

    private void decode(ChannelHandlerContext ctx, ByteBuf in) {
        if (unfinished.isEmpty()) {
            long length = lengthOf(in);
            if (length >= 0 && length <= in.readableBytes()) {
                decodeWhole(ctx, in);
                return;
            }
            unfinished.begin(ctx.alloc());
        }
        ByteBuf whole = unfinished.goOn(in, this::lengthOf);
        if (whole != null) {
            try {
                decodeWhole(ctx, whole);
            } finally {
                whole.release();
            }
        }
    }

    /** Octets of the unit that begins here, within the limits; negative as long as that does not show. */
    private long lengthOf(ByteBuf in) {
        if (state == State.GREETING) {
            return Greeting.isComplete(in) ? Greeting.LENGTH : Unfinished.UNKNOWN;
        }
        if (!FrameHeader.isComplete(in)) {
            return Unfinished.UNKNOWN;
        }
        flags = in.getByte(in.readerIndex());
        size = FrameHeader.size(in, in.readerIndex());
        if (state == State.HANDSHAKE) {
            judgeHandshake();
        } else if (cipher != null) {
            judgeSealed(cipher);
        } else if ((flags & FrameHeader.COMMAND) != 0) {
            limits.requireCommandSize(size);
        } else {
            assembly.requireRoom(size);
        }
        return FrameHeader.length(flags) + size;
    }

    private void judgeHandshake() {
        if ((flags & FrameHeader.MORE) != 0) {
            throw new ZmtpException(Reason.MALFORMED, "a handshake command with MORE");
        }
        limits.requireCommandSize(size);
    }

    /**
     * What is inside a sealed frame, part or command, shows only when the frame is open; until then the limits of parts count. The COMMAND bit outside
     * is what RFC 26 wants and libzmq does not send: nobody vouches for it, so it is not looked at.
     */
    private void judgeSealed(FrameCipher opener) {
        if ((flags & FrameHeader.MORE) != 0 || size >= 0 && size < opener.overhead()) {
            throw new ZmtpException(Reason.MALFORMED, "a frame in the clear, in traffic that is encrypted");
        }
        assembly.requireRoom(size - opener.overhead());
    }

    /** Decodes the unit that was judged last. */
    private void decodeWhole(ChannelHandlerContext ctx, ByteBuf in) {
        if (state == State.GREETING) {
            state = State.HANDSHAKE;
            handOn(ctx, Greeting.read(in));
            return;
        }
        in.skipBytes(FrameHeader.length(flags));
        int length = (int) size;
        if (state == State.HANDSHAKE) {
            handOn(ctx, Command.readInHandshake(in, length));
        } else if (cipher != null) {
            decodeSealed(ctx, cipher, in, length);
        } else if ((flags & FrameHeader.COMMAND) != 0) {
            assembly.interrupt(length);
            handOn(ctx, Command.read(in, length));
        } else {
            handOnIfWhole(ctx, assembly.add(in, length, (flags & FrameHeader.MORE) != 0));
        }
    }

    private void decodeSealed(ChannelHandlerContext ctx, FrameCipher opener, ByteBuf in, int body) {
        ByteBuf payload = opener.open(in.readSlice(body), ctx.alloc());
        try {
            int inner = payload.readByte();
            int length = payload.readableBytes();
            if ((inner & FrameCipher.COMMAND) == 0) {
                handOnIfWhole(ctx, assembly.add(payload, length, (inner & FrameCipher.MORE) != 0));
            } else {
                limits.requireCommandSize(length);
                assembly.interrupt(length);
                handOn(ctx, Command.read(payload, length));
            }
        } finally {
            payload.release();
        }
    }

    private void handOnIfWhole(ChannelHandlerContext ctx, @Nullable ZmtpMessage message) {
        if (message != null) {
            handOn(ctx, message);
        }
    }

    private void handOn(ChannelHandlerContext ctx, Object decoded) {
        handedOn = true;
        ctx.fireChannelRead(decoded);
    }

    /** Who reads by hand asked for a message: as long as nothing came of what was read, more has to be read. */
    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        if (!handedOn && !ctx.channel().config().isAutoRead()) {
            ctx.read();
        }
        handedOn = false;
        ctx.fireChannelReadComplete();
    }

    /** What is left when the connection ends is an unfinished frame: nobody is owed an error for that. */
    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        drop();
        ctx.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        drop();
        if (cipher != null) {
            cipher.wipe();
        }
    }

    private void drop() {
        state = State.CORRUPT;
        unfinished.drop();
        assembly.drop();
    }
}
