package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.ZmtpSubscription;
import java.util.List;

/** What a publisher does about what its subscribers say. Confined to the socket's event loop. */
interface SubscriptionDesk {
    /** A peer subscribes, or takes that back. */
    void onSubscription(LivePeer from, ZmtpSubscription subscription);

    /** A peer sent something else; the reference passes to the desk. */
    void onMessage(LivePeer from, ZmtpMessage message);

    /** All that came at once has been handed on. */
    void onPause();

    /** A peer has left, and with it these topics, which nobody else has subscribed to. */
    void onGone(LivePeer peer, List<byte[]> orphaned);

    /** PUB and RADIO: subscriptions count, and the application hears of nothing. What else subscribers send is dropped (RFC 29/PUBSUB, "PUB"). */
    static SubscriptionDesk silent(Subscriptions subscriptions) {
        return new SubscriptionDesk() {
            @Override
            public void onSubscription(LivePeer from, ZmtpSubscription subscription) {
                if (subscription.verb().asks()) {
                    subscriptions.add(from, subscription.topic());
                } else {
                    subscriptions.remove(from, subscription.topic());
                }
            }

            @Override
            public void onMessage(LivePeer from, ZmtpMessage message) {
                message.release();
            }

            @Override
            public void onPause() {}

            @Override
            public void onGone(LivePeer peer, List<byte[]> orphaned) {}
        };
    }
}
