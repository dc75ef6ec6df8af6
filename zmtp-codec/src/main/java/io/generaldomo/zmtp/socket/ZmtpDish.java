package io.generaldomo.zmtp.socket;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.generaldomo.zmtp.SocketType;
import io.netty.channel.EventLoop;

/**
 * A DISH: receives from RADIOs what goes to the groups that it has joined (RFC 48/RADISH).
 *
 * <p>A message that it delivers has two parts, the name of the group and the body. Groups hold for all RADIOs, those that connect later among them. A
 * RADIO that sends anything else loses its connection.
 *
 * <p>Over UDP a DISH binds, {@code udp://127.0.0.1:5555}, or a multicast group through an interface of this machine,
 * {@code udp://eth0;239.0.0.1:5555}; it does not connect. One {@link SocketPeer} stands for all who send there, and nobody vouches for who they are;
 * to disconnect it gives the address up. A
 * datagram that is malformed, or longer than 8,192 octets, is dropped and {@linkplain #dropped counted}; so many may be dropped by the system, uncounted, as
 * come faster than they are taken.
 */
public final class ZmtpDish extends ZmtpSocket {
    private final DishPattern pattern;

    private ZmtpDish(SocketKernel kernel, DishPattern pattern) {
        super(kernel);
        this.pattern = pattern;
    }

    /**
     * Makes a DISH that is neither bound nor connected.
     *
     * @param options how it behaves
     * @param listener receives its messages
     * @return an open socket, to be closed by the caller
     */
    public static ZmtpDish open(SocketOptions options, SocketListener listener) {
        EventLoop loop = options.transport().nextLoop();
        RoutingTable table = new RoutingTable(PeerNames.numbered());
        DishPattern pattern = new DishPattern(listener, options.config(SocketType.DISH).limits().backlog());
        return new ZmtpDish(new SocketKernel(SocketType.DISH, options, loop, table, pattern, listener), pattern);
    }

    /**
     * Joins a group; one that was joined already stays so.
     *
     * @param group up to 255 octets in UTF-8; may be empty
     * @throws IllegalArgumentException if it is longer
     */
    public void join(String group) {
        byte[] octets = group.getBytes(UTF_8);
        if (octets.length > DishPattern.LONGEST_GROUP) {
            throw new IllegalArgumentException("a group has up to 255 octets");
        }
        kernel.run(() -> pattern.join(octets), () -> {});
    }

    /**
     * How many datagrams were dropped, because they were malformed or too long.
     *
     * @return a number that only grows
     */
    public long dropped() {
        return kernel.lostDatagrams();
    }

    /**
     * Leaves a group; nothing happens if it was not joined.
     *
     * @param group its name
     */
    public void leave(String group) {
        byte[] octets = group.getBytes(UTF_8);
        kernel.run(() -> pattern.leave(octets), () -> {});
    }
}
