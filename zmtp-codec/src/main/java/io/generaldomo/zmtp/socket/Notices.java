package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.ZmtpMessage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Messages that a socket makes itself when connections come and go; each has one part.
 *
 * @param hello the first message to each peer; null for none
 * @param arrival what is delivered when a peer is connected; null for nothing
 * @param disconnect what is delivered when a peer that had connected is lost; null for nothing
 * @param hiccup what is delivered when a peer that was connected to is lost; null for nothing
 */
record Notices(byte @Nullable [] hello, byte @Nullable [] arrival, byte @Nullable [] disconnect, byte @Nullable [] hiccup) {
    static final Notices NONE = new Notices(null, null, null, null);

    private static final byte[] NO_OCTETS = {};

    Notices withHello(byte[] part) {
        return new Notices(part.clone(), arrival, disconnect, hiccup);
    }

    Notices withDisconnect(byte[] part) {
        return new Notices(hello, arrival, part.clone(), hiccup);
    }

    Notices withHiccup(byte[] part) {
        return new Notices(hello, arrival, disconnect, part.clone());
    }

    /** A STREAM's peers come and go with messages that no peer can send. */
    Notices ofStream() {
        return new Notices(hello, NO_OCTETS, NO_OCTETS, NO_OCTETS);
    }

    Optional<ZmtpMessage> forNewPeer() {
        return Optional.ofNullable(hello).map(ZmtpMessage::copyOf);
    }

    Optional<ZmtpMessage> ofArrival() {
        return Optional.ofNullable(arrival).map(ZmtpMessage::copyOf);
    }

    /** Nothing of a loss that was this side's wish. */
    Optional<ZmtpMessage> ofLoss(Link link) {
        return link.isRetired() ? Optional.empty() : Optional.ofNullable(link.isAccepted() ? disconnect : hiccup).map(ZmtpMessage::copyOf);
    }
}
