package io.generaldomo.spec.capture;

import static io.generaldomo.spec.capture.RawConnection.hex;
import static io.generaldomo.spec.capture.RawConnection.join;
import static io.generaldomo.spec.capture.RawConnection.text;

import io.generaldomo.spec.peer.LibzmqPeer;
import io.generaldomo.spec.peer.LibzmqSocket;
import io.generaldomo.spec.peer.LibzmqSocketType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What libzmq puts on a WebSocket, as a client and as a server. */
final class ZwsCaptures {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String NULL = "ZWS2.0/NULL";
    private static final Map<String, String> PLAIN = Map.of("plainUsername", "u", "plainPassword", "pw");
    private static final Map<String, String> CURVE = Map.of(
            "curvePublicKey", "Yne@$w-vo<fVvi]a<NY6T1ed:M$fCG*[IaLV{hID", "curveSecretKey", "D:)Q[IlAW!ahhC2ac:9*A}h:p?([4%wOTJ%JR%cs",
            "curveServerKey", "rq:rM>}U?@Lns47E1%kR.o@n%FcmmsL/@{H8]yf7");

    private ZwsCaptures() {
    }

    /** What is done with libzmq's DEALER, or what it is sent, once it is in traffic. */
    private interface Visit {
        byte[] to(LibzmqSocket socket, RawWebSocket web) throws Exception;
    }

    static List<Capture> all() {
        List<Capture> all = new ArrayList<>();
        upgrades(all);
        handshakes(all);
        messages(all);
        control(all);
        return all;
    }

    private static void upgrades(List<Capture> all) {
        all.add(capture("request-null", (peer, wire) -> requested(peer, wire, Map.of())));
        all.add(capture("request-plain", (peer, wire) -> requested(peer, wire, PLAIN)));
        all.add(capture("request-curve", (peer, wire) -> requested(peer, wire, CURVE)));
        all.add(capture("server-answer", (peer, wire) -> asked(peer, wire, NULL).readHead()));
        all.add(capture("server-answer-second", (peer, wire) -> asked(peer, wire, "chat, " + NULL).readHead()));
        all.add(capture("server-answer-bare", (peer, wire) -> asked(peer, wire, "ZWS2.0").readHead()));
    }

    private static byte[] requested(LibzmqPeer peer, RawWire wire, Map<String, String> options) throws Exception {
        peer.open(LibzmqSocketType.DEALER, options).connect(web(wire));
        return new RawWebSocket(wire.accept()).readHead();
    }

    private static RawWebSocket asked(LibzmqPeer peer, RawWire wire, String subprotocol) throws Exception {
        return RawWebSocket.ask(wire.connect(peer.open(LibzmqSocketType.ROUTER).bind("ws://127.0.0.1:*/")), subprotocol);
    }

    private static void handshakes(List<Capture> all) {
        all.add(capture("ready", (peer, wire) -> {
            peer.open(LibzmqSocketType.DEALER).connect(web(wire));
            return RawWebSocket.give(wire.accept(), NULL).readFrame();
        }));
        all.add(capture("identity", (peer, wire) -> {
            peer.open(LibzmqSocketType.DEALER, Map.of("routingId", "ABC")).connect(web(wire));
            return RawWebSocket.give(wire.accept(), "ZWS2.0").readFrame();
        }));
        all.add(capture("server-ready", (peer, wire) -> {
            RawWebSocket web = asked(peer, wire, NULL);
            web.readHead();
            return web.readFrame();
        }));
        all.add(capture("server-identity", (peer, wire) -> {
            RawWebSocket web = asked(peer, wire, "ZWS2.0");
            web.readHead();
            return web.readFrame();
        }));
    }

