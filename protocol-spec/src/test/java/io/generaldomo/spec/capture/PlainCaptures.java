package io.generaldomo.spec.capture;

import static io.generaldomo.spec.capture.RawConnection.greeting;
import static io.generaldomo.spec.capture.RawConnection.hex;
import static io.generaldomo.spec.capture.RawConnection.join;
import static io.generaldomo.spec.capture.RawConnection.text;

import io.generaldomo.spec.peer.LibzmqPeer;
import io.generaldomo.spec.peer.LibzmqSocketType;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What libzmq says in the handshake of PLAIN, as a client and as a server. */
final class PlainCaptures {
    private static final Map<String, String> CLIENT = Map.of("plainUsername", "u", "plainPassword", "pw");
    private static final byte[] HELLO = hex("04 0b 05 48454c4c4f 01 75 02 7077");
    private static final byte[] WRONG_HELLO = hex("04 0b 05 48454c4c4f 01 75 02 7071");
    private static final byte[] WELCOME = hex("04 08 07 57454c434f4d45");

    private PlainCaptures() {
    }

    static List<Capture> all() {
        return List.of(
                new Capture("plain", "greeting", (peer, wire) -> {
                    peer.open(LibzmqSocketType.DEALER, CLIENT).connect(wire.endpoint());
                    RawConnection connection = wire.accept();
                    connection.write(greeting(1, "PLAIN"));
                    return connection.readGreeting();
                }),
                new Capture("plain", "hello", (peer, wire) -> {
                    peer.open(LibzmqSocketType.DEALER, CLIENT).connect(wire.endpoint());
                    return greeted(wire.accept()).readFrame();
                }),
                new Capture("plain", "initiate", (peer, wire) -> {
                    peer.open(LibzmqSocketType.DEALER, CLIENT).connect(wire.endpoint());
                    RawConnection connection = greeted(wire.accept());
                    connection.readFrame();
                    connection.write(WELCOME);
                    return connection.readFrame();
                }),
                new Capture("plain", "server-welcome", (peer, wire) -> served(wire, connection -> {
                    connection.write(HELLO);
                    return connection.readFrame();
                })),
                new Capture("plain", "server-ready", (peer, wire) -> served(wire, connection -> {
                    connection.write(HELLO);
                    connection.readFrame();
                    connection.write(join(hex("04 1f"), text("\u0008INITIATE\u000bSocket-Type"), hex("00 00 00 06"), text("DEALER")));
                    return connection.readFrame();
                })),
                new Capture("plain", "server-error", (peer, wire) -> served(wire, connection -> {
                    connection.write(WRONG_HELLO);
                    return connection.readFrame();
                })));
    }

    private interface Visit {
        byte[] to(RawConnection connection) throws IOException;
    }

    private static RawConnection greeted(RawConnection connection) throws IOException {
        connection.write(greeting(1, "PLAIN"));
        connection.readGreeting();
        return connection;
    }

    /** In a process of its own: the one that is shared has another authenticator, and a process can have one. */
    private static byte[] served(RawWire wire, Visit visit) throws IOException {
        try (LibzmqPeer server = LibzmqPeer.start()) {
            server.zap("PLAIN u pw");
            String endpoint = server.open(LibzmqSocketType.ROUTER, Map.of("plainServer", "true")).bind("tcp://127.0.0.1:*");
            return visit.to(greeted(wire.connect(endpoint)));
        }
    }
}
