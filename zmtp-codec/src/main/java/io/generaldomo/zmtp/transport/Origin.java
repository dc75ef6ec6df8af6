package io.generaldomo.zmtp.transport;

import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Where a connection comes from, as limits count it: an IPv4 address, or the /64 network of an IPv6 address, because whoever has one address of it
 * has them all.
 *
 * @param octets compared, never changed; empty if the connection was gone before its address could be asked for
 */
record Origin(ByteBuffer octets) {
    private static final int NETWORK_LENGTH = 8;

    static Origin of(@Nullable SocketAddress address) {
        if (!(address instanceof InetSocketAddress internet) || internet.isUnresolved()) {
            return new Origin(ByteBuffer.allocate(0));
        }
        byte[] octets = internet.getAddress().getAddress();
        int length = internet.getAddress() instanceof Inet6Address ? NETWORK_LENGTH : octets.length;
        return new Origin(ByteBuffer.wrap(octets, 0, length).slice());
    }
}
