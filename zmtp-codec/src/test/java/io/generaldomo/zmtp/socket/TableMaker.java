package io.generaldomo.zmtp.socket;

import io.generaldomo.spec.peer.LibzmqPeer;
import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpSecurity;
import io.generaldomo.zmtp.transport.ZmtpTransport;
import java.util.Map;
import java.util.function.Consumer;
import org.zeromq.ZMQ;

/** The implementations of the table of sockets. */
enum TableMaker {
    OURS {
        @Override
        Station make(Tools tools, SocketType type, boolean server, Secured secured) {
            ZmtpSecurity security = server ? secured.ownServer : secured.ownClient;
            return OwnStation.of(type, SocketOptions.on(tools.transport).withSecurity(security));
        }

        @Override
        boolean has(SocketType type) {
            return true;
        }
    },
    JEROMQ {
        @Override
        Station make(Tools tools, SocketType type, boolean server, Secured secured) {
            Consumer<ZMQ.Socket> security = server ? secured::server : secured::client;
            return JeromqStation.of(type, security);
        }

        @Override
        boolean has(SocketType type) {
            return true;
        }
    },
    /** zeromq.js has no PEER and no CHANNEL. */
    LIBZMQ {
        @Override
        Station make(Tools tools, SocketType type, boolean server, Secured secured) {
            Map<String, String> security = server ? secured.libzmqServer : secured.libzmqClient;
            return LibzmqStation.of(tools.libzmq, type, security);
        }

        @Override
        boolean has(SocketType type) {
            return type != SocketType.PEER && type != SocketType.CHANNEL;
        }
    };

    /** What the makers make stations of. */
    record Tools(ZmtpTransport transport, LibzmqPeer libzmq) {}

    /** A socket, which has the role of the server or of the client in the mechanism. */
    abstract Station make(Tools tools, SocketType type, boolean server, Secured secured);

    abstract boolean has(SocketType type);
}
