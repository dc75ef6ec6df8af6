package io.generaldomo.examples.bench.role;

import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.socket.SocketListener;
import io.generaldomo.zmtp.socket.SocketPeer;
import io.generaldomo.zmtp.socket.ZmtpSub;
import io.generaldomo.zmtp.transport.ZmtpTransport;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** Many SUBs, which count what comes. Used by the one thread that handles arrivals. */
final class Subscribers {
    private final Meter meter;
    private final CountDownLatch silent;
    private final Set<SocketPeer> heard = new HashSet<>();

    private Subscribers(Meter meter, int count) {
        this.meter = meter;
        this.silent = new CountDownLatch(count);
    }

    static void open(RoleArguments args, ZmtpTransport transport, Meter meter) throws InterruptedException {
        int count = args.number("subscribers", 1);
        Subscribers subscribers = new Subscribers(meter, count);
        // One for all, which is good as long as they share an event loop and none of them is closed.
        SocketListener arrivals = Arrivals.handled(args, () -> {}, subscribers::onMessage);
        for (int i = 0; i < count; i++) {
            ZmtpSub socket = ZmtpSub.open(Sockets.options(args, transport), arrivals);
            Topics.prefixes(args, i).forEach(socket::subscribe);
            socket.connect(args.text("endpoint"));
        }
        subscribers.silent.await();
    }

    private void onMessage(SocketPeer from, ZmtpMessage message) {
        meter.count(message.octets());
        message.release();
        if (silent.getCount() > 0 && heard.add(from)) {
            silent.countDown();
        }
    }
}
