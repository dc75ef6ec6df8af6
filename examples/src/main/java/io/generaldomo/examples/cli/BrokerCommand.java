package io.generaldomo.examples.cli;

import io.generaldomo.examples.admin.AdminActions;
import io.generaldomo.examples.config.BoundEndpoint;
import io.generaldomo.examples.config.BrokerSetup;
import io.generaldomo.examples.config.EndpointKind;
import io.generaldomo.examples.config.Environment;
import io.generaldomo.examples.config.LogFormat;
import io.generaldomo.examples.config.Reload;
import io.generaldomo.examples.config.Sources;
import io.generaldomo.gdp.broker.GdpBroker;
import io.generaldomo.zmtp.transport.Endpoint;
import io.generaldomo.zmtp.transport.ZmtpTransport;
import java.net.BindException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code generaldomo broker}: a broker on one address or several, until Ctrl-C. SIGHUP makes it read its settings again, if they are in a file. */
@Command(
        name = "broker",
        description = "Run a broker until Ctrl-C; clients and workers of both dialects may share an address.",
        abbreviateSynopsis = true)
final class BrokerCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private VerboseOption verbose;

    @Mixin
    private SettingOptions settings;

    @Override
    public Integer call() {
        Console console = new Console(spec.commandLine());
        Sources sources = settings.sources();
        Sources.Found found = sources.read();
        if (found.setup().isEmpty()) {
            found.mistakes().forEach(mistake -> console.complain(mistake.toString()));
            return ExitCode.USAGE;
        }
        BrokerSetup setup = found.setup().get();
        log(setup);
        Environment.misspelled(sources.environment()).forEach(note -> note(console, setup, note));
        setup.notes().forEach(note -> note(console, setup, note));
        run(console, sources, found, setup);
        return ExitCode.OK;
    }

    private void run(Console console, Sources sources, Sources.Found found, BrokerSetup setup) {
        BrowserPage page = BrowserPage.open(spec.commandLine(), setup.page());
        ZmtpTransport transport = ZmtpTransport.create(1).with(page.letIn(setup.transport()));
        AdminPages pages = new AdminPages(setup.admin());
        GdpBroker broker = GdpBroker.create(pages.observed(setup.config()), transport);
        Reload reload = new Reload(sources, found, changed -> {
            log(changed);
            broker.reconfigure(changed.config()).join();
        });
        Ending ending = new Ending(console, () -> {
            drain(broker, reload.current(), console);
            pages.close();
            transport.close();
            page.close();
        });
        if (sources.file().isPresent()) {
            Signals.on(number -> reload.run(), "HUP");
        }
        try {
            for (BoundEndpoint endpoint : setup.endpoints()) {
                EndpointKind kind = endpoint.kind().orElseThrow();
                String mechanism = setup.mechanism().map(name -> ", " + name).orElse("");
                Endpoint bound = bind(broker, kind, endpoint.address());
                console.say("broker at " + bound + " (" + kind.told() + mechanism + ")");
                if (endpoint.isForPages()) {
                    page.tell(console, bound);
                }
            }
            pages.start(spec.commandLine(), broker, new Actions(ending, reload));
        } catch (ParameterException e) {
            ending.now();
            throw e;
        }
        ending.await();
    }

    /** What SIGTERM and SIGHUP do, for those who are not at the machine. */
    private record Actions(Ending ending, Reload reloading) implements AdminActions {
        @Override
        public void drain() {
            ending.ask();
        }

        @Override
        public Reload.Outcome reload() {
            return reloading.run();
        }
    }

    private void log(BrokerSetup setup) {
        Logging.use(setup.logFormat(), verbose.or(setup.logLevel()));
    }

    /** Between lines for programs, a note is one of them. */
    private static void note(Console console, BrokerSetup setup, String note) {
        if (setup.logFormat() == LogFormat.JSON) {
            LoggerFactory.getLogger(BrokerCommand.class).warn(note);
        } else {
            console.note(note);
        }
    }

    private static void drain(GdpBroker broker, BrokerSetup setup, Console console) {
        if (!broker.drain(setup.drainTime()).join()) {
            note(console, setup, "what was still under way after " + setup.drainTime().toMillis() + " ms is given up; --drain waits longer");
        }
    }

    private Endpoint bind(GdpBroker broker, EndpointKind kind, Endpoint address) {
        try {
            return kind.bind(broker, address).join();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "cannot bind " + address + ": " + e.getMessage());
        } catch (CompletionException e) {
            throw new ParameterException(spec.commandLine(), "cannot bind " + address + ": " + reason(address, e.getCause()));
        }
    }

    private static String reason(Endpoint address, Throwable cause) {
        if (cause instanceof UnresolvedAddressException) {
            return "there is no host '" + address.host() + "'";
        }
        String message = String.valueOf(cause.getMessage());
        if (!address.scheme().hasHost()) {
            return message;
        }
        if (cause instanceof BindException && message.contains("in use")) {
            return "the port is in use; -a chooses another, port 0 a free one";
        }
        if (cause instanceof BindException && message.contains("assign")) {
            return "this machine has no such address; tcp://*:" + address.port() + " means all it has";
        }
        return message;
    }
}
