package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.RoutingId;
import io.generaldomo.zmtp.ZmtpException.Reason;
import io.generaldomo.zmtp.ZmtpMessage;

/** SERVER, ROUTER and PEER: each message goes to one peer by its routing id. Confined to the socket's event loop. */
final class AddressedPattern implements Pattern {
    private final RoutingTable table;
    private final SocketListener listener;

    AddressedPattern(RoutingTable table, SocketListener listener) {
        this.table = table;
        this.listener = listener;
    }

    void send(Send send) {
        RoutingId to = send.to();
        Link link = to == null ? null : table.linkTo(to);
        if (link == null) {
            send.refuse(Reason.NO_SUCH_PEER, "no peer has routing id " + to);
        } else if (!link.hasRoom()) {
            send.refuse(Reason.HIGH_WATER_MARK, "the queue towards peer " + to + " is full");
        } else {
            send.acceptOn(link);
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

    /** Where a routing id is the name of a connection, what was queued for it has nowhere to go, also if this side connects again. */
    @Override
    public void onLost(LivePeer peer) {
        if (peer.link().name() == null) {
            peer.link().clear();
        }
    }
}
