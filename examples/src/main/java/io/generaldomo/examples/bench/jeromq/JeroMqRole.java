package io.generaldomo.examples.bench.jeromq;

import io.generaldomo.examples.bench.role.Application;
import io.generaldomo.examples.bench.role.Conversation;
import io.generaldomo.examples.bench.role.Meter;
import io.generaldomo.examples.bench.role.RoleArguments;
import java.io.IOException;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import zmq.Msg;

/** Where a process that plays one of JeroMQ's roles begins. */
public final class JeroMqRole {
    /** Sockets that are destroyed take their places until they are quite gone. */
    private static final int SPARE_SOCKETS = 1024;

    private final RoleArguments args;
    private final ZMQ.Socket socket;
    private final Meter meter;
    private final int size;

    private JeroMqRole(RoleArguments args, ZContext context, Meter meter) {
        this.args = args;
        this.socket = context.createSocket(type(args));
        this.meter = meter;
        this.size = args.number("size", 0);
    }

    /**
     * Plays a role until standard input ends.
     *
     * @param arguments role, keys and values, as the description of {@code io.generaldomo.examples.bench} has them
     * @throws IOException if standard input or output fails
     * @throws InterruptedException if the thread is interrupted while the role gets ready
     */
    public static void main(String... arguments) throws IOException, InterruptedException {
        RoleArguments args = new RoleArguments(arguments);
        Meter meter = new Meter();
        meter.tellFootprint(args);
        Conversation.hold(open(args, meter), meter);
        Runtime.getRuntime().halt(0);
    }

    /** Where the role can be reached, or nothing. */
    private static String open(RoleArguments args, Meter meter) throws InterruptedException {
        // Not closed: its sockets belong to a thread that is inside of them.
        ZContext context = new ZContext();
        switch (args.role()) {
            case PUBLISHER:
                return JeroMqPublisher.open(args, context, meter);
            case SUBSCRIBER:
                context.getContext().setMaxSockets(SPARE_SOCKETS + args.number("subscribers", 1));
                JeroMqSubscribers.open(args, context, meter);
                return "";
            default:
                JeroMqRole role = new JeroMqRole(args, context, meter);
                String endpoint = role.open();
                Application.start(role::work);
                return endpoint;
        }
    }

    private static SocketType type(RoleArguments args) {
        boolean routed = args.text("kind").equals("dealer-router");
        return switch (args.role()) {
            case RECEIVER -> SocketType.PULL;
            case SENDER -> SocketType.PUSH;
            case ECHO -> routed ? SocketType.ROUTER : SocketType.SERVER;
            case CLIENT -> routed ? SocketType.DEALER : SocketType.CLIENT;
            case PUBLISHER, SUBSCRIBER -> throw new IllegalArgumentException(args.role() + " has classes of its own");
            case BROKER, WORKER, REQUESTER -> throw new IllegalArgumentException("JeroMQ has no " + args.role());
        };
    }

    private String open() {
        boolean binds = switch (args.role()) {
            case RECEIVER, ECHO -> true;
            default -> false;
        };
        JeroMqSecurity.set(socket, args, binds);
        if (binds) {
            socket.bind("tcp://127.0.0.1:*");
            return socket.getLastEndpoint();
        }
        socket.connect(args.text("endpoint"));
        return "";
    }

    private void work() {
        switch (args.role()) {
            case RECEIVER -> receive();
            case SENDER -> send();
            case ECHO -> echo();
            default -> request();
        }
    }

    private void receive() {
        while (true) {
            meter.count(socket.recvMsg().size());
        }
    }

    private void send() {
        byte[] body = new byte[size];
        while (true) {
            socket.sendMsg(new Msg(body));
            meter.count(size);
        }
    }

    private void echo() {
        while (true) {
            Msg part = socket.recvMsg();
            if (part.hasMore()) {
                socket.sendMsgMore(part);
                part = socket.recvMsg();
            }
            meter.count(part.size());
            socket.sendMsg(part);
        }
    }

    /** They come back in the order in which they were sent. */
    private void request() {
        byte[] body = new byte[size];
        long[] sentAt = new long[args.number("inflight", 1)];
        for (int i = 0; i < sentAt.length; i++) {
            sentAt[i] = System.nanoTime();
            socket.sendMsg(new Msg(body));
        }
        for (int i = 0; ; i = i + 1 == sentAt.length ? 0 : i + 1) {
            Msg reply = socket.recvMsg();
            long now = System.nanoTime();
            meter.count(reply.size(), now - sentAt[i]);
            sentAt[i] = now;
            socket.sendMsg(new Msg(body));
        }
    }
}
