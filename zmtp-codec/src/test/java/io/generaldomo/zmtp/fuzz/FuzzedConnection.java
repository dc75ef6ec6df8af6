package io.generaldomo.zmtp.fuzz;

import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpMessage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * One side of a connection in memory that strangers send to. Whatever they send: it fails once at most, with a {@link ZmtpException}, and is
 * closed then; it answers with no more than it was sent, asks for no more memory than that, and at the end has none.
 */
public final class FuzzedConnection {
    /** What may be allocated and sent for small inputs: a greeting, headers, the commands of a handshake, the first buffers of Netty. */
    private static final int ALLOWANCE = 4096;

    private static final int FACTOR = 4;

    private final WatchedAllocator allocator = new WatchedAllocator();
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final List<Throwable> failures = new ArrayList<>();
    private final StringBuilder transcript = new StringBuilder();
    private int received;
    private int sent;
    private long mostUsed;

    /** A connection whose handlers are added by this. */
    public FuzzedConnection(Consumer<ChannelPipeline> initializer) {
        channel.freezeTime();
        channel.config().setAllocator(allocator);
        initializer.accept(channel.pipeline());
        channel.pipeline().addLast(new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext ctx, Object msg) {
                note(msg);
                ReferenceCountUtil.release(msg);
            }

            @Override
            public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
                transcript.append('(').append(event.getClass().getSimpleName()).append(')');
            }

            @Override
            public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
                failures.add(cause);
            }
        });
    }

    private void note(Object msg) {
        if (msg instanceof ZmtpMessage message) {
            for (int i = 0; i < message.size(); i++) {
                transcript.append(i == 0 ? '<' : '|').append(ByteBufUtil.hexDump(message.part(i)));
            }
            transcript.append('>');
        } else {
            failures.add(new AssertionError("the application was given a " + msg.getClass()));
        }
    }

    /** The stranger sends octets, unless the connection is closed. */
    public void receive(byte[] octets) {
        if (!channel.isOpen()) {
            return;
        }
        received += octets.length;
        ByteBuf in = allocator.buffer(octets.length).writeBytes(octets);
        channel.writeInbound(in);
        mostUsed = Math.max(mostUsed, allocator.used());
    }

    /** The stranger sends octets in pieces, cut where chance wants, which is the same for the same octets. */
    public void receiveInPieces(byte[] octets) {
        Random random = new Random(Arrays.hashCode(octets));
        int longest = 1 + random.nextInt(random.nextBoolean() ? 4 : 100);
        int from = 0;
        while (from < octets.length) {
            int to = Math.min(octets.length, from + 1 + random.nextInt(longest));
            receive(Arrays.copyOfRange(octets, from, to));
            from = to;
        }
    }

    /** All that this side has sent since the last call. */
    public byte[] sent() {
        byte[] all = {};
        for (ByteBuf next = channel.readOutbound(); next != null; next = channel.readOutbound()) {
            int from = all.length;
            all = Arrays.copyOf(all, from + next.readableBytes());
            next.readBytes(all, from, all.length - from);
            next.release();
        }
        sent += all.length;
        return all;
    }

    /** Whether the connection still is. */
    public boolean isOpen() {
        return channel.isOpen();
    }

    /**
     * Ends the connection and judges it.
     *
     * @return all that reached the application, and how it ended
     */
    public String end() {
        boolean closed = !channel.isOpen();
        sent();
        channel.finishAndReleaseAll();
        for (Throwable failure : failures) {
            if (!(failure instanceof ZmtpException)) {
                throw new AssertionError("failed with something else than ZmtpException", failure);
            }
        }
        require(failures.size() == (closed ? 1 : 0), "failed " + failures.size() + " times, closed: " + closed);
        int bound = ALLOWANCE + FACTOR * received;
        require(allocator.largest() <= bound, "asked for " + allocator.largest() + " octets after " + received);
        require(mostUsed <= bound, "held " + mostUsed + " octets after " + received);
        require(sent <= bound, "sent " + sent + " octets after " + received);
        require(allocator.used() == 0, "still holds " + allocator.used() + " octets");
        failures.forEach(failure -> transcript.append(told(failure)));
        return transcript.toString();
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new AssertionError(otherwise);
        }
    }

    /** What a stranger seems to speak depends on how much of it had come. */
    private static String told(Throwable failure) {
        boolean stranger = failure instanceof ZmtpException zmtp && zmtp.reason() == ZmtpException.Reason.NOT_ZMTP;
        return stranger ? "no ZMTP" : String.valueOf(failure.getMessage());
    }
}
