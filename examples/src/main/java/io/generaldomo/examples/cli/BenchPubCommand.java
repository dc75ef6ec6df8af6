package io.generaldomo.examples.cli;

import io.generaldomo.examples.bench.Contestant;
import io.generaldomo.examples.bench.Course;
import io.generaldomo.examples.bench.Peer;
import io.generaldomo.examples.bench.Setting;
import io.generaldomo.examples.bench.role.Topics;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code generaldomo bench pub}: how many messages a publisher delivers to many subscribers, and what that costs it. */
@Command(
        name = "pub",
        description = "Measure messages from a PUB socket to many SUB sockets, each of which subscribes to its topic by three prefixes of it.")
final class BenchPubCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private BenchOptions bench;

    @Option(
            names = "--subscribers",
            paramLabel = "N",
            converter = PositiveNumber.class,
            defaultValue = "1000",
            description = "SUB sockets, all in one process (default: ${DEFAULT-VALUE}).")
    private int subscribers;

    @Option(
            names = "--topics",
            paramLabel = "N",
            converter = PositiveNumber.class,
            defaultValue = "10",
            description = "Topics that are published in turn, and that the subscribers are spread over (default: ${DEFAULT-VALUE}).")
    private int topics;

    @Option(
            names = "--when-full",
            paramLabel = "wait|drop",
            converter = WhenFull.Converter.class,
            defaultValue = "wait",
            description = "What the publisher does when the queue of a subscriber is full: wait, so that nothing is lost, or drop (default: ${DEFAULT-VALUE}).")
    private WhenFull whenFull;

    private enum WhenFull {
        WAIT,
        DROP;

        private static final class Converter extends Choice<WhenFull> {
            private Converter() {
                super(WhenFull.class);
            }
        }
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        if (subscribers % topics != 0) {
            throw new ParameterException(spec.commandLine(), "--subscribers is not a multiple of --topics, which all have as many");
        }
        Setting setting = Setting.empty()
                .with("kind", "pub-sub")
                .with("subscribers", subscribers)
                .with("topics", topics)
                .with("whenfull", Choice.word(whenFull))
                .with("footprint", true);
        bench.measure("PUB to " + subscribers + " SUBs, " + topics + " topics, " + subscribers / topics + " SUBs for each message, full queues "
                + Choice.word(whenFull), setting, this::contestant);
        return ExitCode.OK;
    }

    private Contestant contestant(Peer peer, Setting setting) {
        if (Integer.parseInt(setting.value("size").orElseThrow()) < Topics.LENGTH) {
            throw new ParameterException(spec.commandLine(), "--size is less than the " + Topics.LENGTH + " octets of a topic");
        }
        return Contestant.of(peer, Course.FAN_OUT, setting);
    }
}
