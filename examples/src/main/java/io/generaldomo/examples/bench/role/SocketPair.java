package io.generaldomo.examples.bench.role;

import io.generaldomo.zmtp.socket.SocketListener;
import io.generaldomo.zmtp.socket.SocketOptions;
import io.generaldomo.zmtp.socket.ZmtpClient;
import io.generaldomo.zmtp.socket.ZmtpDealer;
import io.generaldomo.zmtp.socket.ZmtpRouter;
import io.generaldomo.zmtp.socket.ZmtpServer;

/** The two pairs of sockets that carry requests and replies. */
enum SocketPair {
    CLIENT_SERVER {
        @Override
        Addressed openServer(SocketOptions options, SocketListener listener) {
            ZmtpServer socket = ZmtpServer.open(options, listener);
            return new Addressed(socket, socket::send);
        }

        @Override
        Balanced openClient(SocketOptions options, SocketListener listener) {
            ZmtpClient socket = ZmtpClient.open(options, listener);
            return new Balanced(socket, socket::send);
        }
    },

    DEALER_ROUTER {
        @Override
        Addressed openServer(SocketOptions options, SocketListener listener) {
            ZmtpRouter socket = ZmtpRouter.open(options, listener);
            return new Addressed(socket, socket::send);
        }

        @Override
        Balanced openClient(SocketOptions options, SocketListener listener) {
            ZmtpDealer socket = ZmtpDealer.open(options, listener);
            return new Balanced(socket, socket::send);
        }
    };

    static SocketPair of(RoleArguments args) {
        return args.text("kind").equals("client-server") ? CLIENT_SERVER : DEALER_ROUTER;
    }

    abstract Addressed openServer(SocketOptions options, SocketListener listener);

    abstract Balanced openClient(SocketOptions options, SocketListener listener);
}
