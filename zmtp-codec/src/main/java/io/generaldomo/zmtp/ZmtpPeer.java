package io.generaldomo.zmtp;

import java.net.SocketAddress;
import java.util.Optional;

/**
 * What a completed handshake tells about the other end of a connection. Where there is none, with STREAM and over UDP, it is the address and this side's
 * type alone.
 *
 * @param address where the peer is; for a bound endpoint the address it connected from, of UDP the bound one itself
 * @param localType the type of socket that this side announced or is, for a side that serves several the one chosen for this peer
 * @param socketType the type that the peer announced; empty if it announced none, as libzmq tolerates
 * @param minorVersion minor version of ZMTP 3 that the peer announced
 * @param metadata all properties of the peer's READY
 * @param user who the peer was found to be; empty if this side has no authenticator
 */
public record ZmtpPeer(
        SocketAddress address,
        SocketType localType,
        Optional<SocketType> socketType,
        int minorVersion,
        ZmtpMetadata metadata,
        Optional<ZmtpUser> user) {

    /**
     * The identity that the peer announced.
     *
     * @return up to 255 octets, none if it announced none
     */
    public byte[] identity() {
        return metadata.get(ZmtpMetadata.IDENTITY).orElseGet(() -> new byte[0]);
    }

    /**
     * The resource that the peer means. What is done about it is the application's business; a peer may mean any (RFC 37/ZMTP, "The Resource
     * Property").
     *
     * @return names with slashes between them; empty if the peer announced none, or something else, which {@link #metadata()} has as it came
     */
    public Optional<String> resource() {
        return metadata.text(ZmtpMetadata.RESOURCE).filter(AnnouncedMetadata::isResource);
    }
}
