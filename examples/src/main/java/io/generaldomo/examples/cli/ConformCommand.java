package io.generaldomo.examples.cli;

import io.generaldomo.examples.conform.HtmlReport;
import io.generaldomo.examples.conform.JUnitReport;
import io.generaldomo.examples.conform.JsonReport;
import io.generaldomo.examples.sniff.StreamEndpoint;
import io.generaldomo.spec.conformance.Approach;
import io.generaldomo.spec.conformance.ConformanceCase;
import io.generaldomo.spec.conformance.Level;
import io.generaldomo.spec.conformance.Report;
import io.generaldomo.spec.conformance.Runner;
import io.generaldomo.spec.conformance.Target;
import io.generaldomo.spec.conformance.Transport;
import io.generaldomo.spec.conformance.cases.Suite;
import io.generaldomo.zmtp.transport.Endpoint;
import io.generaldomo.zmtp.transport.Scheme;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code generaldomo conform}: runs the conformance kit against any peer. */
@Command(
        name = "conform",
        description = "Test how well a peer of any make speaks ZMTP, and Majordomo if it is a broker, a worker or a client: the kit finds out, by a request "
                + "of its own or by what the peer says first. Each case has connections of its own; what does not apply to the peer is left out. Exits "
                + "with 1 if a MUST fails.")
final class ConformCommand implements Callable<Integer> {
    private static final int LANES = 16;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ENDPOINT", converter = BindAddress.class, description = "Where the peer is bound, at tcp, ipc, ws, tls+tcp or wss; with --listen, where it connects to, at tcp or ipc.")
    private Endpoint endpoint;

    @Option(names = "--listen", description = "Bind ENDPOINT, and wait for a peer that connects again and again, such as a worker.")
    private boolean listen;

    @Option(names = "--echo", description = "The peer sends back what it receives: more cases apply.")
    private boolean echo;

    @Option(
            names = "--group",
            paramLabel = "NAME",
            description = "Run the cases whose ids contain this only, as framing, zmtp/3.1/greeting or mdp/0.1; several times for several.")
    private List<String> groups = List.of();

    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            converter = ConformLevel.class,
            description = "Run the cases of one level only: must, should or interoperates.")
    private @Nullable Level level;

    @Option(
            names = "--patience",
            paramLabel = "MS",
            converter = PositiveNumber.class,
            defaultValue = "3000",
            description = "Milliseconds to wait for what the peer should do (default: ${DEFAULT-VALUE}).")
    private int patience;

    @Option(
            names = "--handshake-time",
            paramLabel = "MS",
            converter = PositiveNumber.class,
            description = "The peer closes a connection whose handshake takes longer than these milliseconds: more cases apply.")
    private @Nullable Integer handshakeTime;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(names = "--junit", paramLabel = "FILE", description = "Write a report for JUnit's tools.")
    private @Nullable Path junit;

    @Option(names = "--html", paramLabel = "FILE", description = "Write a report for people, in one file.")
    private @Nullable Path html;

    @Mixin
    private ConformCredentials credentials;

    @Mixin
    private TlsOptions tls;

    @Mixin
    private VerboseOption verbose;

    @Override
    public Integer call() throws InterruptedException {
        Console console = new Console(spec.commandLine());
        List<ConformanceCase> cases = cases();
        try {
            Report report = listen ? listening(console, cases) : run(connecting(), LANES, console, cases);
            if (json) {
                console.say(JsonReport.of(report));
            } else {
                new ConformReport(console).tell(report);
            }
            write(junit, JUnitReport.of(report));
            write(html, HtmlReport.of(endpoint.toString(), report));
            return report.failures(Level.MUST).isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
        } catch (IOException e) {
            console.note("no report on " + endpoint + ": " + e.getMessage());
            return ExitCode.SOFTWARE;
        }
    }

    private List<ConformanceCase> cases() {
        List<ConformanceCase> chosen = Suite.all().stream()
                .filter(each -> level == null || each.level() == level)
                .filter(each -> groups.isEmpty() || groups.stream().anyMatch(each.id()::contains))
                .toList();
        if (chosen.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "no such cases; the groups are " + String.join(", ", Suite.groups()));
        }
        return chosen;
    }

    private Report listening(Console console, List<ConformanceCase> cases) throws IOException, InterruptedException {
        StreamEndpoint stream = StreamOnly.require(spec, endpoint);
        try (ServerSocket listener = stream.bind()) {
            console.note("waiting for a peer at " + stream.boundAs(listener));
            return run(Approach.accept(listener), 1, console, cases);
        }
    }

    private Approach connecting() throws IOException {
        return switch (endpoint.scheme()) {
            case WS -> Approach.connect(address());
            case TLS_TCP, WSS -> connectingOverTls();
            default -> {
                StreamEndpoint stream = StreamOnly.require(spec, endpoint);
                yield Approach.connect(stream.address(), stream::socket);
            }
        };
    }

    private Approach connectingOverTls() throws IOException {
        try {
            TlsSockets sockets = new TlsSockets(tls.files());
            sockets.tryOut(address(), patience);
            return Approach.connect(address(), sockets);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    private InetSocketAddress address() {
        return new InetSocketAddress(endpoint.host(), endpoint.port());
    }

    private Report run(Approach approach, int lanes, Console console, List<ConformanceCase> cases) throws IOException, InterruptedException {
        Transport carrier = endpoint.scheme() == Scheme.WS || endpoint.scheme() == Scheme.WSS ? Transport.WEB_SOCKET : Transport.STREAM;
        Optional<Duration> time = Optional.ofNullable(handshakeTime).map(Duration::ofMillis);
        Target target = new Target(approach, echo, credentials.credentials(), Duration.ofMillis(patience), time, carrier);
        AtomicInteger done = new AtomicInteger();
        try (ProgressLine progress = console.progress("testing " + endpoint, cases.size(), false)) {
            return new Runner(target, lanes).run(cases, outcome -> progress.at(done.incrementAndGet()));
        }
    }

    private static void write(@Nullable Path file, String text) throws IOException {
        if (file != null) {
            Files.writeString(file, text);
        }
    }
}
