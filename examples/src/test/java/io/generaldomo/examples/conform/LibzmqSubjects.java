package io.generaldomo.examples.conform;

import io.generaldomo.spec.conformance.Approach;
import io.generaldomo.spec.conformance.Credentials;
import io.generaldomo.spec.peer.LibzmqMessage;
import io.generaldomo.spec.peer.LibzmqPeer;
import io.generaldomo.spec.peer.LibzmqPeerException;
import io.generaldomo.spec.peer.LibzmqSocket;
import io.generaldomo.spec.peer.LibzmqSocketType;
import io.generaldomo.spec.peer.LibzmqZap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Sockets of libzmq, in a process of their own. */
final class LibzmqSubjects implements Implementation {
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final Set<LibzmqSocketType> WHOLE = EnumSet.of(LibzmqSocketType.ROUTER, LibzmqSocketType.REP, LibzmqSocketType.SERVER,
            LibzmqSocketType.XPUB, LibzmqSocketType.PULL);
    private static final Map<String, String> NONE = Map.of();

    private final LibzmqPeer peer = LibzmqPeer.start();
    private final LibzmqZap zap = peer.zap("PLAIN " + Secrets.USER + ' ' + Secrets.PASSWORD,
            "CURVE " + HexFormat.of().formatHex(Secrets.CLIENT.publicKey().octets()));

    @Override
    public String name() {
        return "libzmq " + peer.version();
    }

    @Override
    public List<Subject> subjects() {
        List<Subject> subjects = new ArrayList<>();
        for (LibzmqSocketType type : Stream.of(LibzmqSocketType.values()).filter(LibzmqSocketType::speaksZmtp).toList()) {
            Subject subject = bound("tcp", type, NONE, "NULL", Secrets.NONE);
            subjects.add(WHOLE.contains(type) ? subject : subject.takingOnly(LibzmqSubjects::isAboutTypes));
        }
        subjects.add(bound("tcp", LibzmqSocketType.ROUTER, Map.of("handshakeInterval", Long.toString(Subject.HURRY.toMillis())), "NULL", Secrets.NONE).inHurry());
        subjects.add(radio());
        // Without a group that it has joined, for which this peer has no command.
        subjects.add(bound("tcp", LibzmqSocketType.DISH, NONE, "NULL", Secrets.NONE).takingOnly(id -> id.contains("/radio-dish/") && !id.contains("/own-join")));
        subjects.add(bound("tcp", LibzmqSocketType.ROUTER, Map.of("plainServer", "true"), "PLAIN", Secrets.PLAIN));
        subjects.add(bound("tcp", LibzmqSocketType.ROUTER, Map.of("curveServer", "true", "curveSecretKey", Secrets.SERVER.secretZ85()), "CURVE", Secrets.CURVE_CLIENT));
        subjects.add(connecting("tcp", LibzmqSocketType.DEALER, NONE, "NULL", Secrets.NONE));
        subjects.add(connecting("tcp", LibzmqSocketType.PAIR, NONE, "NULL", Secrets.NONE));
        subjects.add(connecting("tcp", LibzmqSocketType.CLIENT, NONE, "NULL", Secrets.NONE));
        subjects.add(connecting("tcp", LibzmqSocketType.REQ, NONE, "NULL", Secrets.NONE));
        subjects.add(connecting("tcp", LibzmqSocketType.SUB, NONE, "NULL", Secrets.NONE));
        subjects.add(connecting("tcp", LibzmqSocketType.DEALER, Map.of("plainUsername", Secrets.USER, "plainPassword", Secrets.PASSWORD), "PLAIN", Secrets.PLAIN));
        subjects.add(connecting("tcp", LibzmqSocketType.DEALER, Map.of("curvePublicKey", Secrets.CLIENT.publicKey().z85(), "curveSecretKey",
                Secrets.CLIENT.secretZ85(), "curveServerKey", Secrets.SERVER.publicKey().z85()), "CURVE", Secrets.CURVE_SERVER));
        subjects.addAll(overWebSocket());
        return subjects;
    }

    private static boolean isAboutTypes(String id) {
        return id.contains("/socket-type/") || id.contains("/exclusive/") || id.endsWith("/strangers-get-nothing");
    }

