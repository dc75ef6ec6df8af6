package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.ZmtpSubscription;
import io.generaldomo.zmtp.socket.PublishOptions.WhenFull;
import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

/** PUB, XPUB and RADIO: a message goes to every peer that has subscribed to it. Confined to the socket's event loop, except {@link #dropped}. */
final class PublishingPattern implements Pattern {
    private final Subscriptions subscriptions;
    private final SubscriptionDesk desk;
    private final Function<ByteBuf, List<LivePeer>> audience;
    private final WhenFull whenFull;
    private final Backlog backlog;
    /** Ways to whoever is there, who cannot say what they want and so get everything. */
    private final List<Link> unasked = new ArrayList<>();
    private final LongAdder dropped = new LongAdder();
    /** A write can give a queue room and so come back here, before all of its message is written. */
    private boolean publishing;

    /**
     * A pattern without subscribers.
     *
     * @param desk what is done about what subscribers say
     * @param audience which subscribers a message is for, by its first part
     */
    PublishingPattern(
            Subscriptions subscriptions, SubscriptionDesk desk, Function<ByteBuf, List<LivePeer>> audience, WhenFull whenFull, int backlogMark) {
        this.subscriptions = subscriptions;
        this.desk = desk;
        this.audience = audience;
        this.whenFull = whenFull;
        this.backlog = new Backlog(backlogMark);
    }

    /** How many messages full queues have lost. */
    long dropped() {
        return dropped.sum();
    }

    void send(Send send) {
        if (backlog.letsPass()) {
            List<LivePeer> peers = audienceOf(send);
            if (mayGoTo(peers)) {
                publish(send, peers);
                return;
            }
        }
        backlog.add(send, "a subscriber's queue is full");
    }

    private List<LivePeer> audienceOf(Send send) {
        return audience.apply(send.message().part(0));
    }

    private void publish(Send send, List<LivePeer> peers) {
        publishing = true;
        send.acceptOn(peers, unasked, dropped::increment);
        publishing = false;
    }

    private boolean mayGoTo(List<LivePeer> peers) {
        if (whenFull == WhenFull.DROP) {
            return true;
        }
        for (LivePeer peer : peers) {
            if (!peer.link().hasRoom()) {
                return false;
            }
        }
        return unasked.stream().allMatch(Link::hasRoom);
    }

    @Override
    public void onRoom() {
        for (Send next = backlog.first(); next != null && !publishing; next = backlog.first()) {
            List<LivePeer> peers = audienceOf(next);
            if (!mayGoTo(peers)) {
                return;
            }
            backlog.removeFirst();
            publish(next, peers);
        }
    }

    @Override
    public void onLink(Link link) {
        if (link.isOneWay()) {
            unasked.add(link);
        }
    }

    @Override
    public void onUnlink(Link link) {
        unasked.remove(link);
    }

    @Override
    public void onConnected(LivePeer peer) {
        if (!peer.link().isOneWay()) {
            subscriptions.join(peer);
        }
    }

    @Override
    public void onSubscription(LivePeer from, ZmtpSubscription subscription) {
        desk.onSubscription(from, subscription);
        onRoom(); // somebody who was waited for may not want it any more
    }

    @Override
    public void onMessage(LivePeer from, ZmtpMessage message) {
        desk.onMessage(from, message);
    }

    @Override
    public void onPause() {
        desk.onPause();
    }

    @Override
    public void onLost(LivePeer peer) {
        peer.link().clear();
        desk.onGone(peer, subscriptions.leave(peer));
        onRoom();
    }

    @Override
    public void onClosing() {
        backlog.refuseAll("the socket was closed before a subscriber's queue had room");
    }
}
