package io.generaldomo.examples.cli;

import io.generaldomo.gdp.GdpException;
import io.generaldomo.gdp.ServiceName;
import io.generaldomo.gdp.client.ClientConfig;
import io.generaldomo.gdp.client.GdpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code generaldomo mmi}: asks the broker about itself, its services and its workers. */
@Command(
        name = "mmi",
        description = "Ask the broker about itself: broker, services, workers [SERVICE], service NAME, service.info NAME. Exits with 1 if it "
                + "does not say yes.")
final class MmiCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private PeerOptions peer;

    @Option(
            names = "--timeout",
            paramLabel = "MS",
            converter = PositiveNumber.class,
            defaultValue = "2500",
            description = "Milliseconds to wait for the answer (default: ${DEFAULT-VALUE}).")
    private int timeout;

    @Option(names = "--json", description = "Print JSON instead of a table.")
    private boolean json;

    @Mixin
    private VerboseOption verbose;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "NAME",
            defaultValue = "broker",
            converter = ManagementName.class,
            description = "What to ask, with or without mmi. in front (default: ${DEFAULT-VALUE}).")
    private ServiceName name;

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "ARGS", description = "The frames of the question.")
    private List<String> arguments = List.of();

    @Override
    public Integer call() {
        Console console = new Console(spec.commandLine());
        ClientConfig config = ClientConfig.of(peer.connection()).withTimeout(Duration.ofMillis(timeout));
        try (GdpClient client = GdpClient.connect(config)) {
            ManagementAnswer answer = ManagementInquiry.ask(client, name, arguments);
            if (json) {
                console.say(AnswerJson.of(answer));
            } else {
                AnswerTable.print(answer, console);
            }
            return answer.isOk() ? ExitCode.OK : ExitCode.SOFTWARE;
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof GdpException)) {
                throw e;
            }
            console.note("no broker answers at " + peer.address() + " (" + peer.manner() + "): " + e.getCause().getMessage());
            return ExitCode.SOFTWARE;
        }
    }
}
