package io.generaldomo.gdp.broker;

import io.generaldomo.zmtp.SocketType;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import java.time.Duration;
import java.util.Optional;

/**
 * What one connection has carried. The first handler of its pipeline, so that the octets are those of the network; messages and pauses are told by
 * {@link PeerHandler}. Confined to the broker's event loop.
 */
final class ConnectionMeter extends ChannelDuplexHandler implements ObservedConnection {
    private final long number;
    private final String address;
    private final long acceptedNanos;
    private Optional<SocketType> socketType = Optional.empty();
    private Optional<String> user = Optional.empty();
    private boolean open;
    private boolean unwritable;
    private long unwritableSince;
    private long unwritableNanos;
    long octetsIn;
    long octetsOut;
    long messagesIn;
    long messagesOut;

    ConnectionMeter(long number, String address, long acceptedNanos) {
        this.number = number;
        this.address = address;
        this.acceptedNanos = acceptedNanos;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
        if (msg instanceof ByteBuf octets) {
            octetsIn += octets.readableBytes();
        }
        ctx.fireChannelRead(msg);
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object msg, ChannelPromise promise) {
        if (msg instanceof ByteBuf octets) {
            octetsOut += octets.readableBytes();
        }
        ctx.write(msg, promise);
    }

    /** The handshake is done. */
    void open(Optional<SocketType> type, Optional<String> name) {
        open = true;
        socketType = type;
        user = name;
    }

    boolean isOpen() {
        return open;
    }

    void setWritable(boolean writable, long nowNanos) {
        if (unwritable && writable) {
            unwritableNanos += nowNanos - unwritableSince;
        } else if (!unwritable && !writable) {
            unwritableSince = nowNanos;
        }
        unwritable = !writable;
    }

    long unwritableNanos(long nowNanos) {
        return unwritable ? unwritableNanos + nowNanos - unwritableSince : unwritableNanos;
    }

    ConnectionSnapshot snapshot(long nowNanos) {
        ConnectionSnapshot.State state = unwritable ? ConnectionSnapshot.State.UNWRITABLE : ConnectionSnapshot.State.OPEN;
        return new ConnectionSnapshot(
                number, address, socketType, user, open ? state : ConnectionSnapshot.State.HANDSHAKE,
                Duration.ofNanos(nowNanos - acceptedNanos), octetsIn, octetsOut, messagesIn, messagesOut);
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public Optional<SocketType> socketType() {
        return socketType;
    }

    @Override
    public Optional<String> user() {
        return user;
    }

    @Override
    public long acceptedNanos() {
        return acceptedNanos;
    }
}
