package io.generaldomo.zmtp.transport;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where on this machine an endpoint is: all interfaces, one by its name, or an address. Stateless. */
final class LocalAddresses {
    private LocalAddresses() {}

    /** Resolves the host of an endpoint; blocks while a name is looked up, and gives an unresolved address if there is none. */
    static InetSocketAddress of(Endpoint endpoint) {
        if (endpoint.host().equals(Endpoint.ANY)) {
            return new InetSocketAddress(endpoint.port());
        }
        return ofInterface(endpoint.host())
                .map(address -> new InetSocketAddress(address, endpoint.port()))
                .orElseGet(() -> new InetSocketAddress(endpoint.host(), endpoint.port()));
    }

    /** The address of an interface, of IPv4 if it has one of both, as at libzmq. */
    private static Optional<InetAddress> ofInterface(String name) {
        return Optional.ofNullable(named(name)).flatMap(found -> found.inetAddresses()
                .min(Comparator.comparing(address -> !(address instanceof Inet4Address))));
    }

    private static @Nullable NetworkInterface named(String name) {
        try {
            return NetworkInterface.getByName(name);
        } catch (SocketException e) {
            return null; // then it is taken for a host, and that says what is wrong
        }
    }
}
