package io.generaldomo.zmtp.socket;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.wire.PeerAddress;
import io.netty.buffer.Unpooled;
import io.netty.channel.EventLoop;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;

/**
 * A DGRAM: speaks UDP with peers that know nothing of ZeroMQ (libzmq's {@code ZMQ_DGRAM}; there is no RFC).
 *
 * <p>It binds one address, {@code udp://127.0.0.1:5555} or a multicast group as a {@link ZmtpDish} does, and connects to none. Each message is a datagram
 * of up to 8,192 octets. It has two parts: the address that it comes from or goes to, {@code 192.0.2.7:5555} or {@code [2001:db8::7]:5555}, and the octets.
 * A datagram without octets is received, but none is sent, since Netty (4.2.18) takes it for nothing to be sent. Nobody vouches for an address, and there
 * is no security. One {@link SocketPeer} stands for all who send.
 *
 * <p>What is sent before an address is bound, waits for that.
 */
public final class ZmtpDgram extends ZmtpSocket {
    private final Outbox outbox;

    private ZmtpDgram(SocketKernel kernel, ExclusivePattern pattern) {
        super(kernel);
        this.outbox = kernel.outbox(pattern::send);
    }

    /**
     * Makes a DGRAM that is not bound.
     *
     * @param options how it behaves
     * @param listener receives its messages
     * @return an open socket, to be closed by the caller
     */
    public static ZmtpDgram open(SocketOptions options, SocketListener listener) {
        EventLoop loop = options.transport().nextLoop();
        ExclusivePattern pattern = new ExclusivePattern(new BalancedPattern(listener, options.sendHighWaterMark()));
        RoutingTable table = new RoutingTable(PeerNames.numbered());
        return new ZmtpDgram(new SocketKernel(SocketType.DGRAM, options, loop, table, pattern, listener), pattern);
    }

    /**
     * Where a message came from.
     *
     * @param message one that a DGRAM received; lent
     * @return the address in its first part
     * @throws IllegalArgumentException if there is none
     */
    public static InetSocketAddress senderOf(ZmtpMessage message) {
        return PeerAddress.read(message.utf8(0)).orElseThrow(() -> new IllegalArgumentException("the first part is no address of UDP"));
    }

    /**
     * Sends a datagram.
     *
     * @param to a resolved address, of a host or a multicast group
     * @param octets one part, which is not empty; one reference is consumed, also on failure
     * @return as of {@link ZmtpPush#send}
     * @throws IllegalArgumentException if the address is not resolved, or the message has several parts or no octets
     */
    public CompletableFuture<Void> send(InetSocketAddress to, ZmtpMessage octets) {
        if (to.isUnresolved()) {
            octets.release();
            throw new IllegalArgumentException(to + " is not resolved");
        }
        return send(octets.prefixedBy(Unpooled.copiedBuffer(PeerAddress.text(to), US_ASCII)));
    }

    /**
     * Sends a datagram to the address that is the first part of a message.
     *
     * @param message an address, and octets; one reference is consumed, also on failure
     * @return as of {@link ZmtpPush#send}
     * @throws IllegalArgumentException if it has not two parts, the first is no address, such as {@code 192.0.2.7:5555}, or the second has no octets
     */
    public CompletableFuture<Void> send(ZmtpMessage message) {
        if (message.size() != 2 || PeerAddress.read(message.utf8(0)).isEmpty() || !message.part(1).isReadable()) {
            message.release();
            throw new IllegalArgumentException("a DGRAM sends an address, such as 192.0.2.7:5555, and one part of an octet or more");
        }
        return outbox.send(message);
    }

    /**
     * How many datagrams were dropped, because they were too long, or the system did not take them.
     *
     * @return a number that only grows
     */
    public long dropped() {
        return kernel.lostDatagrams();
    }
}
