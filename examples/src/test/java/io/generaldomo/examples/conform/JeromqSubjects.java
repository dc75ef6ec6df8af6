package io.generaldomo.examples.conform;

import io.generaldomo.spec.conformance.Approach;
import io.generaldomo.spec.conformance.Credentials;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedSelectorException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;
import zmq.Msg;

/** Sockets of JeroMQ, each with a context of its own. */
final class JeromqSubjects implements Implementation {
    private static final Set<SocketType> ECHOING = EnumSet.of(
            SocketType.ROUTER, SocketType.DEALER, SocketType.REP, SocketType.PAIR, SocketType.SERVER, SocketType.CLIENT, SocketType.XPUB);
    private static final List<SocketType> TYPES = List.of(SocketType.ROUTER, SocketType.REP, SocketType.SERVER,
            SocketType.PULL, SocketType.XPUB);

    /** Its own: {@code ZMQ.getVersionString} says which libzmq it has in mind. */
    private static final String VERSION = version();

    /** Sizes that it decodes for ever: a thread of it is never free again, whoever closes what. */
    private static final Set<String> ENDLESS = Set.of("zmtp/3.1/null/size-2e64-1", "zmtp/3.1/framing/long-size-2e64-1", "zmtp/3.1/framing/long-size-2e64-8");

    @Override
    public String name() {
        return "JeroMQ " + VERSION;
    }

    @Override
    public List<Subject> subjects() {
        List<Subject> subjects = new ArrayList<>();
        for (SocketType type : TYPES) {
            subjects.add(bound(type, socket -> { }, "NULL", Secrets.NONE));
        }
        for (SocketType type : List.of(SocketType.PEER, SocketType.CHANNEL)) {
            subjects.add(bound(type, socket -> { }, "NULL", Secrets.NONE).takingOnly(id -> id.contains("/socket-type/")));
        }
        subjects.add(bound(SocketType.DEALER, socket -> { }, "NULL", Secrets.NONE).takingOnly(id -> id.endsWith("/strangers-get-nothing")));
        subjects.add(bound(SocketType.ROUTER, socket -> socket.setHandshakeIvl((int) Subject.HURRY.toMillis()), "NULL", Secrets.NONE).inHurry());
        subjects.add(bound(SocketType.RADIO, socket -> { }, "NULL", Secrets.NONE).takingOnly(id -> id.contains("/radio-dish/")));
        subjects.add(bound(SocketType.DISH, socket -> socket.join("group"), "NULL", Secrets.NONE).takingOnly(id -> id.contains("/radio-dish/")));
        subjects.add(bound(SocketType.ROUTER, socket -> socket.setPlainServer(true), "PLAIN", Secrets.PLAIN));
        subjects.add(bound(SocketType.ROUTER, JeromqSubjects::curveServer, "CURVE", Secrets.CURVE_CLIENT));
        subjects.add(connecting(SocketType.DEALER, socket -> { }, "NULL", Secrets.NONE));
        subjects.add(connecting(SocketType.PAIR, socket -> { }, "NULL", Secrets.NONE));
        subjects.add(connecting(SocketType.CLIENT, socket -> { }, "NULL", Secrets.NONE));
        subjects.add(connecting(SocketType.REQ, socket -> { }, "NULL", Secrets.NONE));
        subjects.add(connecting(SocketType.SUB, socket -> socket.subscribe("topic"), "NULL", Secrets.NONE));
        subjects.add(connecting(SocketType.DEALER, JeromqSubjects::plainClient, "PLAIN", Secrets.PLAIN));
        subjects.add(connecting(SocketType.DEALER, JeromqSubjects::curveClient, "CURVE", Secrets.CURVE_SERVER));
        subjects.replaceAll(each -> each.takingOnly(each.takes().and(id -> !ENDLESS.contains(id))));
        subjects.add(Subject.started("ROUTER, in a process of its own", Secrets.NONE, JeromqProcess::start).takingOnly(ENDLESS::contains));
        return subjects;
    }

