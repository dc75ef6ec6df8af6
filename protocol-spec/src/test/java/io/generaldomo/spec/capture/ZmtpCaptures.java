package io.generaldomo.spec.capture;

import static io.generaldomo.spec.capture.RawConnection.greeting;
import static io.generaldomo.spec.capture.RawConnection.hex;
import static io.generaldomo.spec.capture.RawConnection.join;
import static io.generaldomo.spec.capture.RawConnection.ready;
import static io.generaldomo.spec.capture.RawConnection.text;

import io.generaldomo.spec.peer.LibzmqMessage;
import io.generaldomo.spec.peer.LibzmqSocket;
import io.generaldomo.spec.peer.LibzmqSocketType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What libzmq puts on the wire by itself: greeting, READY, frames, commands, envelopes. */
final class ZmtpCaptures {
    private static final Duration SOON = Duration.ofSeconds(10);

    private ZmtpCaptures() {
    }

    static List<Capture> all() {
        List<Capture> all = new ArrayList<>();
        all.add(new Capture("greeting", "null", greetingOf(LibzmqSocketType.CLIENT, Map.of())));
        all.add(new Capture("greeting", "null-identity", greetingOf(LibzmqSocketType.DEALER, Map.of("routingId", "ABC"))));
        readies(all);
        frames(all);
        commands(all);
        subscriptions(all);
        envelopes(all);
        return all;
    }

    private static Capture.Script greetingOf(LibzmqSocketType type, Map<String, String> options) {
        return (peer, wire) -> {
            peer.open(type, options).connect(wire.endpoint());
            RawConnection connection = wire.accept();
            connection.write(greeting(1));
            return connection.readGreeting();
        };
    }

    private static void readies(List<Capture> all) {
        for (LibzmqSocketType type : Stream.of(LibzmqSocketType.values()).filter(LibzmqSocketType::speaksZmtp).toList()) {
            all.add(new Capture("handshake", "ready-" + type.name().toLowerCase(Locale.ROOT), readyOf(type, Map.of())));
        }
        for (LibzmqSocketType type : Set.of(LibzmqSocketType.REQ, LibzmqSocketType.REP, LibzmqSocketType.DEALER, LibzmqSocketType.ROUTER)) {
            String name = type.name().toLowerCase(Locale.ROOT) + "-identity";
            all.add(new Capture("handshake", "ready-" + name, readyOf(type, Map.of("routingId", "ABC"))));
        }
        Map<String, String> properties = Map.of("routingId", "ID", "metadata", "X-key:value\nX-a:b:c");
        all.add(new Capture("handshake", "ready-dealer-metadata", readyOf(LibzmqSocketType.DEALER, properties)));
    }

    private static Capture.Script readyOf(LibzmqSocketType type, Map<String, String> options) {
        return (peer, wire) -> {
            peer.open(type, options).connect(wire.endpoint());
            RawConnection connection = wire.accept();
            connection.write(greeting(1));
            connection.readGreeting();
            return connection.readFrame();
        };
    }

    private static void frames(List<Capture> all) {
        all.add(new Capture("message", "empty", pushed(new byte[0])));
        all.add(new Capture("message", "short", pushed(text("hello"))));
        all.add(new Capture("message", "short-255", pushed(counting(255))));
        all.add(new Capture("message", "long-256", pushed(counting(256))));
        all.add(new Capture("message", "more", pushed(text("a"), text("bc"))));
        all.add(new Capture("message", "more-empty", pushed(new byte[0], text("x"), new byte[0])));
        all.add(new Capture("message", "more-long", pushed(counting(256), text("x"))));
        all.add(new Capture("message", "client", (peer, wire) -> {
            LibzmqSocket client = peer.open(LibzmqSocketType.CLIENT);
            client.connect(wire.endpoint());
            client.send("hello");
            return wire.acceptAs("SERVER").readFrame();
        }));
    }

    private static byte[] counting(int length) {
        byte[] octets = new byte[length];
        for (int i = 0; i < length; i++) {
            octets[i] = (byte) i;
        }
        return octets;
    }

    private static Capture.Script pushed(byte[]... frames) {
        return (peer, wire) -> {
            LibzmqSocket push = peer.open(LibzmqSocketType.PUSH);
            push.connect(wire.endpoint());
            push.send(frames);
            return wire.acceptAs("PULL").readMessage();
        };
    }

