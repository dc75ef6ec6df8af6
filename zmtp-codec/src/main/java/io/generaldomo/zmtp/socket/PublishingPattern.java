package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.ZmtpException.Reason;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.ZmtpSubscription;
import io.generaldomo.zmtp.socket.PublishOptions.WhenFull;
import io.netty.buffer.ByteBuf;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

/** PUB, XPUB and RADIO: a message goes to every peer that has subscribed to it. Confined to the socket's event loop, except {@link #dropped}. */
final class PublishingPattern implements Pattern {
    private final Subscriptions subscriptions;
    private final SubscriptionDesk desk;
    private final Function<ByteBuf, List<LivePeer>> audience;
    private final WhenFull whenFull;
    private final int backlogMark;
    private final Queue<Send> backlog = new ArrayDeque<>();
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
        this.backlogMark = backlogMark;
    }

    /** How many messages full queues have lost. */
    long dropped() {
        return dropped.sum();
    }

    void send(Send send) {
        if (backlog.size() == backlogMark) {
            backlog.removeIf(Send::isAbandoned);
        }
        if (backlog.isEmpty() && published(send)) {
            return;
        }
        if (backlog.size() < backlogMark) {
            send.compact();
            backlog.add(send);
        } else {
            send.refuse(Reason.HIGH_WATER_MARK, "a subscriber's queue is full, and " + backlogMark + " messages wait");
        }
    }

    /** False if it has to wait, and then nobody has got it. */
    private boolean published(Send send) {
        List<LivePeer> peers = audience.apply(send.message().part(0));
        if (whenFull == WhenFull.WAIT && !allHaveRoom(peers)) {
            return false;
        }
        publishing = true;
        send.acceptOn(peers, dropped::increment);
        publishing = false;
        return true;
    }

    private boolean allHaveRoom(List<LivePeer> peers) {
        for (LivePeer peer : peers) {
            if (!peer.link().hasRoom()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void onRoom() {
        while (!publishing && !backlog.isEmpty()) {
            if (backlog.element().isAbandoned()) {
                backlog.remove();
            } else if (published(backlog.element())) {
                backlog.remove();
            } else {
                return;
            }
        }
    }

    @Override
    public void onConnected(LivePeer peer) {
        subscriptions.join(peer);
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
        for (Send send = backlog.poll(); send != null; send = backlog.poll()) {
            send.refuse(Reason.CLOSED, "the socket was closed before a subscriber's queue had room");
        }
    }
}
