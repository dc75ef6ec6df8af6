package io.generaldomo.zmtp.mechanism;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpConfig;
import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpException.Reason;
import io.generaldomo.zmtp.ZmtpMetadata;
import io.generaldomo.zmtp.ZmtpUser;
import io.generaldomo.zmtp.wire.Command;
import io.generaldomo.zmtp.wire.MetadataCodec;
import java.util.Optional;

/**
 * The exchange of metadata that ends every mechanism: what this side announces, and whether it takes the peer (RFC 37/ZMTP, "The Socket-Type
 * Property", "The Identity Property").
 */
public final class Negotiation {
    private static final int LONGEST_IDENTITY = 255;

    private final ZmtpConfig config;

    /**
     * The negotiation of one side.
     *
     * @param config what this side is
     */
    public Negotiation(ZmtpConfig config) {
        this.config = config;
    }

    /**
     * What a handshake found.
     *
     * @param localType the type of socket that this side is for this peer
     * @param socketType the type that the peer announced, if any
     * @param metadata all that the peer announced
     * @param user who the authenticator says that the peer is, if one was asked
     */
    public record Outcome(
            SocketType localType, Optional<SocketType> socketType, ZmtpMetadata metadata, Optional<ZmtpUser> user) {}

    /**
     * The type of socket of a side that announces first, and cannot choose one that fits the peer.
     *
     * @return the type
     * @throws IllegalArgumentException if this side has several types
     */
    SocketType onlyType() {
        if (config.socketTypes().size() != 1) {
            throw new IllegalArgumentException("a side that announces its type first is of one type, not of " + config.socketTypes());
        }
        return config.socketTypes().get(0);
    }

    /**
     * This side's READY, for mechanisms that send it in the clear.
     *
     * @param localType the type of socket to announce
     * @return a command named READY
     */
    Command ready(SocketType localType) {
        return new Command(Command.READY, announce(localType));
    }

    /**
     * The metadata of this side.
     *
     * @param localType the type of socket to announce
     * @return the octets that follow the name in READY
     */
    public byte[] announce(SocketType localType) {
        ZmtpMetadata own = ZmtpMetadata.EMPTY.with(ZmtpMetadata.SOCKET_TYPE, localType.name());
        if (localType.announcesIdentity()) {
            own = own.with(ZmtpMetadata.IDENTITY, config.identity());
        }
        for (ZmtpMetadata.Property property : config.metadata().properties()) {
            own = own.with(property.name(), property.value());
        }
        return MetadataCodec.write(own);
    }

    /**
     * Judges the metadata of the peer.
     *
     * @param data the octets that follow the name in the peer's READY
     * @param user who the peer was found to be
     * @return what was found
     * @throws ZmtpException with {@link Reason#SOCKET_TYPE_MISMATCH} if no type of this side talks to the peer's; else if the metadata is malformed
     */
    public Outcome judge(byte[] data, Optional<ZmtpUser> user) {
        ZmtpMetadata metadata = MetadataCodec.read(data, config.limits().properties());
        byte[] identity = metadata.get(ZmtpMetadata.IDENTITY).orElseGet(() -> new byte[0]);
        if (identity.length > LONGEST_IDENTITY || identity.length > 0 && identity[0] == 0) {
            throw new ZmtpException(Reason.MALFORMED, "an identity has up to 255 octets, and the first is not zero");
        }
        Optional<SocketType> announced = Optional.empty();
        SocketType local = config.socketTypes().get(0);
        for (ZmtpMetadata.Property property : metadata.properties()) {
            if (property.name().equalsIgnoreCase(ZmtpMetadata.SOCKET_TYPE)) {
                SocketType type = SocketType.named(new String(property.value(), UTF_8))
                        .orElseThrow(() -> mismatch("a socket of a type that does not exist"));
                local = localTypeFor(type);
                announced = Optional.of(type);
            }
        }
        if (announced.isEmpty() && config.socketTypes().size() > 1) {
            throw mismatch("a peer that does not tell its type of socket");
        }
        return new Outcome(local, announced, metadata, user);
    }

    private SocketType localTypeFor(SocketType peer) {
        for (SocketType local : config.socketTypes()) {
            if (local.accepts(peer)) {
                return local;
            }
        }
        throw mismatch("a " + peer);
    }

    private ZmtpException mismatch(String peer) {
        return new ZmtpException(Reason.SOCKET_TYPE_MISMATCH, config.socketTypes() + " does not talk to " + peer);
    }
}
