package io.generaldomo.zmtp;

import java.util.Arrays;
import java.util.List;

/**
 * How one side of a connection presents itself and what it puts up with. Immutable; every {@code with} method returns a copy.
 *
 * @see io.generaldomo.zmtp.handler.ZmtpPipeline
 */
public final class ZmtpConfig {
    private final List<SocketType> socketTypes;
    private final byte[] identity;
    private final ZmtpMetadata metadata;
    private final ZmtpLimits limits;
    private final ZmtpHeartbeat heartbeat;
    private final ZmtpSecurity security;
    private final int heapPartsUpTo;

    private ZmtpConfig(
            List<SocketType> socketTypes,
            byte[] identity,
            ZmtpMetadata metadata,
            ZmtpLimits limits,
            ZmtpHeartbeat heartbeat,
            ZmtpSecurity security,
            int heapPartsUpTo) {
        this.socketTypes = socketTypes;
        this.identity = identity;
        this.metadata = metadata;
        this.limits = limits;
        this.heartbeat = heartbeat;
        this.security = security;
        this.heapPartsUpTo = heapPartsUpTo;
    }

    /**
     * The configuration of a side that is of a given type of socket, with default limits, no identity, no heartbeats and no security.
     *
     * @param first the type of socket
     * @param others further types, for an accepting side that serves several: each peer is answered as the first type that accepts it
     * @return a configuration
     */
    public static ZmtpConfig of(SocketType first, SocketType... others) {
        SocketType[] all = new SocketType[others.length + 1];
        all[0] = first;
        System.arraycopy(others, 0, all, 1, others.length);
        return new ZmtpConfig(
                List.of(all), new byte[0], ZmtpMetadata.EMPTY, ZmtpLimits.DEFAULT, ZmtpHeartbeat.OFF, ZmtpSecurity.NONE, 0);
    }

    /**
     * This configuration with an identity, announced by REQ, DEALER and ROUTER.
     *
     * @param octets up to 255 octets, the first of which is not zero; copied
     * @return a new configuration
     * @throws IllegalArgumentException if the octets are not a legal identity
     */
    public ZmtpConfig withIdentity(byte[] octets) {
        if (octets.length > 255 || octets.length > 0 && octets[0] == 0) {
            throw new IllegalArgumentException("an identity has up to 255 octets, and the first is not zero");
        }
        return new ZmtpConfig(socketTypes, octets.clone(), metadata, limits, heartbeat, security, heapPartsUpTo);
    }

    /**
     * This configuration with properties that READY carries after {@code Socket-Type} and {@code Identity}: the resource that is meant, which
     * peers see ({@link ZmtpPeer#resource()}) and this library does nothing else with, and an application's own. They are sent in libzmq's order,
     * by name, after the resource.
     *
     * @param properties {@link ZmtpMetadata#RESOURCE}, and names that begin with {@code X-} and go on with letters, digits and {@code -_.+}
     * @return a new configuration
     * @throws IllegalArgumentException if a name or the resource is none, or a property is there twice (RFC 37/ZMTP, "Connection Metadata")
     */
    public ZmtpConfig withMetadata(ZmtpMetadata properties) {
        return new ZmtpConfig(socketTypes, identity, AnnouncedMetadata.of(properties), limits, heartbeat, security, heapPartsUpTo);
    }

    /**
     * This configuration with other limits.
     *
     * @param newLimits the limits
     * @return a new configuration
     */
    public ZmtpConfig withLimits(ZmtpLimits newLimits) {
        return new ZmtpConfig(socketTypes, identity, metadata, newLimits, heartbeat, security, heapPartsUpTo);
    }

    /**
     * This configuration with other heartbeats.
     *
     * @param newHeartbeat when to PING
     * @return a new configuration
     */
    public ZmtpConfig withHeartbeat(ZmtpHeartbeat newHeartbeat) {
        return new ZmtpConfig(socketTypes, identity, metadata, limits, newHeartbeat, security, heapPartsUpTo);
    }

    /**
     * This configuration with other security.
     *
     * @param newSecurity mechanism, role and credentials
     * @return a new configuration
     */
    public ZmtpConfig withSecurity(ZmtpSecurity newSecurity) {
        return new ZmtpConfig(socketTypes, identity, metadata, limits, heartbeat, newSecurity, heapPartsUpTo);
    }

    /**
     * This configuration with another place for small parts. A part that shares the octets that were read costs little on the event loop, but keeps
     * 64 KiB alive while it waits, and is dear to release on another thread; copied to the heap it may wait as long as it likes.
     *
     * @param octets parts up to this length are copied to the heap as they arrive; zero, which is the default, for none
     * @return a new configuration
     * @throws IllegalArgumentException if it is negative
     */
    public ZmtpConfig withHeapPartsUpTo(int octets) {
        if (octets < 0) {
            throw new IllegalArgumentException("a part has no negative length");
        }
        return new ZmtpConfig(socketTypes, identity, metadata, limits, heartbeat, security, octets);
    }

    /**
     * The types of socket that this side can be.
     *
     * @return one type, or for an accepting side several in order of preference
     */
    public List<SocketType> socketTypes() {
        return socketTypes;
    }

    /**
     * The identity that this side announces.
     *
     * @return a copy, empty if there is none
     */
    public byte[] identity() {
        return identity.clone();
    }

    /**
     * The properties that READY carries besides {@code Socket-Type} and {@code Identity}.
     *
     * @return the properties in the order of the wire
     */
    public ZmtpMetadata metadata() {
        return metadata;
    }

    /**
     * What the peer may make this side hold.
     *
     * @return the limits
     */
    public ZmtpLimits limits() {
        return limits;
    }

    /**
     * When this side sends PING.
     *
     * @return the heartbeat settings
     */
    public ZmtpHeartbeat heartbeat() {
        return heartbeat;
    }

    /**
     * How this side proves who it is, and finds out who the peer is.
     *
     * @return mechanism, role and credentials
     */
    public ZmtpSecurity security() {
        return security;
    }

    /**
     * Which parts are copied to the heap as they arrive.
     *
     * @return the longest of them, in octets
     */
    public int heapPartsUpTo() {
        return heapPartsUpTo;
    }

    @Override
    public String toString() {
        return "ZmtpConfig[" + socketTypes + ", identity " + Arrays.toString(identity) + ", " + limits + ", " + heartbeat + ", "
                + security.mechanism() + ']';
    }
}
