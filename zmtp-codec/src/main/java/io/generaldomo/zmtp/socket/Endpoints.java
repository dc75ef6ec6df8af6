package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.RoutingId;
import io.generaldomo.zmtp.ZmtpConfig;
import io.generaldomo.zmtp.transport.Endpoint;
import io.generaldomo.zmtp.transport.Scheme;
import io.generaldomo.zmtp.transport.ZmtpConnection;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a socket is bound and connected. Confined to the socket's event loop, except {@link #bind}, {@link #unbind}, {@link #disconnect} and
 * {@link #requireConnectable}.
 */
final class Endpoints {
    private final SocketKernel kernel;
    private final SocketOptions options;
    private final ZmtpConfig config;
    private final EventLoop loop;
    private final RoutingTable table;
    private final Closing closing;
    private final List<Bound> bindings = new ArrayList<>();
    private final Map<Link, Connected> connections = new HashMap<>();

    /** What was bound, as it was asked for and as it came to be. */
    private record Bound(Endpoint asked, Endpoint endpoint, Channel channel) {}

    private record Connected(Endpoint endpoint, ZmtpConnection connection) {}

    Endpoints(SocketKernel kernel, SocketOptions options, ZmtpConfig config, EventLoop loop, RoutingTable table, Closing closing) {
        this.kernel = kernel;
        this.options = options;
        this.config = config;
        this.loop = loop;
        this.table = table;
        this.closing = closing;
    }

    CompletableFuture<Endpoint> bind(Endpoint endpoint) {
        CompletableFuture<Endpoint> bound = new CompletableFuture<>();
        if (loop.isShuttingDown()) {
            bound.completeExceptionally(SocketKernel.closed());
            return bound;
        }
        ChannelFuture binding = options.transport().bind(endpoint, loop, config, () -> new LinkHandler(kernel, options.acceptedLink()));
        closing.watch(binding.channel());
        binding.addListener(done -> {
            if (!done.isSuccess()) {
                bound.completeExceptionally(done.cause());
            } else if (closing.hasBegun()) {
                binding.channel().close();
                bound.completeExceptionally(SocketKernel.closed());
            } else {
                Endpoint there = endpoint.boundAt(binding.channel().localAddress());
                bindings.add(new Bound(endpoint, there, binding.channel()));
                bound.complete(there);
            }
        });
        return bound;
    }

    /** Any thread may ask. */
    void requireConnectable(Endpoint endpoint) {
        endpoint.requireConnectable(config);
    }

    /** Connects to whoever is there, who gets a name when the connection does, or has one from the beginning and for good. */
    Link connect(Endpoint endpoint, @Nullable RoutingId name) {
        Link link = endpoint.scheme() == Scheme.UDP ? options.connectingLink(name).oneWay() : options.connectingLink(name);
        ZmtpConnection connection = ZmtpConnection.open(
                        options.transport(), endpoint, loop, config, options.reconnect(), () -> new LinkHandler(kernel, link))
                .tellingRetries((why, delay) -> retrying(link, endpoint, why, delay));
        connections.put(link, new Connected(endpoint, connection));
        if (name != null) {
            table.reserve(name, link);
        }
        return link;
    }

    private void retrying(Link link, Endpoint endpoint, String why, Duration delay) {
        if (!link.isRetired()) {
            kernel.retrying(endpoint, why, delay);
            return;
        }
        Connected retired = connections.remove(link);
        if (retired != null) {
            retired.connection.close();
            link.clear();
            table.release(link);
        }
    }

    /** Ends what is bound there, and the connections that it has accepted. */
    CompletableFuture<Void> unbind(Endpoint endpoint) {
        return onLoop(() -> unbindNow(endpoint));
    }

    private CompletableFuture<Void> onLoop(Supplier<CompletableFuture<Void>> step) {
        CompletableFuture<Void> open = new CompletableFuture<>();
        CompletableFuture<Void> done = open.thenCompose(there -> step.get());
        kernel.run(() -> open.complete(null), () -> open.completeExceptionally(SocketKernel.closed()));
        return done;
    }

    private CompletableFuture<Void> unbindNow(Endpoint endpoint) {
        List<Bound> ending = bindings.stream().filter(bound -> bound.endpoint.equals(endpoint) || bound.asked.equals(endpoint)).toList();
        if (ending.isEmpty()) {
            return CompletableFuture.failedFuture(new IllegalStateException("nothing is bound to " + endpoint));
        }
        bindings.removeAll(ending);
        Set<Channel> ends = ending.stream().map(Bound::channel).collect(Collectors.toSet());
        return closing.end(channel -> ends.contains(channel) || ends.contains(channel.parent()));
    }

    /** Ends the connections to there, and all attempts to get another one. */
    CompletableFuture<Void> disconnect(Endpoint endpoint) {
        return onLoop(() -> disconnectNow(endpoint));
    }

    private CompletableFuture<Void> disconnectNow(Endpoint endpoint) {
        List<Link> ending = connections.entrySet().stream()
                .filter(entry -> entry.getValue().endpoint.equals(endpoint))
                .map(Map.Entry::getKey)
                .toList();
        if (ending.isEmpty()) {
            return CompletableFuture.failedFuture(new IllegalStateException("nothing is connected to " + endpoint));
        }
        Set<Link> live = ending.stream().filter(Link::isLive).collect(Collectors.toSet());
        ending.forEach(link -> {
            ZmtpConnection connection = connections.remove(link).connection;
            table.release(link);
            if (live.contains(link)) {
                connection.reconnectNoMore();
            } else {
                connection.close();
                kernel.unlink(link);
            }
        });
        Set<Channel> ends = table.peers().stream().filter(peer -> live.contains(peer.link())).map(LivePeer::channel).collect(Collectors.toSet());
        return closing.end(ends::contains);
    }

    /** Gives up the connections that do not exist yet. */
    void abandon() {
        connections.forEach((link, connected) -> {
            if (!link.isLive()) {
                connected.connection.close();
            }
        });
    }

    /** Connects no more, and drops what is queued for connections. */
    void close() {
        connections.forEach((link, connected) -> {
            connected.connection.close();
            link.clear();
        });
        connections.clear();
    }
}