    private List<Subject> overWebSocket() {
        Map<String, String> hurry = Map.of("handshakeInterval", Long.toString(Subject.HURRY.toMillis()));
        Map<String, String> curve = Map.of("curveServer", "true", "curveSecretKey", Secrets.SERVER.secretZ85());
        return Stream.of(
                        bound("ws", LibzmqSocketType.ROUTER, NONE, "NULL", Secrets.NONE),
                        bound("ws", LibzmqSocketType.XPUB, NONE, "NULL", Secrets.NONE),
                        bound("ws", LibzmqSocketType.ROUTER, Map.of("plainServer", "true"), "PLAIN", Secrets.PLAIN),
                        bound("ws", LibzmqSocketType.ROUTER, curve, "CURVE", Secrets.CURVE_CLIENT),
                        connecting("ws", LibzmqSocketType.DEALER, NONE, "NULL", Secrets.NONE),
                        connecting("ws", LibzmqSocketType.SUB, NONE, "NULL", Secrets.NONE),
                        bound("ws", LibzmqSocketType.ROUTER, hurry, "NULL", Secrets.NONE).inHurry())
                .map(Subject::overWebSocket)
                .toList();
    }

    /** In a process of its own for each case, since it can be made to abort. */
    private static Subject radio() {
        return Subject.started("RADIO, bound, NULL, in a process of its own", Secrets.NONE, () -> {
            LibzmqPeer own = LibzmqPeer.start();
            return new Approach.Host(Subject.address(own.open(LibzmqSocketType.RADIO).bind("tcp://127.0.0.1:*")), own);
        }).takingOnly(id -> id.contains("/radio-dish/"));
    }

    /** For each case anew, so that none has to bear what another left behind. */
    private Subject bound(String scheme, LibzmqSocketType type, Map<String, String> options, String mechanism, Credentials credentials) {
        return Subject.started(type + ", bound, " + mechanism, credentials, () -> {
            LibzmqSocket socket = peer.open(type, options);
            Approach.Host host = new Approach.Host(Subject.address(socket.bind(scheme + "://127.0.0.1:*")), socket);
            begin(type, socket);
            return host;
        });
    }

    private Subject connecting(String scheme, LibzmqSocketType type, Map<String, String> options, String mechanism, Credentials credentials) {
        Approach.Invitation invitation = port -> {
            LibzmqSocket socket = peer.open(type, options);
            if (type == LibzmqSocketType.SUB) {
                socket.subscribe("topic");
            }
            socket.connect(scheme + "://127.0.0.1:" + port);
            begin(type, socket);
            return socket;
        };
        return Subject.connecting(type + ", connecting, " + mechanism, credentials, invitation);
    }

    private static void begin(LibzmqSocketType type, LibzmqSocket socket) {
        Runnable task = switch (type) {
            case REQ -> () -> socket.send("question");
            case ROUTER, DEALER, REP, PAIR, CHANNEL, SERVER, CLIENT, XPUB -> () -> echo(type, socket);
            default -> () -> { };
        };
        Thread thread = new Thread(() -> {
            try {
                task.run();
            } catch (LibzmqPeerException closed) {
                // what ends it
            }
        }, "libzmq " + type);
        thread.setDaemon(true);
        thread.start();
    }

    /** Until the socket is closed, whereupon receiving fails. */
    private static void echo(LibzmqSocketType type, LibzmqSocket socket) {
        while (true) {
            LibzmqMessage message = socket.receive(LIFE);
            try {
                reply(type, socket, message);
            } catch (LibzmqPeerException gone) {
                // A SERVER says so of a peer that has left; the others are still there.
            }
        }
    }

    private static void reply(LibzmqSocketType type, LibzmqSocket socket, LibzmqMessage message) {
        if (type == LibzmqSocketType.SERVER) {
            socket.sendTo(message.routingId(), message.frames().get(0));
        } else if (type == LibzmqSocketType.XPUB) {
            byte[] told = message.frames().get(0);
            socket.send(Arrays.copyOfRange(told, Math.min(1, told.length), told.length));
        } else {
            socket.send(message.frames().toArray(byte[][]::new));
        }
    }

    @Override
    public void close() {
        zap.close();
        peer.close();
    }
}
