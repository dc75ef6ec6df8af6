package io.generaldomo.examples.cli;

import io.generaldomo.examples.top.BrokerLook;
import io.generaldomo.examples.top.Screen;
import io.generaldomo.examples.top.Sight;
import io.generaldomo.examples.top.SightJson;
import io.generaldomo.gdp.GdpException;
import io.generaldomo.gdp.client.ClientConfig;
import io.generaldomo.gdp.client.GdpClient;
import io.generaldomo.zmtp.transport.Endpoint;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code generaldomo top}: the services and workers of a broker, over and over. On a terminal it takes the whole screen; elsewhere it prints one table
 * after the other, or a line of JSON each.
 */
@Command(
        name = "top",
        description = "Show the services and workers of a broker as they change, until q or Ctrl-C. The broker is asked over mmi.*, so any client's machine will do.")
final class TopCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "ENDPOINT",
            converter = BrokerAddress.class,
            description = "Where the broker is; the same as --address.")
    private @Nullable Endpoint endpoint;

    @Mixin
    private PeerOptions peer;

    @Option(
            names = "--interval",
            paramLabel = "MS",
            converter = PositiveNumber.class,
            defaultValue = "1000",
            description = "Milliseconds between two looks (default: ${DEFAULT-VALUE}).")
    private int interval;

    @Option(names = "--once", description = "Look twice, an interval apart, print what is there as a table, and end.")
    private boolean once;

    @Option(names = "--json", description = "Print an object of JSON in a line instead.")
    private boolean json;

    @Option(
            names = "--timeout",
            paramLabel = "MS",
            converter = PositiveNumber.class,
            defaultValue = "2500",
            description = "Milliseconds to wait for an answer (default: ${DEFAULT-VALUE}).")
    private int timeout;

    @Mixin
    private VerboseOption verbose;

    @Override
    public Integer call() {
        Console console = new Console(spec.commandLine());
        Endpoint address = endpoint == null ? peer.address() : endpoint;
        ClientConfig config = ClientConfig.of(peer.connectionTo(address)).withTimeout(Duration.ofMillis(timeout));
        try (GdpClient client = GdpClient.connect(config)) {
            BrokerWatch watch = new BrokerWatch(client);
            if (!json && !once && Console.isTerminal("in") && Console.isTerminal("out")) {
                return new TopScreen(watch, address.toString(), Duration.ofMillis(interval)).run(spec.commandLine().getOut(), console);
            }
            return print(watch, address, console);
        }
    }

    private int print(BrokerWatch watch, Endpoint address, Console console) {
        Ending ending = new Ending(console, "", () -> {});
        try {
            Optional<BrokerLook> before = once ? Optional.of(watch.look()) : Optional.empty();
            boolean isFirst = !once;
            while (isFirst || ending.goesOnAfter(Duration.ofMillis(interval))) {
                BrokerLook now = watch.look();
                print(Sight.of(before, now), address, console);
                if (once) {
                    return ExitCode.OK;
                }
                before = Optional.of(now);
                isFirst = false;
            }
            return ExitCode.OK;
        } catch (BrokerWatch.NotTold e) {
            console.complain(e.getMessage());
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof GdpException)) {
                throw e;
            }
            console.complain("no broker answers at " + address + " (" + peer.manner() + "): " + e.getCause().getMessage());
        }
        return ExitCode.SOFTWARE;
    }

    private void print(Sight sight, Endpoint address, Console console) {
        if (json) {
            console.say(SightJson.of(sight));
            return;
        }
        for (Screen.Line line : Screen.UNLIMITED.lines(sight, address.toString())) {
            if (line.isHead()) {
                console.head(line.text());
            } else {
                console.say(line.text());
            }
        }
        if (!once) {
            console.say("");
        }
    }
}
