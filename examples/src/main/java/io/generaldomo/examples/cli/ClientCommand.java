package io.generaldomo.examples.cli;

import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.ServiceName;
import io.generaldomo.gdp.client.ClientConfig;
import io.generaldomo.gdp.client.GdpClient;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code generaldomo client}: asks a service, prints what it answers. */
@Command(name = "client", description = "Ask a service and print every reply. Exits with 1 if a reply is missing.")
final class ClientCommand implements Callable<Integer> {
    /** Requests under way at the same time; also how many replies in a row may be missing before there is no point in going on. */
    private static final int WINDOW = 16;

    private static final Duration DIAGNOSIS = Duration.ofSeconds(1);

    @Spec
    private CommandSpec spec;

    @Mixin
    private PeerOptions peer;

    @Option(
            names = {"-n", "--number"},
            paramLabel = "N",
            converter = PositiveNumber.class,
            defaultValue = "1",
            description = "How many times to ask (default: ${DEFAULT-VALUE}); up to " + WINDOW + " requests are under way at once.")
    private int number;

    @Option(
            names = "--timeout",
            paramLabel = "MS",
            converter = PositiveNumber.class,
            defaultValue = "2500",
            description = "Milliseconds to wait for each reply (default: ${DEFAULT-VALUE}).")
    private int timeout;

    @Mixin
    private VerboseOption verbose;

    @Parameters(index = "0", paramLabel = "SERVICE", converter = Service.class, description = "The service to ask.")
    private ServiceName service;

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "ARGS", description = "What to ask: each is a frame of the request; without any, it has one empty frame.")
    private List<String> frames = List.of();

    /** Written by the thread of the command, read also by the one that ends the process. */
    private volatile int sent;

    private volatile int received;

    @Override
    public Integer call() {
        Console console = new Console(spec.commandLine());
        ClientConfig config = ClientConfig.of(peer.connection())
                .withTimeout(Duration.ofMillis(timeout))
                .withConnections(Math.min(number, WINDOW));
        Thread tally = new Thread(() -> console.say(tally()), "tally");
        Runtime.getRuntime().addShutdownHook(tally); // for Ctrl-C
        try (GdpClient client = GdpClient.connect(config);
                ProgressLine progress = console.progress("asking " + service, number, true)) {
            exchange(client, console, progress);
        } finally {
            Runtime.getRuntime().removeShutdownHook(tally);
        }
        if (received < sent) {
            console.note(diagnosis());
        }
        console.say(tally());
        return received == sent ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private String tally() {
        return sent + " sent, " + received + " recv";
    }

    /** Prints replies in the order of their requests. */
    private void exchange(GdpClient client, Console console, ProgressLine progress) {
        GdpMessage request = GdpMessage.ofUtf8(frames.toArray(String[]::new));
        Queue<CompletableFuture<GdpMessage>> underWay = new ArrayDeque<>();
        int missingInARow = 0;
        for (int done = 0; done < sent || sent < number && missingInARow < WINDOW; done++) {
            while (sent < number && underWay.size() < WINDOW && missingInARow < WINDOW) {
                underWay.add(client.request(service, request));
                sent++;
            }
            try {
                console.say(Frames.of(underWay.remove().join()));
                received++;
                missingInARow = 0;
            } catch (CompletionException e) {
                console.note("request " + (done + 1) + ": " + e.getCause().getMessage());
                missingInARow++;
            }
            progress.at(done + 1);
        }
    }

    private String diagnosis() {
        return switch (ServiceInquiry.ask(peer.connection(), service, DIAGNOSIS)) {
            case SERVED -> "'" + service + "' has a worker, which did not reply in time; --timeout waits longer";
            case NOT_SERVED -> "the broker at " + peer.address() + " has no worker for '" + service + "'";
            case UNKNOWN -> "there is a broker at " + peer.address() + ", but '" + service + "' did not reply in time";
            case NONE -> "no broker answers at " + peer.address() + " on a " + peer.socket() + " socket; is it running there?";
        };
    }
}