    private static String version() {
        Properties properties = new Properties();
        try (InputStream in = ZMQ.class.getResourceAsStream("/META-INF/maven/org.zeromq/jeromq/pom.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
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

    /** For each case anew: its thread that reads dies of some. */
    private static Subject bound(SocketType type, Consumer<ZMQ.Socket> options, String mechanism, Credentials credentials) {
        return Subject.started(type + ", bound, " + mechanism, credentials, () -> {
            ZContext context = context();
            return new Approach.Host(Subject.address(bind(context, type, options)), closing(type, context));
        });
    }

    /** Binds a socket that echoes, and says where. */
    static String bind(ZContext context, SocketType type, Consumer<ZMQ.Socket> options) {
        ZMQ.Socket socket = open(context, type, options);
        socket.bind("tcp://127.0.0.1:*");
        String endpoint = socket.getLastEndpoint();
        begin(type, socket);
        return endpoint;
    }

    private static Subject connecting(SocketType type, Consumer<ZMQ.Socket> options, String mechanism, Credentials credentials) {
        Approach.Invitation invitation = port -> {
            ZContext context = context();
            ZMQ.Socket socket = open(context, type, options);
            socket.connect("tcp://127.0.0.1:" + port);
            begin(type, socket);
            return closing(type, context);
        };
        return Subject.connecting(type + ", connecting, " + mechanism, credentials, invitation);
    }

    /**
     * On a thread of its own: a context whose thread for I/O has died never closes. A socket that receives is told, and closed by the thread that uses it,
     * since CLIENT and SERVER let no other one in meanwhile.
     */
    private static AutoCloseable closing(SocketType type, ZContext context) {
        Runnable end = ECHOING.contains(type) ? context.getContext()::term : context::close;
        Thread thread = new Thread(end, "closing JeroMQ");
        thread.setDaemon(true);
        return thread::start;
    }

    /** One whose threads do not write to the console what ends them. */
    private static ZContext context() {
        ZContext context = new ZContext();
        context.setUncaughtExceptionHandler((thread, failure) -> { });
        context.setNotificationExceptionHandler((thread, failure) -> { });
        return context;
    }

    private static ZMQ.Socket open(ZContext context, SocketType type, Consumer<ZMQ.Socket> options) {
        ZMQ.Socket socket = context.createSocket(type);
        socket.setLinger(0);
        options.accept(socket);
        return socket;
    }

    private static void begin(SocketType type, ZMQ.Socket socket) {
        Thread thread = new Thread(() -> {
            if (type == SocketType.REQ) {
                socket.send("question");
            } else if (ECHOING.contains(type)) {
                echo(type, socket);
            }
        }, "JeroMQ " + type);
        thread.setDaemon(true);
        thread.start();
    }

    /** Until the context is closed. A REP sends nothing before it has received all. */
    private static void echo(SocketType type, ZMQ.Socket socket) {
        try {
            List<Msg> parts = new ArrayList<>();
            for (Msg part = socket.recvMsg(); part != null; part = socket.recvMsg()) {
                parts.add(part);
                if (!socket.hasReceiveMore()) {
                    send(type, socket, parts);
                    parts.clear();
                }
            }
        } catch (ZMQException | ClosedSelectorException | NullPointerException | AssertionError closed) {
            // what ends it, in JeroMQ 0.6.0 in any of these ways
        } finally {
            socket.close();
        }
    }

    private static void send(SocketType type, ZMQ.Socket socket, List<Msg> parts) {
        for (int at = 0; at < parts.size(); at++) {
            Msg part = parts.get(at);
            byte[] octets = type == SocketType.XPUB && part.size() > 0 ? Arrays.copyOfRange(part.data(), 1, part.size()) : part.data();
            Msg copy = new Msg(octets);
            if (type == SocketType.SERVER) {
                copy.setRoutingId(part.getRoutingId());
            }
            boolean isLast = at == parts.size() - 1;
            if (isLast) {
                socket.sendMsg(copy);
            } else {
                socket.sendMsgMore(copy);
            }
        }
    }

    @Override
    public void close() {
        // each subject has closed its own
    }
}
