package io.generaldomo.examples.cli;

import io.generaldomo.examples.bench.Contestant;
import io.generaldomo.examples.bench.Heat;
import io.generaldomo.examples.bench.Peer;
import io.generaldomo.examples.bench.PeerException;
import io.generaldomo.examples.bench.Peers;
import io.generaldomo.examples.bench.ScoreJson;
import io.generaldomo.examples.bench.Setting;
import io.generaldomo.examples.bench.plot.RateChart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** What all measurements take: whom, how large, how, and where the figures go. */
final class BenchOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--peer",
            paramLabel = "PEER",
            split = ",",
            converter = PeerName.class,
            description = "Whom to measure besides ours, side by side: libzmq, jeromq, nats.")
    private List<Peer> peers = new ArrayList<>();

    @Option(
            names = "--size",
            paramLabel = "OCTETS",
            split = ",",
            converter = PositiveNumber.class,
            defaultValue = "100",
            description = "Octets of a message; several, such as 10,1000, are measured one after the other (default: ${DEFAULT-VALUE}).")
    private List<Integer> sizes;

    @Option(
            names = "--mechanism",
            paramLabel = "null|curve",
            converter = Mechanism.Converter.class,
            defaultValue = "null",
            description = "ZMTP's security mechanism (default: ${DEFAULT-VALUE}).")
    private Mechanism mechanism;

    @Option(
            names = "--receive",
            paramLabel = "inbox|listener",
            converter = Receiving.Converter.class,
            defaultValue = "inbox",
            description = "Where ours handle messages: on a thread of the application, as the others do, or on the event loop (default: ${DEFAULT-VALUE}).")
    private Receiving receiving;

    @Mixin
    private BenchPace pace;

    @Mixin
    private BenchOutput output;

    @Mixin
    private VerboseOption verbose;

    /** The mechanisms that are measured. */
    private enum Mechanism {
        NULL,
        CURVE;

        private static final class Converter extends Choice<Mechanism> {
            private Converter() {
                super(Mechanism.class);
            }
        }
    }

    /** Where ours handle messages. */
    private enum Receiving {
        INBOX,
        LISTENER;

        private static final class Converter extends Choice<Receiving> {
            private Converter() {
                super(Receiving.class);
            }
        }
    }

    private static final class PeerName implements ITypeConverter<Peer> {
        @Override
        public Peer convert(String name) {
            return Peers.others().stream().filter(peer -> peer.name().equals(name)).findFirst().orElseThrow(() -> new TypeConversionException(
                    "'" + name + "' is not " + Peers.others().stream().map(Peer::name).collect(Collectors.joining(" or "))));
        }
    }

    /**
     * Measures and prints.
     *
     * @param title what is measured, for people
     * @param setting what this measurement says to its roles besides
     * @param entry how a peer takes part
     */
    void measure(String title, Setting setting, BiFunction<Peer, Setting, Contestant> entry)
            throws InterruptedException, IOException {
        Console console = new Console(command.commandLine());
        List<List<Contestant>> all = new ArrayList<>();
        for (int size : sizes) {
            Setting heat = setting.with("size", size).with("mechanism", Choice.word(mechanism)).with("receive", Choice.word(receiving));
            List<Contestant> contestants = new ArrayList<>();
            contestants.add(entry.apply(Peers.OURS, heat));
            peers.forEach(peer -> contestants.add(entry.apply(peer, heat)));
            contestants.forEach(this::requireAble);
            all.add(contestants);
        }
        BenchRun run = new BenchRun(console, title + ", " + mechanism + ", received by " + Choice.word(receiving), pace);
        List<Heat> heats = hold(run, all);
        if (output.isJson()) {
            console.say(ScoreJson.of(heats, pace.pace()));
        } else {
            run.print(heats);
        }
        if (output.plot() != null) {
            output.plot().write(RateChart.of(title, heats));
        }
    }

    private List<Heat> hold(BenchRun run, List<List<Contestant>> all) throws InterruptedException {
        try {
            return run.hold(all);
        } catch (PeerException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }

    private void requireAble(Contestant contestant) {
        contestant.missing().ifPresent(what -> {
            throw new ParameterException(command.commandLine(), "--peer " + contestant.name() + " needs " + what);
        });
        if (!contestant.plays()) {
            throw new ParameterException(command.commandLine(), contestant.name() + " cannot do this: " + contestant.setting());
        }
    }
}
