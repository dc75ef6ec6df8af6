package io.generaldomo.zmtp.transport;

import io.netty.channel.ChannelFuture;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.nio.NioChannelOption;
import io.netty.channel.socket.nio.NioDatagramChannel;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.StandardSocketOptions;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/**
 * A multicast group, and through which interface this machine reaches it.
 *
 * @param address of the group; its port is not looked at
 * @param chosen null where the system is to choose
 */
record MulticastGroup(InetSocketAddress address, @Nullable NetworkInterface chosen) {
    private static final int ANY_PORT = 1;

    /**
     * The group of an endpoint.
     *
     * @throws IllegalArgumentException if it names an interface that is not there
     */
    static MulticastGroup of(Endpoint endpoint, InetSocketAddress address) {
        String name = endpoint.source().map(Endpoint::host).orElse(Endpoint.ANY);
        return new MulticastGroup(address, name.equals(Endpoint.ANY) ? null : named(name, endpoint));
    }

    private static NetworkInterface named(String name, Endpoint endpoint) {
        try {
            NetworkInterface byName = NetworkInterface.getByName(name);
            NetworkInterface found = byName != null ? byName : NetworkInterface.getByInetAddress(InetAddress.getByName(name));
            if (found != null) {
                return found;
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("no interface for '" + endpoint + "': " + e.getMessage());
        }
        throw new IllegalArgumentException("no interface for '" + endpoint + "': this machine has no " + name);
    }

    /** Lets a channel send to the group. */
    void aim(DatagramChannel channel, Multicast options) {
        if (chosen != null) {
            channel.config().setNetworkInterface(chosen);
        }
        channel.config().setTimeToLive(options.hops());
        if (channel instanceof NioDatagramChannel) {
            // Not by Netty's own option, which here, and only here, means the opposite of its name (4.2.18).
            channel.config().setOption(NioChannelOption.of(StandardSocketOptions.IP_MULTICAST_LOOP), options.looped());
        } else {
            channel.config().setLoopbackModeDisabled(!options.looped());
        }
    }

    /** Lets a bound channel receive what is sent to the group. */
    ChannelFuture join(DatagramChannel channel) {
        try {
            return channel.joinGroup(address, chosen != null ? chosen : towards());
        } catch (IOException e) {
            return channel.newFailedFuture(e);
        }
    }

    /** Where the system would send to the group, by its routes: connecting a datagram socket sends nothing. */
    private NetworkInterface towards() throws IOException {
        try (DatagramSocket probe = new DatagramSocket()) {
            probe.connect(new InetSocketAddress(address.getAddress(), ANY_PORT));
            NetworkInterface found = NetworkInterface.getByInetAddress(probe.getLocalAddress());
            return found != null ? found : first();
        } catch (SocketException noRoute) {
            return first(); // no route has to lead to an address that is local to a link
        }
    }

    private NetworkInterface first() throws IOException {
        for (NetworkInterface each : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            if (each.isUp() && each.supportsMulticast() && !each.isLoopback()) {
                return each;
            }
        }
        throw new SocketException("no interface of this machine leads to " + address.getAddress().getHostAddress());
    }
}
