package io.generaldomo.examples.cli;

import io.generaldomo.examples.sniff.RecordedTraffic;
import io.generaldomo.examples.sniff.SniffingProxy;
import io.generaldomo.examples.sniff.StreamEndpoint;
import io.generaldomo.spec.sniff.Sighting;
import io.generaldomo.zmtp.transport.Endpoint;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code generaldomo sniff}: tells what ZMTP peers say to each other, from a capture, a hex dump, or as a proxy between them. */
@Command(
        name = "sniff",
        description = "Tell what ZMTP peers say to each other, in any Majordomo dialect: from a capture (pcap, pcapng), from a hex dump, or as a proxy between "
                + "them, until Ctrl-C.")
final class SniffCommand implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";

    @Spec
    private CommandSpec spec;

    @Option(names = "--listen", paramLabel = "ADDRESS", converter = BindAddress.class, description = "Be a proxy: where peers are to connect, at tcp or ipc.")
    private @Nullable Endpoint listen;

    @Option(names = "--to", paramLabel = "ADDRESS", converter = BrokerAddress.class, description = "Where the proxy connects them on to.")
    private @Nullable Endpoint to;

    @Option(names = "--hex", description = "Show the octets as well, passwords among them.")
    private boolean hex;

    @Option(names = "--json", description = "Print an object of JSON on each line.")
    private boolean json;

    @Mixin
    private VerboseOption verbose;

    @Parameters(index = "0", arity = "0..1", paramLabel = "FILE", description = "A capture or a hex dump; - is standard input, such as that of tcpdump -U -w -.")
    private @Nullable String file;

    @Override
    public Integer call() {
        Console console = new Console(spec.commandLine());
        Consumer<Sighting> printer = json ? new SightingJson(console, hex) : new SightingText(console, hex);
        if ((file == null) == (listen == null) || (listen == null) != (to == null)) {
            throw new ParameterException(spec.commandLine(), "either FILE, or --listen and --to, says what to read");
        }
        if (file != null) {
            read(file, printer);
        } else if (listen != null && to != null) {
            proxy(console, listen, to, printer);
        }
        return ExitCode.OK;
    }

    private void read(String name, Consumer<Sighting> printer) {
        try (InputStream in = name.equals(STANDARD_INPUT) ? System.in : Files.newInputStream(Path.of(name))) {
            RecordedTraffic.read(in, printer);
        } catch (NoSuchFileException e) {
            throw new ParameterException(spec.commandLine(), "there is no file '" + name + "'");
        } catch (IOException e) {
            throw new ParameterException(spec.commandLine(), "cannot read '" + name + "': " + e.getMessage());
        }
    }

    private void proxy(Console console, Endpoint from, Endpoint destination, Consumer<Sighting> printer) {
        StreamEndpoint near = StreamOnly.require(spec, from);
        StreamEndpoint far = StreamOnly.require(spec, destination);
        try (SniffingProxy proxy = SniffingProxy.between(near, far, printer)) {
            Ending ending = new Ending(console, json ? "" : "closed", proxy::close);
            console.note("listening at " + proxy.endpoint() + " for " + destination);
            ending.await();
        } catch (IOException e) {
            throw new ParameterException(spec.commandLine(), "cannot listen at " + from + ": " + e.getMessage());
        }
    }
}
