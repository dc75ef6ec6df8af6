package io.generaldomo.examples.bench.role;

import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.MajordomoDialect;
import io.generaldomo.gdp.ServiceName;
import io.generaldomo.gdp.client.ClientConfig;
import io.generaldomo.gdp.client.GdpClient;
import io.generaldomo.gdp.worker.GdpWorker;
import io.generaldomo.gdp.worker.WorkerConfig;
import io.generaldomo.zmtp.transport.ZmtpTransport;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * Echo workers, spread over the services. Their handlers run on threads of their own, as those of {@link GdpWorker} do if nothing else is said, or with
 * {@code receive=listener} on the event loop. They are ready when the broker knows all of them.
 */
final class Workers {
    private static final String COUNT = "workers=";
    private static final int PAUSE_MILLIS = 50;

    private Workers() {}

    static void open(RoleArguments args, ZmtpTransport transport) throws InterruptedException {
        boolean onLoop = args.text("receive", "inbox").equals("listener");
        Executor executor = onLoop ? Runnable::run : Executors.newCachedThreadPool(Workers::daemon);
        List<ServiceName> names = Services.names(args);
        int each = args.number("workers", 1) / names.size();
        for (ServiceName name : names) {
            // Each handler has one request at a time, as NATS' dispatchers have. Where the dialect lets them they share a connection, as those do.
            WorkerConfig config = new WorkerConfig(Services.connection(args), name, each, Services.heartbeat(args));
            GdpWorker.serve(config, Workers::echo, executor, transport);
        }
        boolean shared = Services.connection(args).dialect() == MajordomoDialect.GDP_03;
        awaitRegistered(args, transport, shared ? names.size() : each * names.size());
    }

    private static void awaitRegistered(RoleArguments args, ZmtpTransport transport, int registrations) throws InterruptedException {
        try (GdpClient client = GdpClient.connect(ClientConfig.of(Services.connection(args)), transport)) {
            while (registered(client) < registrations) {
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    private static int registered(GdpClient client) {
        GdpMessage answer = client.request("mmi.broker", GdpMessage.EMPTY).join();
        return IntStream.range(1, answer.size())
                .mapToObj(answer::utf8)
                .filter(field -> field.startsWith(COUNT))
                .mapToInt(field -> Integer.parseInt(field.substring(COUNT.length())))
                .sum();
    }

    private static GdpMessage echo(GdpMessage request) {
        return request;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "worker");
        thread.setDaemon(true);
        return thread;
    }
}
