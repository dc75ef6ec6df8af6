package io.generaldomo.spec.capture;

import static io.generaldomo.spec.capture.RawConnection.ready;
import static io.generaldomo.spec.capture.RawConnection.text;

import io.generaldomo.spec.peer.LibzmqSocket;
import io.generaldomo.spec.peer.LibzmqSocketType;
import java.util.List;
import java.util.Map;

/** What libzmq's sockets put on the wire that is their pattern's own: groups of RADIO and DISH, and the forms of XPUB and XSUB. */
final class PatternCaptures {
    private PatternCaptures() {
    }

    static List<Capture> all() {
        return List.of(
                new Capture("radio-dish", "join", (peer, wire) -> {
                    LibzmqSocket dish = peer.open(LibzmqSocketType.DISH);
                    dish.join("group");
                    dish.connect(wire.endpoint());
                    return wire.acceptAs("RADIO").readFrame();
                }),
                new Capture("radio-dish", "join-3.0", (peer, wire) -> {
                    LibzmqSocket dish = peer.open(LibzmqSocketType.DISH);
                    dish.join("group");
                    dish.connect(wire.endpoint());
                    return wire.acceptAs("RADIO", 0).readFrame();
                }),
                new Capture("radio-dish", "leave", (peer, wire) -> {
                    LibzmqSocket dish = peer.open(LibzmqSocketType.DISH);
                    dish.join("group");
                    dish.connect(wire.endpoint());
                    RawConnection connection = wire.acceptAs("RADIO");
                    connection.readFrame();
                    dish.leave("group");
                    return connection.readFrame();
                }),
                new Capture("radio-dish", "message", radio("group", "hello")),
                new Capture("radio-dish", "message-empty", radio("group", "")),
                new Capture("message", "scatter", (peer, wire) -> {
                    LibzmqSocket scatter = peer.open(LibzmqSocketType.SCATTER);
                    scatter.connect(wire.endpoint());
                    scatter.send("hello");
                    return wire.acceptAs("GATHER").readFrame();
                }),
                new Capture("message", "hello", (peer, wire) -> {
                    peer.open(LibzmqSocketType.DEALER, Map.of("helloMessage", "hello")).connect(wire.endpoint());
                    return wire.acceptAs("ROUTER").readFrame();
                }),
                new Capture("message", "pair", (peer, wire) -> {
                    LibzmqSocket pair = peer.open(LibzmqSocketType.PAIR);
                    pair.connect(wire.endpoint());
                    pair.send("one", "two");
                    return wire.acceptAs("PAIR").readMessage();
                }),
                new Capture("subscription", "xsub-subscribe", xsub("\u0001A", 1)),
                new Capture("subscription", "xsub-subscribe-3.0", xsub("\u0001A", 0)),
                new Capture("subscription", "xsub-cancel", (peer, wire) -> {
                    LibzmqSocket xsub = peer.open(LibzmqSocketType.XSUB);
                    xsub.connect(wire.endpoint());
                    RawConnection connection = wire.acceptAs("XPUB");
                    xsub.send("\u0001A");
                    connection.readFrame();
                    xsub.send("\u0000A");
                    return connection.readFrame();
                }),
                new Capture("subscription", "xsub-message", xsub("hello", 1)),
                new Capture("subscription", "xpub-welcome", (peer, wire) -> {
                    LibzmqSocket xpub = peer.open(LibzmqSocketType.XPUB, Map.of("welcomeMessage", "welcome"));
                    RawConnection connection = wire.connectWith(xpub.bind("tcp://127.0.0.1:*"), ready("SUB"));
                    connection.write(RawConnection.hex("00 08 01"), text("welcome"));
                    return connection.readFrame();
                }));
    }

    private static Capture.Script radio(String group, String body) {
        return (peer, wire) -> {
            LibzmqSocket radio = peer.open(LibzmqSocketType.RADIO);
            RawConnection connection = wire.connectWith(radio.bind("tcp://127.0.0.1:*"), ready("DISH"));
            // PONG says that it has taken JOIN.
            connection.write(RawConnection.hex("04 0a 04"), text("JOINgroup"), RawConnection.hex("04 07 04"), text("PING"), RawConnection.hex("00 00"));
            connection.readFrame();
            radio.send(group, body);
            return connection.readMessage();
        };
    }

    private static Capture.Script xsub(String message, int minor) {
        return (peer, wire) -> {
            LibzmqSocket xsub = peer.open(LibzmqSocketType.XSUB);
            xsub.connect(wire.endpoint());
            RawConnection connection = wire.acceptAs("XPUB", minor);
            xsub.send(message);
            return connection.readFrame();
        };
    }
}
