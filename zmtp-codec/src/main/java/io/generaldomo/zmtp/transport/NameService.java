package io.generaldomo.zmtp.transport;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Tells the addresses of a host, each time anew. Thread-safe. */
@FunctionalInterface
interface NameService {
    /** As the operating system is set up: DNS, a file of hosts. */
    NameService OF_THE_JDK = host -> List.of(InetAddress.getAllByName(host));

    /** All addresses of a host; may block. */
    List<InetAddress> lookUp(String host) throws UnknownHostException;

    /** Looks up the host of an endpoint, on another thread. */
    default CompletableFuture<List<InetSocketAddress>> addresses(Endpoint endpoint) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return lookUp(endpoint.host()).stream()
                        .map(address -> new InetSocketAddress(address, endpoint.port()))
                        .toList();
            } catch (UnknownHostException e) {
                throw new CompletionException(e);
            }
        });
    }
}
