package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.ZmtpMessage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Messages that a socket makes itself when connections come and go; each has one part.
 *
 * @param hello the first message to each peer; null for none
 * @param disconnect what is delivered when a peer that had connected is lost; null for nothing
 * @param hiccup what is delivered when a peer that was connected to is lost; null for nothing
 */
record Notices(byte @Nullable [] hello, byte @Nullable [] disconnect, byte @Nullable [] hiccup) {
    static final Notices NONE = new Notices(null, null, null);

    Optional<ZmtpMessage> forNewPeer() {
        return Optional.ofNullable(hello).map(ZmtpMessage::copyOf);
    }

    Optional<ZmtpMessage> ofLoss(Link link) {
        return Optional.ofNullable(link.isAccepted() ? disconnect : hiccup).map(ZmtpMessage::copyOf);
    }
}
