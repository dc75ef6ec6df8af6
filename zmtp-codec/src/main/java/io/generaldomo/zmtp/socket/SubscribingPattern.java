package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.ZmtpSubscription;
import io.generaldomo.zmtp.ZmtpSubscription.Verb;
import io.generaldomo.zmtp.socket.ZmtpXsub.Cancels;
import io.generaldomo.zmtp.wire.SubscriptionForm;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * SUB and XSUB: tells every publisher what is wanted, each one that connects what is wanted by then, and takes what comes. Confined to the socket's
 * event loop.
 */
final class SubscribingPattern implements Pattern {
    private final SocketListener listener;
    private final Cancels cancels;
    private final long backlog;
    private final Set<LivePeer> publishers = new LinkedHashSet<>();
    private final PrefixTree<int[]> topics = new PrefixTree<>();
    private final Predicate<ByteBuf> wanted;

    private SubscribingPattern(SocketListener listener, Optional<Matching> filter, Cancels cancels, long backlog) {
        this.listener = listener;
        this.cancels = cancels;
        this.backlog = backlog;
        this.wanted = filter.<Predicate<ByteBuf>>map(matching -> matching == Matching.PREFIX
                        ? topics::hasPrefixOf
                        : first -> !topics.hasPrefixOf(first))
                .orElse(first -> true);
    }

    /**
     * SUB looks at what comes itself: a publisher may be late to hear of a cancellation, or know of no subscriptions at all.
     *
     * @param backlog how many octets of subscriptions may wait for a publisher to read them
     */
    static SubscribingPattern sub(SocketListener listener, Matching matching, long backlog) {
        return new SubscribingPattern(listener, Optional.of(matching), Cancels.LAST, backlog);
    }

    /** XSUB takes whatever comes. */
    static SubscribingPattern xsub(SocketListener listener, Cancels cancels, long backlog) {
        return new SubscribingPattern(listener, Optional.empty(), cancels, backlog);
    }

    /** Every subscription is told, also to a topic that is subscribed to already: publishers may show them to their applications. */
    void subscribe(byte[] topic) {
        topics.at(topic, () -> new int[1]).value()[0]++;
        tellAll(new ZmtpSubscription(Verb.SUBSCRIBE, topic));
    }

    /** Only the last of equal subscriptions that is taken back is told, unless all are to be. */
    void cancel(byte[] topic) {
        PrefixTree.Node<int[]> node = topics.find(Unpooled.wrappedBuffer(topic));
        boolean last = node != null && --node.value()[0] == 0;
        if (last) {
            topics.remove(node);
        }
        if (last || cancels == Cancels.EVERY) {
            tellAll(new ZmtpSubscription(Verb.CANCEL, topic));
        }
    }

    private void tellAll(ZmtpSubscription subscription) {
        List.copyOf(publishers).forEach(publisher -> publisher.tell(subscription, backlog));
    }

    /** What XSUB sends: subscriptions in the form of messages, and messages of the application's, which every publisher gets that has room. */
    void send(Send send) {
        Optional<ZmtpSubscription> subscription = SubscriptionForm.of(send.message());
        if (subscription.isEmpty()) {
            send.acceptOn(List.copyOf(publishers), List.of(), () -> {});
            return;
        }
        send.acceptOn(List.of(), List.of(), () -> {});
        if (subscription.get().verb().asks()) {
            subscribe(subscription.get().topic());
        } else {
            cancel(subscription.get().topic());
        }
    }

    @Override
    public void onConnected(LivePeer peer) {
        publishers.add(peer);
        topics.forEach(node -> peer.tell(new ZmtpSubscription(Verb.SUBSCRIBE, node.prefix()), backlog));
    }

    @Override
    public void onMessage(LivePeer from, ZmtpMessage message) {
        if (wanted.test(message.part(0))) {
            listener.onMessage(from, message);
        } else {
            message.release();
        }
    }

    @Override
    public void onPause() {
        listener.onPause();
    }

    @Override
    public void onLost(LivePeer peer) {
        publishers.remove(peer);
        peer.link().clear();
    }
}
