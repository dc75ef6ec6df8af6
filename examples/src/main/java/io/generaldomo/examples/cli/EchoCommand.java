package io.generaldomo.examples.cli;

import io.generaldomo.gdp.HeartbeatPolicy;
import io.generaldomo.gdp.ServiceName;
import io.generaldomo.gdp.worker.GdpWorker;
import io.generaldomo.gdp.worker.WorkerConfig;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code generaldomo echo}: a worker that answers each request with the request itself, until Ctrl-C. */
@Command(name = "echo", description = "Run a worker that sends every request back, until Ctrl-C.")
final class EchoCommand implements Callable<Integer> {
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration PATIENTLY = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofMillis(100);

    @Spec
    private CommandSpec spec;

    @Mixin
    private PeerOptions peer;

    @Option(
            names = "--service",
            paramLabel = "NAME",
            converter = Service.class,
            defaultValue = "echo",
            description = "The service to offer (default: ${DEFAULT-VALUE}).")
    private ServiceName service;

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            converter = PositiveNumber.class,
            defaultValue = "1",
            description = "How many requests to take at the same time (default: ${DEFAULT-VALUE}).")
    private int concurrency;

    @Mixin
    private VerboseOption verbose;

    @Override
    public Integer call() {
        Console console = new Console(spec.commandLine());
        WorkerConfig config = config();
        GdpWorker worker = GdpWorker.serve(config, request -> request);
        Ending ending = new Ending(console, worker::close);
        if (isRegistered(ending, console)) {
            console.say("serving '" + service + "' for the broker at " + peer.address() + " (" + peer.socket() + ", " + concurrency
                    + " at a time)");
            ending.await();
        }
        return ExitCode.OK;
    }

    private WorkerConfig config() {
        try {
            return new WorkerConfig(peer.connection(), service, concurrency, HeartbeatPolicy.DEFAULT);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "'" + service + "' cannot be offered: " + e.getMessage());
        }
    }

    /** Waits until the broker knows of a worker; false if this one was told to end before. */
    private boolean isRegistered(Ending ending, Console console) {
        Duration wait = SOON;
        do {
            ServiceInquiry.Answer answer = ServiceInquiry.ask(peer.connection(), service, wait);
            if (answer == ServiceInquiry.Answer.SERVED || answer == ServiceInquiry.Answer.UNKNOWN) {
                return true;
            }
            if (answer == ServiceInquiry.Answer.NONE && wait == SOON) {
                console.note("no broker answers at " + peer.address() + " yet; waiting for one");
                wait = PATIENTLY;
            }
        } while (ending.goesOnAfter(PAUSE));
        return false;
    }
}
