package io.generaldomo.examples.bench.nats;

import io.generaldomo.examples.bench.role.Application;
import io.generaldomo.examples.bench.role.Meter;
import io.generaldomo.examples.bench.role.RoleArguments;
import io.nats.client.Connection;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Keeps so many requests under way over one connection. A thread of the application waits for replies and sends the next request, as ours does. */
final class NatsRequester {
    private final Connection connection;
    private final Meter meter;
    private final List<String> services;
    private final byte[] body;
    private final int window;
    private final BlockingQueue<Long> done = new LinkedBlockingQueue<>();
    private int turn;

    NatsRequester(Connection connection, RoleArguments args, List<String> services, Meter meter) {
        this.connection = connection;
        this.meter = meter;
        this.services = services;
        this.body = new byte[args.number("size", 0)];
        this.window = args.number("inflight", 1);
    }

    void work() throws InterruptedException {
        for (int i = 0; i < window; i++) {
            send();
        }
        while (true) {
            long sentAt = done.take();
            meter.count(body.length, System.nanoTime() - sentAt);
            send();
        }
    }

    private void send() {
        String service = services.get(turn);
        turn = turn + 1 == services.size() ? 0 : turn + 1;
        long sentAt = System.nanoTime();
        connection.request(service, body).whenComplete((reply, failure) -> {
            if (failure == null) {
                done.add(sentAt);
            } else {
                Application.fail(failure);
            }
        });
    }
}
