package io.generaldomo.examples.bench.role;

import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.socket.Inbox;
import io.generaldomo.zmtp.socket.Received;
import io.generaldomo.zmtp.socket.ZmtpDealer;
import io.generaldomo.zmtp.transport.ZmtpTransport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;

/**
 * A client of the broker that has any number of requests under way over one connection, as {@code pipelined} says, and does not care which reply is to which: so
 * many that they queue. Speaks MDP 0.1 over a DEALER. It is ready when all are sent; from then on each reply is followed by another request.
 */
final class Flood {
    /** The requests are to queue in the broker, not here. */
    private static final int MARK = 1000;
    private static final byte[] EMPTY = {};
    private static final byte[] HEADER = "MDPC01".getBytes(StandardCharsets.US_ASCII);

    private final ZmtpDealer socket;
    private final byte[] service;
    private final byte[] body;
    private final Pacer pacer = new Pacer();

    private Flood(ZmtpDealer socket, RoleArguments args) {
        this.socket = socket;
        this.service = Services.names(args).get(0).toString().getBytes(StandardCharsets.UTF_8);
        this.body = new byte[args.number("size", 0)];
    }

    static void open(RoleArguments args, ZmtpTransport transport, Meter meter) throws InterruptedException {
        Inbox replies = new Inbox();
        ZmtpDealer socket = ZmtpDealer.open(Sockets.options(args, transport).withSendHighWaterMark(MARK), replies);
        socket.connect(args.text("endpoint"));
        Flood flood = new Flood(socket, args);
        int window = args.number("inflight", 1);
        CountDownLatch allSent = new CountDownLatch(1);
        Application.start(() -> {
            for (int underWay = 0; underWay < window; ) {
                flood.ask();
                underWay++;
                for (Optional<Received> reply = replies.poll(Duration.ZERO); reply.isPresent(); reply = replies.poll(Duration.ZERO)) {
                    reply.get().message().release();
                    underWay--;
                }
            }
            allSent.countDown();
            while (true) {
                replies.take().message().release();
                meter.count(flood.body.length);
                flood.ask();
            }
        });
        allSent.await();
    }

    private void ask() throws InterruptedException, ExecutionException {
        pacer.sent(socket.send(ZmtpMessage.copyOf(EMPTY, HEADER, service, body)));
    }
}
