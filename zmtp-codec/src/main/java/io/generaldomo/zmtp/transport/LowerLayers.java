package io.generaldomo.zmtp.transport;

import io.generaldomo.zmtp.ZmtpConfig;
import io.generaldomo.zmtp.handler.ZmtpPipeline;
import io.generaldomo.zmtp.transport.websocket.ZwsPipeline;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stands beneath the ZMTP handlers of a connection, by the scheme of its endpoint, and those themselves, which a STREAM has not. Immutable. */
final class LowerLayers {
    private final Endpoint endpoint;
    private final TransportOptions options;
    private final @Nullable TlsLayer tls;

    private LowerLayers(Endpoint endpoint, TransportOptions options, @Nullable TlsLayer tls) {
        this.endpoint = endpoint;
        this.options = options;
        this.tls = tls;
    }

    /**
     * Of what is bound.
     *
     * @throws IllegalArgumentException if TLS lacks something
     */
    static LowerLayers accepting(Endpoint endpoint, TransportOptions options) {
        TlsLayer tls = endpoint.scheme().hasTls() ? TlsLayer.accepting(endpoint, options.tls()) : null;
        return new LowerLayers(endpoint, options, tls);
    }

    /**
     * Of what is connected to.
     *
     * @throws IllegalArgumentException if TLS lacks something
     */
    static LowerLayers connecting(Endpoint endpoint, TransportOptions options) {
        TlsLayer tls = endpoint.scheme().hasTls() ? TlsLayer.connecting(endpoint, options.tls()) : null;
        return new LowerLayers(endpoint, options, tls);
    }

    /** For the bound channel itself. */
    void bind(Channel channel) {
        if (endpoint.scheme() == Scheme.IPC && !endpoint.path().startsWith("@")) {
            channel.pipeline().addLast(new IpcFile(Path.of(endpoint.path()), options.ipcPermissions()));
        }
    }

    /** For each channel that it accepts. */
    void accept(Channel channel, ZmtpConfig config) {
        ChannelPipeline pipeline = lowest(channel);
        if (EndpointUse.isStream(config)) {
            pipeline.addLast(new OctetStream(config.heapPartsUpTo()));
            return;
        }
        switch (endpoint.scheme()) {
            case WS, WSS -> ZwsPipeline.accept(pipeline, config, options.webOrigins());
            case TCP_WS -> ZwsPipeline.acceptEither(pipeline, config, options.webOrigins());
            default -> ZmtpPipeline.accept(pipeline, config);
        }
    }

    /** For a channel that connects, to an address of the endpoint's or of the proxy that leads there. */
    void connect(Channel channel, ZmtpConfig config, SocketAddress address) {
        proxy().ifPresent(proxy -> channel.pipeline().addLast(proxy.handler(address)));
        ChannelPipeline pipeline = lowest(channel);
        if (EndpointUse.isStream(config)) {
            pipeline.addLast(new OctetStream(config.heapPartsUpTo()));
            return;
        }
        switch (endpoint.scheme()) {
            case WS, WSS -> ZwsPipeline.connect(pipeline, config, endpoint.authority(), endpoint.path());
            default -> ZmtpPipeline.connect(pipeline, config);
        }
    }

    /** What such a channel is told to connect to: a proxy's handler takes the name, and turns to the proxy. */
    SocketAddress destination(SocketAddress address) {
        return proxy().isPresent() ? InetSocketAddress.createUnresolved(endpoint.host(), endpoint.port()) : address;
    }

    private Optional<ProxyServer> proxy() {
        return endpoint.scheme().hasHost() ? options.proxy() : Optional.empty();
    }

    private ChannelPipeline lowest(Channel channel) {
        ChannelPipeline pipeline = channel.pipeline();
        if (channel instanceof InprocChannel within) {
            pipeline.addLast(new InprocFlow(within));
        }
        if (tls != null) {
            tls.addTo(pipeline);
        }
        return pipeline;
    }
}
