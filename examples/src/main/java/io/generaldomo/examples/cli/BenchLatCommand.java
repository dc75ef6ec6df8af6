package io.generaldomo.examples.cli;

import io.generaldomo.examples.bench.Contestant;
import io.generaldomo.examples.bench.Course;
import io.generaldomo.examples.bench.Setting;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code generaldomo bench lat}: how soon messages are back. */
@Command(name = "lat", description = "Measure round trips between a client and an echo.")
final class BenchLatCommand implements Callable<Integer> {
    @Mixin
    private BenchOptions bench;

    @Option(
            names = {"-s", "--socket"},
            paramLabel = "client|dealer",
            converter = Kind.Converter.class,
            defaultValue = "client",
            description = "CLIENT and SERVER, or DEALER and ROUTER (default: ${DEFAULT-VALUE}).")
    private Kind kind;

    @Option(
            names = "--in-flight",
            paramLabel = "N",
            converter = PositiveNumber.class,
            defaultValue = "1",
            description = "Messages under way at the same time (default: ${DEFAULT-VALUE}).")
    private int inFlight;

    private enum Kind {
        CLIENT("client-server", "CLIENT and SERVER"),
        DEALER("dealer-router", "DEALER and ROUTER");

        private final String word;
        private final String title;

        Kind(String word, String title) {
            this.word = word;
            this.title = title;
        }

        private static final class Converter extends Choice<Kind> {
            private Converter() {
                super(Kind.class);
            }
        }
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        bench.measure("round trips, " + kind.title + ", " + inFlight + " in flight",
                Setting.empty().with("kind", kind.word).with("inflight", inFlight),
                (peer, setting) -> Contestant.of(peer, Course.ROUND_TRIP, setting));
        return ExitCode.OK;
    }
}
