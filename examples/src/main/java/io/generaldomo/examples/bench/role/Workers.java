package io.generaldomo.examples.bench.role;

import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.HeartbeatPolicy;
import io.generaldomo.gdp.ServiceName;
import io.generaldomo.gdp.worker.GdpWorker;
import io.generaldomo.gdp.worker.WorkerConfig;
import io.generaldomo.zmtp.transport.ZmtpTransport;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/**
 * Echo workers, spread over the services. Their handlers run on threads of their own, as those of {@link GdpWorker} do if nothing else is said, or with
 * {@code receive=listener} on the event loop.
 */
final class Workers {
    private Workers() {}

    static void open(RoleArguments args, ZmtpTransport transport) {
        boolean onLoop = args.text("receive", "inbox").equals("listener");
        Executor executor = onLoop ? Runnable::run : Executors.newCachedThreadPool(Workers::daemon);
        List<ServiceName> names = Services.names(args);
        int each = args.number("workers", 1) / names.size();
        for (ServiceName name : names) {
            WorkerConfig config = new WorkerConfig(Services.connection(args), name, each, HeartbeatPolicy.DEFAULT);
            GdpWorker.serve(config, Workers::echo, executor, transport);
        }
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
