package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.ZmtpMessage;

/**
 * CLIENT, DEALER and PUSH: peers take turns; while all queues are full, or there is no peer, sends wait in a backlog. Confined to the socket's event
 * loop.
 */
final class BalancedPattern implements Pattern {
    private final SocketListener listener;
    private final LoadBalancer balancer = new LoadBalancer();
    private final Backlog backlog;

    BalancedPattern(SocketListener listener, int backlogMark) {
        this.listener = listener;
        this.backlog = new Backlog(backlogMark);
    }

    void send(Send send) {
        Link link = backlog.letsPass() ? balancer.next() : null;
        if (link != null) {
            send.acceptOn(link);
        } else {
            backlog.add(send, "all queues are full");
        }
    }

    @Override
    public void onLink(Link link) {
        balancer.add(link);
        onRoom();
    }

    @Override
    public void onUnlink(Link link) {
        balancer.remove(link);
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
        for (Send send = backlog.first(); send != null; send = backlog.first()) {
            Link link = balancer.next();
            if (link == null) {
                return;
            }
            backlog.removeFirst();
            send.acceptOn(link);
        }
    }

    @Override
    public void onClosing() {
        backlog.refuseAll("the socket was closed before a queue had room");
    }
}
