package io.generaldomo.examples.bench.role;

import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.ServiceName;
import io.generaldomo.gdp.client.ClientConfig;
import io.generaldomo.gdp.client.GdpClient;
import io.generaldomo.zmtp.transport.ZmtpTransport;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.LongConsumer;

/**
 * A client of the broker that keeps so many requests under way. A thread of the application waits for replies and sends the next request, or with
 * {@code receive=listener} the event loop does, when a reply is there.
 */
final class Requester {
    private final GdpClient client;
    private final Meter meter;
    private final List<ServiceName> services;
    private final GdpMessage body;
    private int turn;

    private Requester(RoleArguments args, ZmtpTransport transport, Meter meter) {
        int window = args.number("inflight", 1);
        ClientConfig config = ClientConfig.of(Services.connection(args)).withConnections(args.number("clients", window));
        this.client = GdpClient.connect(config, transport);
        this.meter = meter;
        this.services = Services.names(args);
        this.body = GdpMessage.wrap(new byte[args.number("size", 0)]);
    }

    static void open(RoleArguments args, ZmtpTransport transport, Meter meter) {
        Requester requester = new Requester(args, transport, meter);
        int window = args.number("inflight", 1);
        if (args.text("receive", "inbox").equals("listener")) {
            transport.nextLoop().execute(() -> requester.onLoop(window));
        } else {
            Application.start(() -> requester.onOwnThread(window));
        }
    }

    private void onLoop(int window) {
        for (int i = 0; i < window; i++) {
            send(this::countAndSend);
        }
    }

    private void countAndSend(long sentAt) {
        count(sentAt);
        send(this::countAndSend);
    }

    private void onOwnThread(int window) throws InterruptedException {
        BlockingQueue<Long> done = new LinkedBlockingQueue<>();
        for (int i = 0; i < window; i++) {
            send(done::add);
        }
        while (true) {
            count(done.take());
            send(done::add);
        }
    }

    private void send(LongConsumer done) {
        ServiceName service = services.get(turn);
        turn = turn + 1 == services.size() ? 0 : turn + 1;
        long sentAt = System.nanoTime();
        client.request(service, body).whenComplete((reply, failure) -> {
            if (failure == null) {
                done.accept(sentAt);
            } else {
                Application.fail(failure);
            }
        });
    }

    private void count(long sentAt) {
        meter.count(body.octets(), System.nanoTime() - sentAt);
    }
}
