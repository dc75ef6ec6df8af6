package io.generaldomo.zmtp.socket;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.generaldomo.spec.peer.LibzmqPeer;
import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.transport.ZmtpTransport;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The implementations of the table of sockets, and what they have. */
enum TableMaker {
    OURS("ourselves", EnumSet.allOf(Carrier.class), EnumSet.allOf(SocketType.class)) {
        @Override
        Station make(Tools tools, End end, Duration patience) {
            SocketOptions options = SocketOptions.on(tools.transport).withSecurity(end.binds() ? end.secured().ownServer : end.secured().ownClient);
            if (end.isNamed()) {
                options = options.withIdentity(end.name());
            }
            return OwnStation.of(end.type(), end.announces() ? options.withHello(new byte[0]) : options);
        }
    },
    JEROMQ("JeroMQ", EnumSet.of(Carrier.TCP, Carrier.TCP6), EnumSet.allOf(SocketType.class)) {
        @Override
        Station make(Tools tools, End end, Duration patience) {
            return JeromqStation.of(end.type(), patience, socket -> {
                socket.setIPv6(end.carrier() == Carrier.TCP6);
                if (end.isNamed()) {
                    socket.setIdentity(end.name());
                }
                if (end.announces()) {
                    socket.setProbeRouter(true);
                }
                if (end.binds()) {
                    end.secured().server(socket);
                } else {
                    end.secured().client(socket);
                }
            });
        }
    },
    /** zeromq.js sets the routing ids of a SERVER only, so that a PEER could send to nobody. */
    LIBZMQ(
            "libzmq",
            EnumSet.of(Carrier.TCP, Carrier.TCP6, Carrier.IPC, Carrier.WS, Carrier.UDP),
            EnumSet.complementOf(EnumSet.of(SocketType.PEER))) {
        @Override
        Station make(Tools tools, End end, Duration patience) {
            Map<String, String> options = new HashMap<>(end.binds() ? end.secured().libzmqServer : end.secured().libzmqClient);
            options.put("ipv6", Boolean.toString(end.carrier() == Carrier.TCP6));
            if (end.isNamed()) {
                options.put("routingId", new String(end.name(), US_ASCII));
            }
            if (end.announces()) {
                options.put("probeRouter", "true");
            }
            return LibzmqStation.of(tools.libzmq, end.type(), options);
        }
    };

    /** What the makers make stations of. */
    record Tools(ZmtpTransport transport, LibzmqPeer libzmq) {}

    /** As the table calls it. */
    final String title;

    private final Set<Carrier> carriers;
    private final Set<SocketType> types;

    TableMaker(String title, Set<Carrier> carriers, Set<SocketType> types) {
        this.title = title;
        this.carriers = carriers;
        this.types = types;
    }

    boolean has(Pair pair, Carrier carrier) {
        return carriers.contains(carrier) && types.contains(pair.asker) && types.contains(pair.answerer);
    }

    /** A socket; the patience is JeroMQ's, as {@link JeromqStation#patience} says. */
    abstract Station make(Tools tools, End end, Duration patience);
}
