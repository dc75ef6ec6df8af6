package io.generaldomo.examples.tripping;

import io.generaldomo.zmtp.socket.SocketListener;
import io.generaldomo.zmtp.socket.SocketOptions;
import io.generaldomo.zmtp.socket.ZmtpClient;
import io.generaldomo.zmtp.socket.ZmtpDealer;
import io.generaldomo.zmtp.socket.ZmtpRouter;
import io.generaldomo.zmtp.socket.ZmtpServer;

/** The two pairs of sockets that carry requests and replies: what a broker binds, and what its peers connect. */
public enum SocketPair {
    /** A ROUTER and its DEALER peers. */
    ROUTER("DEALER") {
        @Override
        Addressed openBroker(SocketOptions options, SocketListener listener) {
            ZmtpRouter socket = ZmtpRouter.open(options, listener);
            return new Addressed(socket, socket::send);
        }

        @Override
        Balanced openPeer(SocketOptions options, SocketListener listener) {
            ZmtpDealer socket = ZmtpDealer.open(options, listener);
            return new Balanced(socket, socket::send);
        }
    },

    /** A SERVER and its CLIENT peers. */
    SERVER("CLIENT") {
        @Override
        Addressed openBroker(SocketOptions options, SocketListener listener) {
            ZmtpServer socket = ZmtpServer.open(options, listener);
            return new Addressed(socket, socket::send);
        }

        @Override
        Balanced openPeer(SocketOptions options, SocketListener listener) {
            ZmtpClient socket = ZmtpClient.open(options, listener);
            return new Balanced(socket, socket::send);
        }
    };

    private final String peer;

    SocketPair(String peer) {
        this.peer = peer;
    }

    /**
     * The type of socket that connects to this one.
     *
     * @return its name as it stands on the wire
     */
    public String peer() {
        return peer;
    }

    abstract Addressed openBroker(SocketOptions options, SocketListener listener);

    abstract Balanced openPeer(SocketOptions options, SocketListener listener);
}
