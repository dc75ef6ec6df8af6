package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.RoutingId;
import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpConfig;
import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpException.Reason;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.ZmtpPeer;
import io.generaldomo.zmtp.transport.Endpoint;
import io.generaldomo.zmtp.transport.ZmtpConnection;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoop;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What every type of socket is made on: its endpoints, its connections, and who is connected. Confined to its event loop, except the methods that
 * the public sockets call: {@link #bind}, {@link #connect}, {@link #outbox}, {@link #run}, {@link #close} and {@link #closeAndWait}.
 */
final class SocketKernel {
    private static final Logger log = LoggerFactory.getLogger(SocketKernel.class);

    private final SocketType type;
    private final SocketOptions options;
    private final ZmtpConfig config;
    private final EventLoop loop;
    private final RoutingTable table;
    private final Pattern pattern;
    private final GuardedListener listener;
    private final Closing closing;
    private final Map<Link, ZmtpConnection> connections = new HashMap<>();

    SocketKernel(
            SocketType type, SocketOptions options, EventLoop loop, RoutingTable table, Pattern pattern, PeerListener listener) {
        this.type = type;
        this.options = options;
        this.config = options.config(type);
        this.loop = loop;
        this.table = table;
        this.pattern = pattern;
        this.listener = new GuardedListener(listener);
        this.closing = new Closing(loop, options.linger(), table, this::abandon, this::ended);
    }

    SocketType type() {
        return type;
    }

    CompletableFuture<Endpoint> bind(Endpoint endpoint) {
        CompletableFuture<Endpoint> bound = new CompletableFuture<>();
        if (loop.isShuttingDown()) {
            bound.completeExceptionally(closed());
            return bound;
        }
        ChannelFuture binding = options.transport()
                .bind(endpoint, loop, config, () -> new LinkHandler(this, Link.accepted(options.sendHighWaterMark(), config.limits().backlog())));
        closing.watch(binding.channel());
        binding.addListener(done -> {
            if (!done.isSuccess()) {
                bound.completeExceptionally(done.cause());
            } else if (closing.hasBegun()) {
                binding.channel().close();
                bound.completeExceptionally(closed());
            } else {
                bound.complete(endpoint.boundAt(binding.channel().localAddress()));
            }
        });
        return bound;
    }

    void connect(Endpoint endpoint) {
        run(() -> {
            Link link = Link.connecting(options.sendHighWaterMark(), config.limits().backlog());
            connections.put(link, ZmtpConnection.open(
                    options.transport(), endpoint, loop, config, options.reconnect(), () -> new LinkHandler(this, link)));
            pattern.onLink(link);
        }, () -> log.debug("{}: not connecting to {}, the socket is closed", type, endpoint));
    }

    /** The way for messages from any thread to the pattern. */
    Outbox outbox(Consumer<Send> sender) {
        return new Outbox(type, loop, closing::hasBegun, sender);
    }

    /** Does something on the event loop, at once if this is it, or something else if the socket is closed by then. */
    void run(Runnable task, Runnable otherwise) {
        Runnable step = () -> (closing.hasBegun() ? otherwise : task).run();
        if (loop.inEventLoop()) {
            step.run();
            return;
        }
        try {
            loop.execute(step);
        } catch (RejectedExecutionException e) {
            otherwise.run();
        }
    }

    CompletableFuture<Void> close() {
        return closing.begin();
    }

    void closeAndWait() {
        closing.beginAndWait();
    }

    private static ZmtpException closed() {
        return new ZmtpException(Reason.CLOSED, "the socket is closed");
    }

    void opened(Channel channel) {
        closing.watch(channel);
        if (closing.hasBegun()) {
            channel.close();
        }
    }

    /** Gives a peer its name; null if it is turned away. */
    @Nullable LivePeer admit(Channel channel, Link link, ZmtpPeer peer) {
        if (closing.hasBegun()) {
            channel.close();
            return null;
        }
        Optional<RoutingId> id = table.name(peer);
        if (id.isEmpty()) {
            log.atInfo().addKeyValue("peer", peer.address()).log("{}: turned away {}: its identity belongs to a peer that is connected", type, peer.address());
            channel.close();
            return null;
        }
        return new LivePeer(channel, link, id.get(), peer);
    }

    void connected(LivePeer peer) {
        table.add(peer);
        peer.link().attach(peer);
        pattern.onConnected(peer);
        listener.onConnected(peer);
        drain(peer);
    }

    void received(LivePeer from, ZmtpMessage message) {
        if (closing.hasBegun()) {
            message.release();
        } else if (type.singlePart() && message.size() > 1) {
            log.atDebug().addKeyValue("peer", from).log("{}: dropped a message of {} parts from {}", type, message.size(), from);
            message.release();
        } else {
            try {
                pattern.onMessage(from, message);
            } catch (RuntimeException e) {
                listener.threw(e);
            }
        }
    }

    /** All that came at once has been received. */
    void paused() {
        if (!closing.hasBegun()) {
            pattern.onPause();
        }
    }

    void drain(LivePeer peer) {
        peer.link().drain();
        if (closing.hasBegun()) {
            closing.drained(peer);
        } else if (peer.link().hasRoom()) {
            pattern.onRoom();
        }
    }

    void lost(LivePeer peer) {
        table.remove(peer);
        peer.link().detach();
        pattern.onLost(peer);
        listener.onDisconnected(peer);
        closing.lost();
    }

    /** The transport has logged it already. */
    void failed(Channel channel, ZmtpException cause) {
        log.atDebug().addKeyValue("peer", channel.remoteAddress()).log("{}: {}: {}", type, channel.remoteAddress(), cause.getMessage());
        listener.onFailed(channel.remoteAddress(), cause);
    }

    void broken(Channel channel, Throwable cause) {
        log.atDebug().addKeyValue("peer", channel.remoteAddress()).setCause(cause).log("{}: {}: the connection broke", type, channel.remoteAddress());
        channel.close();
    }

    /** The first step of closing: nothing is accepted any more, and connections that do not exist yet are given up. */
    private void abandon() {
        pattern.onClosing();
        connections.forEach((link, connection) -> {
            if (!link.isLive()) {
                connection.close();
            }
        });
    }

    /** The last step: there is no connection any more. */
    private void ended() {
        connections.forEach((link, connection) -> {
            connection.close();
            link.clear();
        });
        connections.clear();
        listener.onClosed();
    }
}
