package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.RoutingId;
import io.generaldomo.zmtp.ZmtpConfig;
import io.generaldomo.zmtp.transport.Endpoint;
import io.generaldomo.zmtp.transport.Scheme;
import io.generaldomo.zmtp.transport.ZmtpConnection;
import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Where a socket is bound and connected. Confined to the socket's event loop, except {@link #bind} and
 * {@link #requireConnectable}. */
final class Endpoints {
    private final SocketKernel kernel;
    private final SocketOptions options;
    private final ZmtpConfig config;
    private final EventLoop loop;
    private final RoutingTable table;
    private final Closing closing;
    private final Map<Link, ZmtpConnection> connections = new HashMap<>();

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
                bound.complete(endpoint.boundAt(binding.channel().localAddress()));
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
        connections.put(link, ZmtpConnection.open(
                options.transport(), () -> endpoint, loop, config, options.reconnect(), () -> new LinkHandler(kernel, link))
                .tellingRetries((why, delay) -> retrying(link, endpoint, why, delay)));
        if (name != null) {
            table.reserve(name, link);
        }
        return link;
    }

    private void retrying(Link link, Endpoint endpoint, String why, Duration delay) {
        ZmtpConnection connection = link.isRetired() ? connections.remove(link) : null;
        if (connection == null) {
            kernel.retrying(endpoint, why, delay);
        } else {
            connection.close();
            link.clear();
            table.release(link);
        }
    }

    /** Gives up the connections that do not exist yet. */
    void abandon() {
        connections.forEach((link, connection) -> {
            if (!link.isLive()) {
                connection.close();
            }
        });
    }

    /** Connects no more, and drops what is queued for connections. */
    void close() {
        connections.forEach((link, connection) -> {
            connection.close();
            link.clear();
        });
        connections.clear();
    }
}
