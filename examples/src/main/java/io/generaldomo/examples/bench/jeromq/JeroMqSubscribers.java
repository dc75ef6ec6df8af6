package io.generaldomo.examples.bench.jeromq;

import io.generaldomo.examples.bench.role.Application;
import io.generaldomo.examples.bench.role.Meter;
import io.generaldomo.examples.bench.role.RoleArguments;
import io.generaldomo.examples.bench.role.Topics;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import zmq.Msg;

/**
 * Many SUBs, which one thread polls. JeroMQ 0.6.0 goes deaf at about one connect in twenty: those that nothing comes to for long are opened anew. Used by
 * that thread.
 */
final class JeroMqSubscribers {
    private static final long PATIENCE = Duration.ofSeconds(3).toNanos();
    private static final int POLL_MILLIS = 100;

    private final RoleArguments args;
    private final ZContext context;
    private final Meter meter;
    private final ZMQ.Socket[] sockets;
    private final Set<Integer> silent = new HashSet<>();

    private JeroMqSubscribers(RoleArguments args, ZContext context, Meter meter) {
        this.args = args;
        this.context = context;
        this.meter = meter;
        this.sockets = new ZMQ.Socket[args.number("subscribers", 1)];
    }

    /** Returns when each of them has got a message. */
    static void open(RoleArguments args, ZContext context, Meter meter) throws InterruptedException {
        JeroMqSubscribers subscribers = new JeroMqSubscribers(args, context, meter);
        CountDownLatch ready = new CountDownLatch(1);
        Application.start(() -> {
            subscribers.openAll();
            ready.countDown();
            ZMQ.Poller poller = subscribers.poller();
            while (true) {
                subscribers.takeAll(poller);
            }
        });
        ready.await();
    }

    private void openAll() {
        for (int i = 0; i < sockets.length; i++) {
            sockets[i] = connected(i);
            silent.add(i);
        }
        while (!silent.isEmpty()) {
            try (ZMQ.Poller poller = poller()) {
                for (long end = System.nanoTime() + PATIENCE; !silent.isEmpty() && System.nanoTime() - end < 0; ) {
                    takeAll(poller);
                }
            }
            for (int i : silent) {
                sockets[i].close();
                sockets[i] = connected(i);
            }
        }
    }

    private ZMQ.Socket connected(int number) {
        ZMQ.Socket socket = context.createSocket(SocketType.SUB);
        JeroMqSecurity.set(socket, args, false);
        Topics.prefixes(args, number).forEach(socket::subscribe);
        socket.connect(args.text("endpoint"));
        return socket;
    }

    private ZMQ.Poller poller() {
        ZMQ.Poller poller = context.createPoller(sockets.length);
        for (ZMQ.Socket socket : sockets) {
            poller.register(socket, ZMQ.Poller.POLLIN);
        }
        return poller;
    }

    /** All that is there, so that looking at a thousand sockets pays. */
    private void takeAll(ZMQ.Poller poller) {
        poller.poll(POLL_MILLIS);
        for (int i = 0; i < sockets.length; i++) {
            if (poller.pollin(i)) {
                for (Msg message = sockets[i].recvMsg(ZMQ.DONTWAIT); message != null; message = sockets[i].recvMsg(ZMQ.DONTWAIT)) {
                    meter.count(message.size());
                }
                silent.remove(i);
            }
        }
    }
}
