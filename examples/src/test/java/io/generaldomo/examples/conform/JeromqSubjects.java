package io.generaldomo.examples.conform;

import io.generaldomo.spec.conformance.Approach;
import io.generaldomo.spec.conformance.Credentials;
import java.nio.channels.ClosedSelectorException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;
import zmq.Msg;

/** Sockets of JeroMQ, each with a context of its own. */
final class JeromqSubjects implements Implementation {
    private static final List<SocketType> TYPES = List.of(SocketType.ROUTER, SocketType.REP, SocketType.SERVER,
            SocketType.PULL, SocketType.XPUB);

    @Override
    public String name() {
        return "JeroMQ " + ZMQ.getVersionString();
    }

    @Override
    public List<Subject> subjects() {
        List<Subject> subjects = new ArrayList<>();
        for (SocketType type : TYPES) {
            subjects.add(bound(type, socket -> { }, "NULL", Secrets.NONE));
        }
        subjects.add(bound(SocketType.ROUTER, socket -> socket.setPlainServer(true), "PLAIN", Secrets.PLAIN));
        subjects.add(bound(SocketType.ROUTER, JeromqSubjects::curveServer, "CURVE", Secrets.CURVE_CLIENT));
        subjects.add(connecting(SocketType.DEALER, socket -> { }, "NULL", Secrets.NONE));
        subjects.add(connecting(SocketType.PAIR, socket -> { }, "NULL", Secrets.NONE));
        subjects.add(connecting(SocketType.CLIENT, socket -> { }, "NULL", Secrets.NONE));
        subjects.add(connecting(SocketType.REQ, socket -> { }, "NULL", Secrets.NONE));
        subjects.add(connecting(SocketType.SUB, socket -> socket.subscribe("topic"), "NULL", Secrets.NONE));
        subjects.add(connecting(SocketType.DEALER, JeromqSubjects::plainClient, "PLAIN", Secrets.PLAIN));
        subjects.add(connecting(SocketType.DEALER, JeromqSubjects::curveClient, "CURVE", Secrets.CURVE_SERVER));
        return subjects;
    }

    private static void curveServer(ZMQ.Socket socket) {
        socket.setCurveServer(true);
        socket.setCurvePublicKey(Secrets.SERVER.publicKey().octets());
        socket.setCurveSecretKey(Secrets.SERVER.secretOctets());
    }

    private static void curveClient(ZMQ.Socket socket) {
        socket.setCurveServerKey(Secrets.SERVER.publicKey().octets());
        socket.setCurvePublicKey(Secrets.CLIENT.publicKey().octets());
        socket.setCurveSecretKey(Secrets.CLIENT.secretOctets());
    }

    private static void plainClient(ZMQ.Socket socket) {
        socket.setPlainUsername(Secrets.USER);
        socket.setPlainPassword(Secrets.PASSWORD);
    }

    /** For each case anew: its thread that reads dies of a frame of 2^64-1 octets. */
    private static Subject bound(SocketType type, Consumer<ZMQ.Socket> options, String mechanism, Credentials credentials) {
        return Subject.started(type + ", bound, " + mechanism, credentials, () -> {
            ZContext context = new ZContext();
            ZMQ.Socket socket = open(context, type, options);
            socket.bind("tcp://127.0.0.1:*");
            Approach.Host host = new Approach.Host(Subject.address(socket.getLastEndpoint()), closing(context));
            begin(type, socket);
            return host;
        });
    }

    private static Subject connecting(SocketType type, Consumer<ZMQ.Socket> options, String mechanism, Credentials credentials) {
        Approach.Invitation invitation = port -> {
            ZContext context = new ZContext();
            ZMQ.Socket socket = open(context, type, options);
            socket.connect("tcp://127.0.0.1:" + port);
            begin(type, socket);
            return closing(context);
        };
        return Subject.connecting(type + ", connecting, " + mechanism, credentials, invitation);
    }

    /** On a thread of its own: a context whose thread for I/O has died never closes. */
    private static AutoCloseable closing(ZContext context) {
        Thread thread = new Thread(context::close, "closing JeroMQ");
        thread.setDaemon(true);
        return thread::start;
    }

    private static ZMQ.Socket open(ZContext context, SocketType type, Consumer<ZMQ.Socket> options) {
        ZMQ.Socket socket = context.createSocket(type);
        socket.setLinger(0);
        options.accept(socket);
        return socket;
    }

    private static void begin(SocketType type, ZMQ.Socket socket) {
        Runnable task = switch (type) {
            case REQ -> () -> socket.send("question");
            case ROUTER, DEALER, REP, PAIR, SERVER, CLIENT, XPUB -> () -> echo(type, socket);
            default -> () -> { };
        };
        Thread thread = new Thread(task, "JeroMQ " + type);
        thread.setDaemon(true);
        thread.start();
    }

    /** Until the context is closed. */
    private static void echo(SocketType type, ZMQ.Socket socket) {
        try {
            for (Msg part = socket.recvMsg(); part != null; part = socket.recvMsg()) {
                boolean more = socket.hasReceiveMore();
                byte[] octets = type == SocketType.XPUB && part.size() > 0 ? Arrays.copyOfRange(part.data(), 1, part.size()) : part.data();
                Msg copy = new Msg(octets);
                if (type == SocketType.SERVER) {
                    copy.setRoutingId(part.getRoutingId());
                }
                if (more) {
                    socket.sendMsgMore(copy);
                } else {
                    socket.sendMsg(copy);
                }
            }
        } catch (ZMQException | ClosedSelectorException | NullPointerException closed) {
            // what ends it, in JeroMQ 0.6.0 in any of these ways
        }
    }

    @Override
    public void close() {
        // each subject has closed its own
    }
}
