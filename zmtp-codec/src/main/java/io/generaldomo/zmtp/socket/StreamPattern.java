package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.RoutingId;
import io.generaldomo.zmtp.ZmtpException.Reason;
import io.generaldomo.zmtp.ZmtpMessage;

/** STREAM: octets go to one peer by its routing id, and no octets end its connection. Confined to the socket's event loop. */
final class StreamPattern implements Pattern {
    private final RoutingTable table;
    private final AddressedPattern addressed;

    StreamPattern(RoutingTable table, SocketListener listener) {
        this.table = table;
        this.addressed = new AddressedPattern(table, listener);
    }

    void send(Send send) {
        RoutingId to = send.to();
        Link link = to == null ? null : table.linkTo(to);
        if (link != null && link.isRetired()) {
            send.refuse(Reason.NO_SUCH_PEER, "the connection to peer " + to + " is being ended");
            return;
        }
        if (link != null && link.hasRoom() && send.message().octets() == 0) {
            link.retire();
        }
        addressed.send(send);
    }

    @Override
    public void onMessage(LivePeer from, ZmtpMessage message) {
        addressed.onMessage(from, message);
    }

    @Override
    public void onPause() {
        addressed.onPause();
    }

    /** A stream does not go on in the middle where another connection begins. */
    @Override
    public void onLost(LivePeer peer) {
        peer.link().clear();
    }
}
