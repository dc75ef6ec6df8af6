package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.ZmtpException.Reason;
import io.generaldomo.zmtp.ZmtpMessage;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * CLIENT, DEALER and PUSH: peers take turns; while all queues are full, or there is no peer, sends wait in a backlog. Confined to the socket's event
 * loop.
 */
final class BalancedPattern implements Pattern {
    private final SocketListener listener;
    private final int backlogMark;
    private final LoadBalancer balancer = new LoadBalancer();
    private final Queue<Send> backlog = new ArrayDeque<>();

    BalancedPattern(SocketListener listener, int backlogMark) {
        this.listener = listener;
        this.backlogMark = backlogMark;
    }

    void send(Send send) {
        if (backlog.size() == backlogMark) {
            backlog.removeIf(Send::isAbandoned);
        }
        Link link = backlog.isEmpty() ? balancer.next() : null;
        if (link != null) {
            send.acceptOn(link);
        } else if (backlog.size() < backlogMark) {
            send.compact();
            backlog.add(send);
        } else {
            send.refuse(Reason.HIGH_WATER_MARK, "all queues are full, and " + backlogMark + " messages wait");
        }
    }

    @Override
    public void onLink(Link link) {
        balancer.add(link);
        onRoom();
    }

    @Override
    public void onConnected(LivePeer peer) {
        if (peer.link().isAccepted()) {
            onLink(peer.link());
        }
    }

    @Override
    public void onMessage(LivePeer from, ZmtpMessage message) {
        listener.onMessage(from, message);
    }

    @Override
    public void onPause() {
        listener.onPause();
    }

    @Override
    public void onRoom() {
        while (!backlog.isEmpty()) {
            if (backlog.element().isAbandoned()) {
                backlog.remove();
                continue;
            }
            Link link = balancer.next();
            if (link == null) {
                return;
            }
            backlog.remove().acceptOn(link);
        }
    }

    @Override
    public void onLost(LivePeer peer) {
        if (peer.link().isAccepted()) {
            balancer.remove(peer.link());
            peer.link().clear();
        }
    }

    @Override
    public void onClosing() {
        for (Send send = backlog.poll(); send != null; send = backlog.poll()) {
            send.refuse(Reason.CLOSED, "the socket was closed before a queue had room");
        }
    }
}
