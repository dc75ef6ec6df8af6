package io.generaldomo.examples.cli;

import io.generaldomo.examples.tripping.RoundTrips;
import io.generaldomo.examples.tripping.SocketPair;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code generaldomo tripping}: how many round trips a second the sockets make. */
@Command(
        name = "tripping",
        description = "Measure round trips between a client and a worker through a broker that only forwards, over TCP in one process.")
final class TrippingCommand implements Callable<Integer> {
    private static final double NANOS = 1e9;

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-n", "--number"},
            paramLabel = "N",
            converter = PositiveNumber.class,
            defaultValue = "10000",
            description = "How many round trips of each kind (default: ${DEFAULT-VALUE}).")
    private int number;

    @Option(
            names = {"-f", "--frontend"},
            paramLabel = "router|server",
            converter = PairConverter.class,
            defaultValue = "router",
            description = "The broker's socket towards the client (default: ${DEFAULT-VALUE}).")
    private SocketPair front;

    @Option(
            names = {"-b", "--backend"},
            paramLabel = "router|server",
            converter = PairConverter.class,
            defaultValue = "router",
            description = "The broker's socket towards the worker (default: ${DEFAULT-VALUE}).")
    private SocketPair back;

    @Mixin
    private VerboseOption verbose;

    private static final class PairConverter extends Choice<SocketPair> {
        private PairConverter() {
            super(SocketPair.class);
        }
    }

    /** One way of sending messages round. */
    private interface Course {
        Duration run(int count, IntConsumer progress) throws InterruptedException;
    }

    @Override
    public Integer call() throws InterruptedException {
        Console console = new Console(spec.commandLine());
        try (RoundTrips trips = new RoundTrips(front, back)) {
            console.say("sockets", front.peer() + " - " + front + " | " + back + " - " + back.peer());
            measure(console, "synchronous", trips::synchronous);
            measure(console, "asynchronous", trips::asynchronous);
        }
        return ExitCode.OK;
    }

    private void measure(Console console, String label, Course course) throws InterruptedException {
        Duration time;
        try (ProgressLine progress = console.progress(label, number, false)) {
            time = course.run(number, progress::at);
        }
        console.say(label, String.format(Locale.ROOT, "%,9.0f calls/s", number * NANOS / time.toNanos()));
    }
}
