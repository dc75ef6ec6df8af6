package io.generaldomo.zmtp.transport;

import io.netty.channel.local.LocalAddress;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Tells the addresses of a host, each time anew. Thread-safe. */
@FunctionalInterface
interface NameService {
    /** As the operating system is set up: DNS, a file of hosts. */
    NameService OF_THE_JDK = host -> List.of(InetAddress.getAllByName(host));

    /** All addresses of a host; may block. */
    List<InetAddress> lookUp(String host) throws UnknownHostException;

    /**
     * Where to connect for an endpoint. Names are looked up on another thread; numbers, which never block, on this one: where the JDK begins a thread for each
     * task, as it does on two processors, an event loop with many connections would wait for thread after thread to begin.
     *
     * @throws IllegalArgumentException if this machine has no such addresses
     */
    default CompletableFuture<List<SocketAddress>> addresses(Endpoint endpoint, IoKind io, Optional<ProxyServer> proxy) {
        return switch (endpoint.scheme()) {
            case IPC -> CompletableFuture.completedFuture(List.of(io.domainAddress(endpoint.path())));
            case INPROC -> CompletableFuture.completedFuture(List.of(new LocalAddress(endpoint.path())));
            case UDP -> addressesOfHost(endpoint); // no proxy is asked to pass datagrams
            default -> addressesOfHost(proxy.map(ProxyServer::endpoint).orElse(endpoint));
        };
    }

    private CompletableFuture<List<SocketAddress>> addressesOfHost(Endpoint endpoint) {
        String host = endpoint.host();
        boolean isNumber = NetUtil.isValidIpV4Address(host) || NetUtil.isValidIpV6Address(host);
        CompletableFuture<Endpoint> given = CompletableFuture.completedFuture(endpoint);
        return isNumber ? given.thenApply(this::lookUp) : given.thenApplyAsync(this::lookUp);
    }

    private List<SocketAddress> lookUp(Endpoint endpoint) {
        try {
            return lookUp(endpoint.host()).stream()
                    .<SocketAddress>map(address -> new InetSocketAddress(address, endpoint.port()))
                    .toList();
        } catch (UnknownHostException e) {
            throw new CompletionException(e);
        }
    }
}
