package io.generaldomo.zmtp.socket;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.Collections;

/** Whether this machine can send to itself by way of a multicast group: the JDK alone tries it first. */
final class GroupReach {
    private static final int PATIENCE_MILLIS = 2_000;

    private GroupReach() {}

    /** Ends the test, and says why, where it cannot. */
    static void require(String group) {
        String through = group.contains(";") ? group.substring(0, group.indexOf(';')) : "*";
        String address = group.substring(group.indexOf(';') + 1);
        try {
            InetAddress there = InetAddress.getByName(address);
            StandardProtocolFamily family = there instanceof Inet4Address ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6;
            try (DatagramChannel channel = DatagramChannel.open(family)) {
                NetworkInterface chosen = through.equals("*") ? towards(there) : named(through);
                channel.bind(null).join(there, chosen);
                channel.setOption(StandardSocketOptions.IP_MULTICAST_IF, chosen);
                channel.send(ByteBuffer.allocate(1), new InetSocketAddress(there, channel.socket().getLocalPort()));
                channel.socket().setSoTimeout(PATIENCE_MILLIS);
                channel.socket().receive(new DatagramPacket(new byte[1], 1));
            }
        } catch (IOException | RuntimeException e) {
            assumeTrue(false, "this machine has no multicast to " + group + ": " + e);
        }
    }

    private static NetworkInterface named(String name) throws IOException {
        NetworkInterface found = NetworkInterface.getByName(name);
        return found != null ? found : NetworkInterface.getByInetAddress(InetAddress.getByName(name));
    }

    private static NetworkInterface towards(InetAddress there) throws IOException {
        try (DatagramSocket probe = new DatagramSocket()) {
            probe.connect(new InetSocketAddress(there, 1));
            return NetworkInterface.getByInetAddress(probe.getLocalAddress());
        } catch (SocketException noRoute) {
            for (NetworkInterface each : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                if (each.isUp() && each.supportsMulticast() && !each.isLoopback()) {
                    return each;
                }
            }
            throw noRoute;
        }
    }
}
