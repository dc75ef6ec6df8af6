package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.ZmtpSubscription;
import io.generaldomo.zmtp.handler.ZmtpHandshakeCompleted;
import io.generaldomo.zmtp.transport.udp.DatagramLost;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/** Stands at the end of a connection's pipeline and tells the kernel what happens there. Confined to the socket's event loop. */
final class LinkHandler extends ChannelInboundHandlerAdapter {
    private final SocketKernel kernel;
    private final Link link;
    /** Null before the end of the handshake, and if the peer was turned away at that point. */
    private @Nullable LivePeer peer;

    LinkHandler(SocketKernel kernel, Link link) {
        this.kernel = kernel;
        this.link = link;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        kernel.opened(ctx.channel());
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof ZmtpHandshakeCompleted completed) {
            peer = kernel.admit(ctx.channel(), link, completed.peer());
            if (peer != null) {
                kernel.connected(peer);
            }
        } else if (event == DatagramLost.DROPPED) {
            kernel.lostDatagram();
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
        if (peer != null && msg instanceof ZmtpMessage message) {
            kernel.received(peer, message);
        } else if (peer != null && msg instanceof ZmtpSubscription subscription) {
            kernel.subscribed(peer, subscription);
        } else {
            ReferenceCountUtil.release(msg);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        if (peer != null) {
            kernel.paused();
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (peer != null) {
            kernel.drain(peer);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        if (peer != null) {
            kernel.lost(peer);
            peer = null;
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (cause instanceof ZmtpException failure) {
            kernel.failed(ctx.channel(), failure);
        } else {
            kernel.broken(ctx.channel(), cause);
        }
    }
}
