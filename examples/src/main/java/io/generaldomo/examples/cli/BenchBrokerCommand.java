package io.generaldomo.examples.cli;

import io.generaldomo.examples.bench.Contestant;
import io.generaldomo.examples.bench.Course;
import io.generaldomo.examples.bench.Peer;
import io.generaldomo.examples.bench.Peers;
import io.generaldomo.examples.bench.Role;
import io.generaldomo.examples.bench.Setting;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code generaldomo bench broker}: how many requests go through a broker, and what they cost it. */
@Command(
        name = "broker",
        description = "Measure requests from a client through a broker to echo workers. A peer that has no broker of its own is measured with ours.")
final class BenchBrokerCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private BenchOptions bench;

    @Option(
            names = "--in-flight",
            paramLabel = "N",
            converter = PositiveNumber.class,
            defaultValue = "100",
            description = "Requests under way at the same time (default: ${DEFAULT-VALUE}).")
    private int inFlight;

    @Option(
            names = "--clients",
            paramLabel = "N",
            converter = PositiveNumber.class,
            description = "Connections of the client; each carries one request at a time, the others wait (default: one for each request).")
    private @Nullable Integer clients;

    @Option(
            names = "--workers",
            paramLabel = "N",
            converter = PositiveNumber.class,
            defaultValue = "10",
            description = "Workers, each with one request at a time (default: ${DEFAULT-VALUE}).")
    private int workers;

    @Option(
            names = "--services",
            paramLabel = "N",
            converter = PositiveNumber.class,
            defaultValue = "1",
            description = "Services that the workers are spread over, and that are asked in turn (default: ${DEFAULT-VALUE}).")
    private int services;

    @Option(
            names = "--dialect",
            paramLabel = "DIALECT",
            converter = PeerOptions.Spoken.Converter.class,
            defaultValue = "gdp",
            description = "What clients and workers speak: mdp01, mdp02, zproto, mdp0x over DEALER; gdp, gdp-le32, gdp-be32, gdp02, gdp03 over CLIENT "
                    + "(default: ${DEFAULT-VALUE}).")
    private PeerOptions.Spoken dialect;

    @Override
    public Integer call() throws InterruptedException, IOException {
        if (workers % services != 0) {
            throw new ParameterException(spec.commandLine(), "--workers is not a multiple of --services, which all have as many");
        }
        Setting setting = Setting.empty()
                .with("inflight", inFlight)
                .with("clients", clients == null ? inFlight : clients)
                .with("workers", workers)
                .with("services", services)
                .with("dialect", Choice.word(dialect));
        bench.measure("requests through a broker, " + inFlight + " in flight, " + workers + " workers, " + Choice.word(dialect), setting,
                BenchBrokerCommand::contestant);
        return ExitCode.OK;
    }

    private static Contestant contestant(Peer peer, Setting setting) {
        Contestant all = Contestant.of(peer, Course.BROKERED, setting);
        return peer.plays(Role.BROKER, setting) ? all : all.with(peer.name(), Role.BROKER, Peers.OURS);
    }
}
