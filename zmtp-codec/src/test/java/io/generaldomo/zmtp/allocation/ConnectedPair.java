package io.generaldomo.zmtp.allocation;

import io.generaldomo.zmtp.ZmtpConfig;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.handler.ZmtpPipeline;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.ReferenceCountUtil;

/** Both ends of a connection in memory that has shaken hands: what guards and benchmarks send traffic through, with as little around it as possible. */
public final class ConnectedPair implements AutoCloseable {
    private final EmbeddedChannel connecting = new EmbeddedChannel();
    private final EmbeddedChannel accepting = new EmbeddedChannel();
    private int messages;

    /** Both drop what they receive. */
    public ConnectedPair(ZmtpConfig connecting, ZmtpConfig accepting) {
        this(connecting, accepting, null);
    }

    /**
     * The accepting end has an application.
     *
     * @param application its last handler; null for one that drops what it receives
     */
    public ConnectedPair(ZmtpConfig connecting, ZmtpConfig accepting, ChannelHandler application) {
        ZmtpPipeline.connect(this.connecting.pipeline(), connecting);
        this.connecting.pipeline().addLast(new Sink());
        ZmtpPipeline.accept(this.accepting.pipeline(), accepting);
        this.accepting.pipeline().addLast(application == null ? new Sink() : application);
        while (carry(this.connecting, this.accepting) | carry(this.accepting, this.connecting)) {
            this.connecting.runPendingTasks();
            this.accepting.runPendingTasks();
        }
    }

    private static boolean carry(EmbeddedChannel from, EmbeddedChannel to) {
        ByteBuf octets = from.readOutbound();
        if (octets == null) {
            return false;
        }
        to.pipeline().fireChannelRead(octets);
        to.pipeline().fireChannelReadComplete();
        return true;
    }

    /** The end that connects. */
    public EmbeddedChannel connecting() {
        return connecting;
    }

    /** The end that accepts. */
    public EmbeddedChannel accepting() {
        return accepting;
    }

    /** Messages that were dropped so far, at both ends. */
    public int messages() {
        return messages;
    }

    /**
     * Writes a message several times and flushes once.
     *
     * @return buffers that this made
     */
    public int write(EmbeddedChannel channel, ZmtpMessage message, int times) {
        for (int i = 0; i < times; i++) {
            channel.write(message.retain(), channel.voidPromise());
        }
        channel.flush();
        return discard(channel);
    }

    /** Sends a message several times from the end that connects to the one that accepts, which reads each buffer as it was written. */
    public void transfer(ZmtpMessage message, int times) {
        for (int i = 0; i < times; i++) {
            connecting.write(message.retain(), connecting.voidPromise());
        }
        connecting.flush();
        for (ByteBuf sent = connecting.readOutbound(); sent != null; sent = connecting.readOutbound()) {
            accepting.pipeline().fireChannelRead(sent);
        }
        accepting.pipeline().fireChannelReadComplete();
    }

    /**
     * Forgets what a channel has sent.
     *
     * @return how many buffers it was
     */
    public static int discard(EmbeddedChannel channel) {
        int buffers = 0;
        for (Object sent = channel.readOutbound(); sent != null; sent = channel.readOutbound()) {
            ReferenceCountUtil.release(sent);
            buffers++;
        }
        return buffers;
    }

    /** What a message looks like on the wire from the end that connects, so many times. */
    public byte[] wire(ZmtpMessage message, int times) {
        for (int i = 0; i < times; i++) {
            connecting.write(message.retain());
        }
        connecting.flush();
        ByteBuf all = connecting.alloc().buffer();
        for (ByteBuf sent = connecting.readOutbound(); sent != null; sent = connecting.readOutbound()) {
            all.writeBytes(sent);
            sent.release();
        }
        byte[] octets = new byte[all.readableBytes()];
        all.readBytes(octets);
        all.release();
        return octets;
    }

    /**
     * Receives octets as a socket would: in buffers of its own.
     *
     * @param most octets of a buffer
     */
    public static void read(EmbeddedChannel channel, byte[] octets, int most) {
        for (int from = 0; from < octets.length; from += most) {
            int length = Math.min(most, octets.length - from);
            channel.pipeline().fireChannelRead(channel.alloc().directBuffer(most).writeBytes(octets, from, length));
            channel.pipeline().fireChannelReadComplete();
        }
    }

    @Override
    public void close() {
        connecting.finishAndReleaseAll();
        accepting.finishAndReleaseAll();
    }

    private final class Sink extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext ctx, Object message) {
            messages++;
            ReferenceCountUtil.release(message);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
            throw new AssertionError(cause);
        }
    }
}