    private static void messages(List<Capture> all) {
        all.add(capture("message-empty", client(sent(1, new byte[0]))));
        all.add(capture("message", client(sent(1, text("hello")))));
        all.add(capture("message-124", client(sent(1, counting(124)))));
        all.add(capture("message-125", client(sent(1, counting(125)))));
        all.add(capture("message-65534-begins", client((socket, web) -> Arrays.copyOf(sent(1, new byte[65_534]).to(socket, web), 16))));
        all.add(capture("message-65535-begins", client((socket, web) -> Arrays.copyOf(sent(1, new byte[65_535]).to(socket, web), 22))));
        all.add(capture("parts", client(sent(3, text("a"), new byte[0], text("bc")))));
        all.add(capture("server-message", server(sent(1, text("hello")))));
        all.add(capture("server-message-124", server(sent(1, counting(124)))));
        all.add(capture("server-message-125", server(sent(1, counting(125)))));
        all.add(capture("server-parts", server(sent(3, text("a"), new byte[0], text("bc")))));
        all.add(capture("subscribe", (peer, wire) -> subscribing(peer, wire).readFrame()));
        all.add(capture("cancel", (peer, wire) -> {
            LibzmqSocket sub = peer.open(LibzmqSocketType.SUB);
            sub.subscribe("AB");
            sub.connect(web(wire));
            RawWebSocket web = RawWebSocket.give(wire.accept(), NULL);
            web.readFrame();
            web.write(false, 0x82, ready("PUB"));
            web.readFrame();
            sub.unsubscribe("AB");
            return web.readFrame();
        }));
    }

    private static RawWebSocket subscribing(LibzmqPeer peer, RawWire wire) throws Exception {
        LibzmqSocket sub = peer.open(LibzmqSocketType.SUB);
        sub.subscribe("A");
        sub.connect(web(wire));
        RawWebSocket web = RawWebSocket.give(wire.accept(), NULL);
        web.readFrame();
        web.write(false, 0x82, ready("PUB"));
        return web;
    }

    private static void control(List<Capture> all) {
        all.add(capture("ping", (peer, wire) -> {
            peer.open(LibzmqSocketType.DEALER, Map.of("heartbeatInterval", "20")).connect(web(wire));
            return upgraded(wire).readFrame();
        }));
        all.add(capture("pong", client(answered(false, 0x89, new byte[0]))));
        all.add(capture("close", client(answered(false, 0x88, hex("03 e8")))));
        all.add(capture("server-pong", server(answered(true, 0x89, new byte[0]))));
        all.add(capture("server-close", server(answered(true, 0x88, hex("03 e8")))));
    }

    private static Visit sent(int frames, byte[]... parts) {
        return (socket, web) -> {
            socket.send(parts);
            byte[] all = {};
            for (int i = 0; i < frames; i++) {
                all = join(all, web.readFrame());
            }
            return all;
        };
    }

    private static Visit answered(boolean isMasked, int first, byte[] payload) {
        return (socket, web) -> {
            web.write(isMasked, first, payload);
            return web.readFrame();
        };
    }

    private static Capture.Script client(Visit visit) {
        return (peer, wire) -> {
            LibzmqSocket dealer = peer.open(LibzmqSocketType.DEALER);
            dealer.connect(web(wire));
            return visit.to(dealer, upgraded(wire));
        };
    }

    /** With a DEALER, which sends to whoever has connected. */
    private static Capture.Script server(Visit visit) {
        return (peer, wire) -> {
            LibzmqSocket dealer = peer.open(LibzmqSocketType.DEALER);
            RawWebSocket web = RawWebSocket.ask(wire.connect(dealer.bind("ws://127.0.0.1:*/")), NULL);
            web.readHead();
            web.readFrame();
            web.write(true, 0x82, ready("DEALER"));
            web.write(true, 0x82, join(hex("00"), text("here")));
            dealer.receive(SOON);
            return visit.to(dealer, web);
        };
    }

    private static RawWebSocket upgraded(RawWire wire) throws Exception {
        RawWebSocket web = RawWebSocket.give(wire.accept(), NULL);
        web.readFrame();
        web.write(false, 0x82, ready("ROUTER"));
        return web;
    }

    private static byte[] ready(String socketType) throws Exception {
        byte[] frame = RawConnection.ready(socketType);
        return join(hex("02"), Arrays.copyOfRange(frame, 2, frame.length));
    }

    private static byte[] counting(int length) {
        byte[] octets = new byte[length];
        for (int i = 0; i < length; i++) {
            octets[i] = (byte) i;
        }
        return octets;
    }

    private static String web(RawWire wire) {
        return wire.endpoint().replace("tcp:", "ws:") + '/';
    }

    private static Capture capture(String name, Capture.Script script) {
        return new Capture("zws", name, script);
    }
}
