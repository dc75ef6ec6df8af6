package io.generaldomo.examples.cli;

import io.generaldomo.gdp.ConnectionConfig;
import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.ServiceName;
import io.generaldomo.gdp.broker.GdpBroker;
import io.generaldomo.gdp.client.ClientConfig;
import io.generaldomo.gdp.client.GdpClient;
import io.generaldomo.gdp.worker.GdpWorker;
import io.generaldomo.gdp.worker.WorkerConfig;
import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.transport.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code generaldomo demo}: all roles in one process, and what they say to each other. */
@Command(name = "demo", description = "See a broker, two workers and a client of either dialect at work, in one process.")
final class DemoCommand implements Callable<Integer> {
    private static final ServiceName ECHO = ServiceName.of("echo");
    private static final ServiceName COFFEE = ServiceName.of("coffee");
    private static final GdpMessage MEETING = GdpMessage.ofUtf8("is the other one there?");
    private static final Duration LONGEST = Duration.ofSeconds(10);

    @Spec
    private CommandSpec spec;

    @Mixin
    private VerboseOption verbose;

    /** Text of a request -> the worker that had it. */
    private final Map<String, String> servedBy = new ConcurrentHashMap<>();

    /** Passed when both workers hold a request, so that both are known to be registered. */
    private final CyclicBarrier bothWorkers = new CyclicBarrier(2);

    @Override
    public Integer call() throws Exception {
        Console console = new Console(spec.commandLine());
        try (GdpBroker broker = GdpBroker.create()) {
            Endpoint address = broker.bind("tcp://127.0.0.1:0").join();
            console.say("broker", "at " + address + ", for peers of either dialect");
            ConnectionConfig gdp = ConnectionConfig.to(address.toString());
            ConnectionConfig mdp = gdp.withSocketType(SocketType.DEALER);
            List<GdpWorker> workers = List.of(worker(gdp, "worker 1"), worker(mdp, "worker 2"));
            try (GdpClient ofGdp = client(gdp);
                    GdpClient ofMdp = client(mdp)) {
                meet(ofGdp, ofMdp);
                console.say("worker 1", "registered for 'echo', over GDP (CLIENT socket)");
                console.say("worker 2", "registered for 'echo', over MDP (DEALER socket)");
                ask(console, ofGdp, "GDP", "Hello");
                ask(console, ofGdp, "GDP", "Hello again");
                ask(console, ofMdp, "MDP", "Good day");
                ask(console, ofMdp, "MDP", "Good day again");
                inquire(console, ofGdp, ECHO);
                inquire(console, ofGdp, COFFEE);
            } finally {
                workers.forEach(GdpWorker::close);
            }
            console.say("workers", "took leave of the broker with DISCONNECT");
        }
        console.say("broker", "closed; every request had its reply");
        return ExitCode.OK;
    }

    private GdpWorker worker(ConnectionConfig connection, String name) {
        return GdpWorker.serve(WorkerConfig.of(connection, ECHO.toString()), request -> {
            if (request.equals(MEETING)) {
                bothWorkers.await(LONGEST.toSeconds(), TimeUnit.SECONDS);
            } else {
                servedBy.put(request.utf8(0), name);
            }
            return request;
        });
    }

    private static GdpClient client(ConnectionConfig connection) {
        return GdpClient.connect(ClientConfig.of(connection).withTimeout(LONGEST));
    }

    /** Two requests at the same time, which only two workers can answer. */
    private static void meet(GdpClient... clients) {
        CompletableFuture<?>[] replies = new CompletableFuture<?>[clients.length];
        for (int i = 0; i < clients.length; i++) {
            replies[i] = clients[i].request(ECHO, MEETING);
        }
        CompletableFuture.allOf(replies).join();
    }

    private void ask(Console console, GdpClient client, String dialect, String text) {
        long start = System.nanoTime();
        GdpMessage reply = client.request(ECHO, GdpMessage.ofUtf8(text)).join();
        double millis = (System.nanoTime() - start) / 1e6;
        console.say(
                dialect + " client",
                String.format(
                        Locale.ROOT,
                        "%-18s -> %-18s  %s, %.1f ms",
                        Frames.of(GdpMessage.ofUtf8(text)),
                        Frames.of(reply),
                        servedBy.get(text),
                        millis));
    }

    private static void inquire(Console console, GdpClient client, ServiceName service) {
        String answer =
                switch (ServiceInquiry.ask(client, service)) {
                    case SERVED -> "200, it has a worker";
                    case NOT_SERVED -> "404, it has none";
                    case UNKNOWN, NONE -> "no answer";
                };
        console.say("mmi.service", String.format(Locale.ROOT, "%-18s -> %s", "'" + service + "'?", answer));
    }
}
