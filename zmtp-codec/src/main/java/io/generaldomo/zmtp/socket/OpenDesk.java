package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.ZmtpSubscription;
import io.generaldomo.zmtp.ZmtpSubscription.Verb;
import io.generaldomo.zmtp.socket.XpubOptions.Decision;
import io.generaldomo.zmtp.socket.XpubOptions.Report;
import io.generaldomo.zmtp.wire.SubscriptionForm;
import java.util.List;

/** XPUB: the application is told what subscribers say, in the form of messages (RFC 29/PUBSUB, "XPUB"). Confined to the socket's event loop. */
final class OpenDesk implements SubscriptionDesk {
    private final Subscriptions subscriptions;
    private final XpubOptions options;
    private final SocketListener listener;

    OpenDesk(Subscriptions subscriptions, XpubOptions options, SocketListener listener) {
        this.subscriptions = subscriptions;
        this.options = options;
        this.listener = listener;
    }

    @Override
    public void onSubscription(LivePeer from, ZmtpSubscription subscription) {
        if (options.decision() == Decision.APPLICATION) {
            tell(from, subscription);
        } else if (subscription.verb().asks()) {
            if (subscriptions.add(from, subscription.topic()) || options.report() != Report.NEWS) {
                tell(from, subscription);
            }
        } else if (subscriptions.remove(from, subscription.topic()) || options.report() == Report.EVERYTHING) {
            tell(from, subscription);
        }
    }

    private void tell(LivePeer from, ZmtpSubscription subscription) {
        listener.onMessage(from, SubscriptionForm.message(subscription));
    }

    @Override
    public void onMessage(LivePeer from, ZmtpMessage message) {
        listener.onMessage(from, message);
    }

    @Override
    public void onPause() {
        listener.onPause();
    }

    /** An application that decides itself knows better what has ended: it hears of the peer. */
    @Override
    public void onGone(LivePeer peer, List<byte[]> orphaned) {
        if (options.decision() == Decision.SOCKET) {
            orphaned.forEach(topic -> tell(peer, new ZmtpSubscription(Verb.CANCEL, topic)));
            listener.onPause();
        }
    }
}
