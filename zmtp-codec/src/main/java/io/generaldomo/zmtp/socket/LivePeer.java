package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.RoutingId;
import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.ZmtpPeer;
import io.generaldomo.zmtp.ZmtpSubscription;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.socket.DuplexChannel;

/** A connection whose handshake is completed. What {@link SocketPeer} does not show is confined to the socket's event loop. */
final class LivePeer implements SocketPeer {
    private final Channel channel;
    private final Link link;
    private final RoutingId routingId;
    private final ZmtpPeer peer;
    private boolean flushIsDue;
    private boolean finished;

    LivePeer(Channel channel, Link link, RoutingId routingId, ZmtpPeer peer) {
        this.channel = channel;
        this.link = link;
        this.routingId = routingId;
        this.peer = peer;
    }

    @Override
    public RoutingId routingId() {
        return routingId;
    }

    @Override
    public ZmtpPeer peer() {
        return peer;
    }

    @Override
    public void pauseReading() {
        channel.config().setAutoRead(false);
    }

    @Override
    public void resumeReading() {
        channel.config().setAutoRead(true);
    }

    @Override
    public void disconnect() {
        channel.close();
    }

    Link link() {
        return link;
    }

    Channel channel() {
        return channel;
    }

    boolean isWritable() {
        return channel.isWritable();
    }

    /**
     * Tells a publisher what is wanted. That does not wait in the link's queue, which ends with the connection; a publisher that does not read ends.
     *
     * @param backlog how many octets may wait to be read
     */
    void tell(ZmtpSubscription subscription, long backlog) {
        if (channel.bytesBeforeWritable() > backlog) {
            channel.close();
        } else if (!link.isEnding()) {
            link.drain(); // what was sent before
            writeSoon(subscription);
        }
    }

    /** The peer broke a rule: says so up the pipeline, where the transport logs it, and ends the connection. */
    void fail(ZmtpException cause) {
        channel.pipeline().fireExceptionCaught(cause);
        channel.close();
    }

    void write(ZmtpMessage message) {
        writeSoon(message);
    }

    /** Flushes when the channel is full, else once for all that is written until the event loop gets to it. */
    private void writeSoon(Object message) {
        channel.write(message, channel.voidPromise());
        if (channel.isWritable()) {
            drainSoon();
        } else {
            channel.flush();
        }
    }

    /** Empties the link's queue and flushes when the event loop gets to it. */
    void drainSoon() {
        if (!flushIsDue) {
            flushIsDue = true;
            channel.eventLoop().execute(this::drainAndFlush);
        }
    }

    private void drainAndFlush() {
        link.drain();
        flushIsDue = false;
        channel.flush();
    }

    /**
     * Ends the connection when all that was written is on its way. Closing outright, with octets of the peer unread, would let TCP reset the
     * connection and the peer lose what it has not read yet; so only this direction ends, and the peer's answer to that ends the other. May be called
     * again.
     */
    void finish() {
        if (finished) {
            return;
        }
        finished = true;
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener((ChannelFutureListener) written -> {
            if (written.isSuccess() && channel instanceof DuplexChannel duplex) {
                duplex.shutdownOutput();
            } else {
                channel.close();
            }
        });
    }

    @Override
    public String toString() {
        return routingId + "@" + peer.address();
    }
}
