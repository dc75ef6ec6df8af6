package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.RoutingId;
import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpException.Reason;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.ZmtpPeer;
import io.generaldomo.zmtp.ZmtpSubscription;
import io.generaldomo.zmtp.transport.Endpoint;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What every type of socket is made on: its connections, and who is connected. Confined to its event loop, except the methods that
 * the public sockets call: {@link #endpoints}, {@link #connect}, {@link #outbox}, {@link #run}, {@link #close} and {@link #closeAndWait}.
 */
final class SocketKernel {
    private static final Logger log = LoggerFactory.getLogger(SocketKernel.class);

    private final SocketType type;
    private final SocketOptions options;
    private final EventLoop loop;
    private final RoutingTable table;
    private final Pattern pattern;
    private final GuardedListener listener;
    private final Closing closing;
    private final Endpoints endpoints;
    private final LongAdder lostDatagrams = new LongAdder();

    SocketKernel(
            SocketType type, SocketOptions options, EventLoop loop, RoutingTable table, Pattern pattern, PeerListener listener) {
        this.type = type;
        this.options = options;
        this.loop = loop;
        this.table = table;
        this.pattern = pattern;
        this.listener = new GuardedListener(listener);
        this.closing = new Closing(loop, options.linger(), table, this::abandon, this::ended);
        this.endpoints = new Endpoints(this, options, options.config(type), loop, table, closing);
    }

    SocketType type() {
        return type;
    }

    Endpoints endpoints() {
        return endpoints;
    }

    void connect(Endpoint endpoint) {
        endpoints.requireConnectable(endpoint);
        run(() -> {
            Link link = endpoints.connect(endpoint, null);
            if (link.isLasting()) {
                pattern.onLink(link);
            }
        }, () -> log.debug("{}: not connecting to {}, the socket is closed", type, endpoint));
    }

    /** Connects to a peer that has a routing id at once and for good: a given one, or else one that the socket makes. */
    CompletableFuture<RoutingId> connectNamed(Endpoint endpoint, @Nullable RoutingId wanted) {
        endpoints.requireConnectable(endpoint);
        CompletableFuture<RoutingId> named = new CompletableFuture<>();
        run(() -> {
            RoutingId name = wanted == null ? table.unusedName() : wanted;
            if (table.isInUse(name)) {
                named.completeExceptionally(new IllegalStateException("a peer has routing id " + name + " already"));
            } else {
                pattern.onLink(endpoints.connect(endpoint, name));
                named.complete(name);
            }
        }, () -> named.completeExceptionally(closed()));
        return named;
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

    static ZmtpException closed() {
        return new ZmtpException(Reason.CLOSED, "the socket is closed");
    }

    void opened(Channel channel) {
        closing.watch(channel);
        boolean late = channel.parent() != null && !channel.parent().isOpen(); // accepted by what was unbound since
        if (closing.hasBegun() || late) {
            channel.close();
        }
    }

    /** Gives a peer its name; null if it is turned away. */
    @Nullable LivePeer admit(Channel channel, Link link, ZmtpPeer peer) {
        if (closing.hasBegun()) {
            channel.close();
            return null;
        }
        Optional<RoutingId> id = pattern.admits(link) ? table.name(peer, link) : Optional.empty();
        if (id.isEmpty()) {
            log.atInfo().addKeyValue("peer", peer.address()).log("{}: turned away {}: another peer has its place", type, peer.address());
            channel.close();
            return null;
        }
        LivePeer before = table.find(id.get());
        if (before != null) {
            log.atInfo().addKeyValue("peer", peer.address()).log("{}: {} takes the place of {}", type, peer.address(), before);
            lost(before);
            before.disconnect();
        }
        return new LivePeer(channel, link, id.get(), peer);
    }

    void connected(LivePeer peer) {
        table.add(peer);
        peer.link().attach(peer);
        options.notices().forNewPeer().ifPresent(peer::write);
        if (!peer.link().isLasting()) {
            pattern.onLink(peer.link());
        }
        pattern.onConnected(peer);
        listener.onConnected(peer);
        options.notices().ofArrival().ifPresent(message -> listener.onNotice(peer, message));
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

    void subscribed(LivePeer from, ZmtpSubscription subscription) {
        if (closing.hasBegun()) {
            return;
        }
        try {
            pattern.onSubscription(from, subscription);
        } catch (ZmtpException e) {
            from.fail(e);
        } catch (RuntimeException e) {
            listener.threw(e);
        }
    }

    /** A datagram was dropped, on its way in or out. */
    void lostDatagram() {
        lostDatagrams.increment();
    }

    /** Any thread may ask. */
    long lostDatagrams() {
        return lostDatagrams.sum();
    }

    /** All that came at once has been received. */
    void paused() {
        if (!closing.hasBegun()) {
            pattern.onPause();
        }
    }

    void drain(LivePeer peer) {
        peer.link().drain();
        if (!closing.hasBegun() && peer.link().hasRoom()) {
            pattern.onRoom();
        }
    }

    /** A link takes no more messages, and has no connection any more. */
    void unlink(Link link) {
        pattern.onUnlink(link);
        link.clear();
    }

    /** A peer whose place was taken is lost before its connection is. */
    void lost(LivePeer peer) {
        if (table.contains(peer)) {
            if (!closing.hasBegun()) {
                options.notices().ofLoss(peer.link()).ifPresent(message -> listener.onNotice(peer, message));
            }
            table.remove(peer);
            peer.link().detach();
            if (!peer.link().isLasting()) {
                unlink(peer.link());
            }
            pattern.onLost(peer);
            listener.onDisconnected(peer);
        }
        closing.lost();
    }

    /** The transport has logged it already. */
    void failed(Channel channel, ZmtpException cause) {
        log.atDebug().addKeyValue("peer", channel.remoteAddress()).log("{}: {}: {}", type, channel.remoteAddress(), cause.getMessage());
        listener.onFailed(channel.remoteAddress(), cause);
    }

    void retrying(Endpoint endpoint, String why, Duration delay) {
        if (!closing.hasBegun()) {
            listener.onRetry(endpoint, why, delay);
        }
    }

    void broken(Channel channel, Throwable cause) {
        log.atDebug().addKeyValue("peer", channel.remoteAddress()).setCause(cause).log("{}: {}: the connection broke", type, channel.remoteAddress());
        channel.close();
    }

    /** The first step of closing: nothing is accepted any more, and connections that do not exist yet are given up. */
    private void abandon() {
        pattern.onClosing();
        endpoints.abandon();
    }

    /** The last step: there is no connection any more. */
    private void ended() {
        endpoints.close();
        listener.onClosed();
    }
}
