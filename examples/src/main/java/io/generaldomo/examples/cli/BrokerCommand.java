package io.generaldomo.examples.cli;

import io.generaldomo.examples.admin.AdminServer;
import io.generaldomo.gdp.broker.BrokerConfig;
import io.generaldomo.gdp.broker.GdpBroker;
import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.transport.Endpoint;
import java.net.BindException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code generaldomo broker}: a broker on one address or several, until Ctrl-C. */
@Command(
        name = "broker",
        description = "Run a broker until Ctrl-C; clients and workers of both dialects may share an address.")
final class BrokerCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-a", "--address"},
            paramLabel = "ADDRESS",
            converter = BindAddress.class,
            defaultValue = "tcp://127.0.0.1:5555",
            description = "Where to accept peers (default: ${DEFAULT-VALUE}); may be given several times. Host * means all interfaces, port 0 a "
                    + "free one.")
    private List<Endpoint> addresses;

    @Option(
            names = {"-s", "--socket"},
            paramLabel = "auto|server|router",
            converter = Kind.Converter.class,
            defaultValue = "auto",
            description = "Accept CLIENT peers as a SERVER, DEALER and REQ peers as a ROUTER, or whoever comes (default: ${DEFAULT-VALUE}).")
    private Kind socket;

    @Option(
            names = "--drain",
            paramLabel = "MS",
            converter = PositiveNumber.class,
            defaultValue = "10000",
            description = "Milliseconds to finish what is under way after Ctrl-C or SIGTERM (default: ${DEFAULT-VALUE}); a second signal ends at once.")
    private int drain;

    @Mixin
    private AdmissionOptions admission;

    @Mixin
    private LimitOptions limits;

    @Mixin
    private AdminOptions admin;

    @Mixin
    private VerboseOption verbose;

    /** What the broker is to its peers. */
    enum Kind {
        AUTO("server and router"),
        SERVER("server"),
        ROUTER("router");

        private final String told;

        Kind(String told) {
            this.told = told;
        }

        private static final class Converter extends Choice<Kind> {
            private Converter() {
                super(Kind.class);
            }
        }

        CompletableFuture<Endpoint> bind(GdpBroker broker, Endpoint address) {
            return switch (this) {
                case AUTO -> broker.bind(address.toString());
                case SERVER -> broker.bind(address.toString(), SocketType.SERVER);
                case ROUTER -> broker.bind(address.toString(), SocketType.ROUTER);
            };
        }
    }

    @Override
    public Integer call() {
        Console console = new Console(spec.commandLine());
        BrokerConfig config = admission.applyTo(limits.applyTo(BrokerConfig.DEFAULT), addresses, console);
        Optional<AdminServer> pages = admin.server();
        GdpBroker broker = GdpBroker.create(AdminOptions.observed(pages, config));
        Ending ending = new Ending(console, () -> {
            drain(broker, console);
            pages.ifPresent(AdminServer::close);
        });
        try {
            for (Endpoint address : addresses) {
                console.say("broker at " + bind(broker, address) + " (" + socket.told + admission.told() + ")");
            }
            pages.ifPresent(server -> admin.start(server, broker, ending::ask, console));
        } catch (ParameterException e) {
            ending.now();
            throw e;
        }
        ending.await();
        return ExitCode.OK;
    }

    private void drain(GdpBroker broker, Console console) {
        if (!broker.drain(Duration.ofMillis(drain)).join()) {
            console.note("what was still under way after " + drain + " ms is given up; --drain waits longer");
        }
    }

    private Endpoint bind(GdpBroker broker, Endpoint address) {
        try {
            return socket.bind(broker, address).join();
        } catch (CompletionException e) {
            throw new ParameterException(spec.commandLine(), "cannot bind " + address + ": " + reason(address, e.getCause()));
        }
    }

    private static String reason(Endpoint address, Throwable cause) {
        if (cause instanceof UnresolvedAddressException) {
            return "there is no host '" + address.host() + "'";
        }
        String message = String.valueOf(cause.getMessage());
        if (cause instanceof BindException && message.contains("in use")) {
            return "the port is in use; -a chooses another, port 0 a free one";
        }
        if (cause instanceof BindException && message.contains("assign")) {
            return "this machine has no such address; tcp://*:" + address.port() + " means all it has";
        }
        return message;
    }
}