    private static void commands(List<Capture> all) {
        all.add(new Capture("heartbeat", "ping", pinged(Map.of("heartbeatInterval", "20"))));
        all.add(new Capture("heartbeat", "ping-ttl", pinged(Map.of("heartbeatInterval", "20", "heartbeatTimeToLive", "2500"))));
        all.add(new Capture("heartbeat", "pong", ponged("04 07 04 50494e47 0000")));
        all.add(new Capture("heartbeat", "pong-context", ponged("04 0a 04 50494e47 0000 616263")));
        all.add(new Capture("heartbeat", "pong-context-16", ponged("04 17 04 50494e47 0000 000102030405060708090a0b0c0d0e0f")));
        all.add(new Capture("handshake", "error", (peer, wire) -> {
            LibzmqSocket authenticator = peer.open(LibzmqSocketType.REP);
            authenticator.bind("inproc://zeromq.zap.01");
            LibzmqSocket router = peer.open(LibzmqSocketType.ROUTER, Map.of("zapDomain", "any"));
            RawConnection connection = wire.connect(router.bind("tcp://127.0.0.1:*"));
            connection.write(greeting(1), ready("DEALER"));
            LibzmqMessage question = authenticator.receive(SOON);
            authenticator.send("1.0", question.text().get(1), "400", "go away", "", "");
            connection.readGreeting();
            return connection.readFrame();
        }));
    }

    private static Capture.Script pinged(Map<String, String> options) {
        return (peer, wire) -> {
            peer.open(LibzmqSocketType.DEALER, options).connect(wire.endpoint());
            return wire.acceptAs("ROUTER").readFrame();
        };
    }

    private static Capture.Script ponged(String ping) {
        return (peer, wire) -> {
            peer.open(LibzmqSocketType.DEALER).connect(wire.endpoint());
            RawConnection connection = wire.acceptAs("ROUTER");
            connection.write(hex(ping));
            return connection.readFrame();
        };
    }

    private static void subscriptions(List<Capture> all) {
        all.add(new Capture("subscription", "subscribe-all", subscribed("", 1)));
        all.add(new Capture("subscription", "subscribe", subscribed("A", 1)));
        all.add(new Capture("subscription", "subscribe-245", subscribed("t".repeat(245), 1)));
        all.add(new Capture("subscription", "subscribe-246", subscribed("t".repeat(246), 1)));
        all.add(new Capture("subscription", "subscribe-3.0", subscribed("A", 0)));
        all.add(new Capture("subscription", "cancel", cancelled("AB", 1)));
        all.add(new Capture("subscription", "cancel-3.0", cancelled("AB", 0)));
    }

    private static Capture.Script subscribed(String topic, int minor) {
        return (peer, wire) -> {
            LibzmqSocket sub = peer.open(LibzmqSocketType.SUB);
            sub.subscribe(topic);
            sub.connect(wire.endpoint());
            return wire.acceptAs("PUB", minor).readFrame();
        };
    }

    private static Capture.Script cancelled(String topic, int minor) {
        return (peer, wire) -> {
            LibzmqSocket sub = peer.open(LibzmqSocketType.SUB);
            sub.subscribe(topic);
            sub.connect(wire.endpoint());
            RawConnection connection = wire.acceptAs("PUB", minor);
            connection.readFrame();
            sub.unsubscribe(topic);
            return connection.readFrame();
        };
    }

    private static void envelopes(List<Capture> all) {
        all.add(new Capture("envelope", "req", (peer, wire) -> {
            LibzmqSocket req = peer.open(LibzmqSocketType.REQ);
            req.connect(wire.endpoint());
            req.send("one", "two");
            return wire.acceptAs("REP").readMessage();
        }));
        all.add(new Capture("envelope", "rep", (peer, wire) -> {
            LibzmqSocket rep = peer.open(LibzmqSocketType.REP);
            RawConnection connection = wire.connectWith(rep.bind("tcp://127.0.0.1:*"), ready("REQ"));
            connection.write(hex("01 00 00 01 78"));
            rep.receive(SOON);
            rep.send("reply");
            return connection.readMessage();
        }));
        all.add(new Capture("envelope", "rep-deep", (peer, wire) -> {
            LibzmqSocket rep = peer.open(LibzmqSocketType.REP);
            RawConnection connection = wire.connectWith(rep.bind("tcp://127.0.0.1:*"), ready("DEALER"));
            connection.write(join(hex("01 01 58 01 01 59 01 00"), hex("00 01 78")));
            rep.receive(SOON);
            rep.send("reply");
            return connection.readMessage();
        }));
        all.add(new Capture("envelope", "router", (peer, wire) -> {
            LibzmqSocket router = peer.open(LibzmqSocketType.ROUTER);
            RawConnection connection = wire.connectWith(router.bind("tcp://127.0.0.1:*"), ready("REQ", "R1"));
            connection.write(hex("01 00 00 01 78"));
            router.receive(SOON);
            router.send("R1", "", "reply");
            return connection.readMessage();
        }));
    }
}
