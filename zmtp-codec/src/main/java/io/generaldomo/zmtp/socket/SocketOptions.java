package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.RoutingId;
import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpConfig;
import io.generaldomo.zmtp.ZmtpHeartbeat;
import io.generaldomo.zmtp.ZmtpLimits;
import io.generaldomo.zmtp.ZmtpMetadata;
import io.generaldomo.zmtp.ZmtpSecurity;
import io.generaldomo.zmtp.transport.ReconnectPolicy;
import io.generaldomo.zmtp.transport.ZmtpTransport;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

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
    private final Notices notices;

    private SocketOptions(ZmtpTransport transport, ZmtpConfig side, Queues queues, ReconnectPolicy reconnect, Notices notices) {
        this.transport = transport;
        this.side = side;
        this.queues = queues;
        this.reconnect = reconnect;
        this.notices = notices;
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
                new Queues(DEFAULT_MARK, DEFAULT_MARK, false, true, DEFAULT_LINGER),
                ReconnectPolicy.DEFAULT,
                Notices.NONE);
    }

    private SocketOptions with(ZmtpConfig newSide) {
        return new SocketOptions(transport, newSide, queues, reconnect, notices);
    }

    private SocketOptions with(Queues newQueues) {
        return new SocketOptions(transport, side, newQueues, reconnect, notices);
    }

    private SocketOptions with(Notices newNotices) {
        return new SocketOptions(transport, side, queues, reconnect, newNotices);
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
        return with(queues.withSendMark(messages));
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
        return with(queues.withReceiveMark(messages));
    }

    /**
     * These options with another time for closing.
     *
     * @param time how long a socket that is closed may take to send what is queued; zero drops it
     * @return new options
     * @throws IllegalArgumentException if it is negative
     */
    public SocketOptions withLinger(Duration time) {
        return with(queues.withLinger(time));
    }

    /**
     * These options with another pace of reconnecting.
     *
     * @param policy how long to wait before connecting again
     * @return new options
     */
    public SocketOptions withReconnect(ReconnectPolicy policy) {
        return new SocketOptions(transport, side, queues, policy, notices);
    }

    /**
     * These options with queues towards peers that hold the last message only, which is never refused: libzmq's "conflate". For the same of what is
     * received, see {@link Inbox#ofLatest()}.
     *
     * @return new options
     */
    public SocketOptions withConflation() {
        return with(queues.withConflation());
    }

    /**
     * These options with queues that belong to connections: an endpoint that was connected to gets messages only while there is a connection, and what
     * is queued ends with it: libzmq's "immediate". Else such an endpoint has a queue at once and for good, in sockets that choose among their peers.
     *
     * @return new options
     */
    public SocketOptions withQueuesOfConnections() {
        return with(queues.ofConnections());
    }

    /**
     * These options with a message of one part that is the first to each peer, whoever connected: libzmq's "hello", and an XPUB's welcome. A SUB
     * delivers it if it has subscribed to it.
     *
     * @param part copied; with no octets it is what libzmq calls a probe, by which a ROUTER at the other end learns who is there
     * @return new options
     */
    public SocketOptions withHello(byte[] part) {
        return with(notices.withHello(part));
    }

    /**
     * These options with a message of one part that is delivered to the listener of messages when a peer that had connected to this side is lost.
     *
     * @param part copied
     * @return new options
     */
    public SocketOptions withDisconnectMessage(byte[] part) {
        return with(notices.withDisconnect(part));
    }

    /**
     * These options with a message of one part that is delivered to the listener of messages when a peer that this side had connected to is lost.
     *
     * @param part copied
     * @return new options
     */
    public SocketOptions withHiccupMessage(byte[] part) {
        return with(notices.withHiccup(part));
    }

    SocketOptions ofStream() {
        return with(notices.ofStream());
    }

    ZmtpTransport transport() {
        return transport;
    }

    int sendHighWaterMark() {
        return queues.sendMark();
    }

    int receiveHighWaterMark() {
        return queues.receiveMark();
    }

    Duration linger() {
        return queues.linger();
    }

    ReconnectPolicy reconnect() {
        return reconnect;
    }

    Notices notices() {
        return notices;
    }

    Link acceptedLink() {
        return queues.accepted(side.limits().backlog());
    }

    Link connectingLink(@Nullable RoutingId name) {
        return queues.connecting(side.limits().backlog(), name);
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
