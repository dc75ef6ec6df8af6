package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpConfig;
import io.generaldomo.zmtp.ZmtpHeartbeat;
import io.generaldomo.zmtp.ZmtpLimits;
import io.generaldomo.zmtp.ZmtpMetadata;
import io.generaldomo.zmtp.ZmtpSecurity;
import io.generaldomo.zmtp.transport.ReconnectPolicy;
import io.generaldomo.zmtp.transport.ZmtpTransport;
import java.time.Duration;

/**
 * How a socket behaves. Immutable and thread-safe; every {@code with} method returns a copy, and one instance may serve many sockets.
 *
 * <p>The transport decides about threads and buffers: a socket lives on one of its event loops. To have several sockets on the same one, make the
 * transport of that event loop alone.
 */
public final class SocketOptions {
    private static final int DEFAULT_MARK = 1000;
    private static final int HEAP_PARTS = 1024;
    private static final Duration DEFAULT_LINGER = Duration.ofSeconds(1);

    private final ZmtpTransport transport;
    /** Identity, metadata, limits, heartbeat and security; each socket puts its own type in. */
    private final ZmtpConfig side;
    private final Queues queues;
    private final ReconnectPolicy reconnect;

    private record Queues(int sendMark, int receiveMark, Duration linger) {
        Queues {
            if (sendMark < 1 || receiveMark < 1) {
                throw new IllegalArgumentException("a high-water mark is one message at least");
            }
            if (linger.isNegative()) {
                throw new IllegalArgumentException("lingering takes no negative time");
            }
        }
    }

    private SocketOptions(ZmtpTransport transport, ZmtpConfig side, Queues queues, ReconnectPolicy reconnect) {
        this.transport = transport;
        this.side = side;
        this.queues = queues;
        this.reconnect = reconnect;
    }

    /**
     * Default options: no identity, default limits, no heartbeats, no security, high-water marks of 1,000 messages, one second of linger.
     *
     * @param transport where the event loop and the buffers come from; must outlive the sockets
     * @return options
     */
    public static SocketOptions on(ZmtpTransport transport) {
        return new SocketOptions(
                transport,
                ZmtpConfig.of(SocketType.DEALER),
                new Queues(DEFAULT_MARK, DEFAULT_MARK, DEFAULT_LINGER),
                ReconnectPolicy.DEFAULT);
    }

    private SocketOptions with(ZmtpConfig newSide) {
        return new SocketOptions(transport, newSide, queues, reconnect);
    }

    private SocketOptions with(Queues newQueues) {
        return new SocketOptions(transport, side, newQueues, reconnect);
    }

    /**
     * These options with an identity: what a ROUTER at the other end addresses this socket by. Announced by REQ, DEALER and ROUTER.
     *
     * @param octets up to 255 octets, the first of which is not zero; copied
     * @return new options
     * @throws IllegalArgumentException if the octets are not a legal identity
     */
    public SocketOptions withIdentity(byte[] octets) {
        return with(side.withIdentity(octets));
    }

    /**
     * These options with properties to announce: a resource, and the application's own.
     *
     * @param metadata as for {@link ZmtpConfig#withMetadata}
     * @return new options
     * @throws IllegalArgumentException if a name or the resource is none, or a property is there twice
     */
    public SocketOptions withMetadata(ZmtpMetadata metadata) {
        return with(side.withMetadata(metadata));
    }

    /**
     * These options with other limits.
     *
     * @param limits what a peer may make this side hold
     * @return new options
     */
    public SocketOptions withLimits(ZmtpLimits limits) {
        return with(side.withLimits(limits));
    }

    /**
     * These options with other heartbeats.
     *
     * @param heartbeat when to PING
     * @return new options
     */
    public SocketOptions withHeartbeat(ZmtpHeartbeat heartbeat) {
        return with(side.withHeartbeat(heartbeat));
    }

    /**
     * These options with other security.
     *
     * @param security mechanism, role and credentials, for every endpoint of the socket
     * @return new options
     */
    public SocketOptions withSecurity(ZmtpSecurity security) {
        return with(side.withSecurity(security));
    }

    /**
     * These options with another bound of the queue towards each peer. Octets have a bound of their own, {@link ZmtpLimits#backlog()}.
     *
     * @param messages one or more
     * @return new options
     * @throws IllegalArgumentException if it is less than one
     */
    public SocketOptions withSendHighWaterMark(int messages) {
        return with(new Queues(messages, queues.receiveMark, queues.linger));
    }

    /**
     * These options with another bound of what waits from each peer to be served. This concerns REP alone: other sockets hand on what they
     * receive at once; an {@link Inbox} has marks of its own. Octets have a bound of their own, {@link ZmtpLimits#backlog()}.
     *
     * @param messages one or more
     * @return new options
     * @throws IllegalArgumentException if it is less than one
     */
    public SocketOptions withReceiveHighWaterMark(int messages) {
        return with(new Queues(queues.sendMark, messages, queues.linger));
    }

    /**
     * These options with another time for closing.
     *
     * @param time how long a socket that is closed may take to send what is queued; zero drops it
     * @return new options
     * @throws IllegalArgumentException if it is negative
     */
    public SocketOptions withLinger(Duration time) {
        return with(new Queues(queues.sendMark, queues.receiveMark, time));
    }

    /**
     * These options with another pace of reconnecting.
     *
     * @param policy how long to wait before connecting again
     * @return new options
     */
    public SocketOptions withReconnect(ReconnectPolicy policy) {
        return new SocketOptions(transport, side, queues, policy);
    }

    ZmtpTransport transport() {
        return transport;
    }

    int sendHighWaterMark() {
        return queues.sendMark;
    }

    int receiveHighWaterMark() {
        return queues.receiveMark;
    }

    Duration linger() {
        return queues.linger;
    }

    ReconnectPolicy reconnect() {
        return reconnect;
    }

    /** Messages leave the event loop, or wait in queues: small parts had better be on the heap. */
    ZmtpConfig config(SocketType type) {
        return ZmtpConfig.of(type)
                .withHeapPartsUpTo(HEAP_PARTS)
                .withIdentity(side.identity())
                .withMetadata(side.metadata())
                .withLimits(side.limits())
                .withHeartbeat(side.heartbeat())
                .withSecurity(side.security());
    }
}
