package io.generaldomo.examples.cli;

import io.generaldomo.examples.admin.AdminServer;
import io.generaldomo.examples.admin.AdminToken;
import io.generaldomo.gdp.broker.BrokerConfig;
import io.generaldomo.gdp.broker.GdpBroker;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where a broker's admin pages are, if anywhere, and who may change something there. */
final class AdminOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--admin",
            paramLabel = "HOST:PORT",
            converter = HostAndPort.class,
            description = "Where the admin pages are: dashboard, health, metrics. Everybody who reaches them can read; 127.0.0.1:8080 is for this "
                    + "machine only, port 0 a free one.")
    private @Nullable InetSocketAddress address;

    @Option(
            names = "--admin-token-file",
            paramLabel = "FILE",
            description = "The first line is what it takes to drain or disconnect from there; without it, nobody can.")
    private @Nullable Path tokenFile;

    /** The pages, not open yet; none if nobody asked for them. */
    Optional<AdminServer> server() {
        if (address == null) {
            if (tokenFile != null) {
                throw new ParameterException(command.commandLine(), "--admin-token-file needs --admin");
            }
            return Optional.empty();
        }
        return Optional.of(new AdminServer());
    }

    static BrokerConfig observed(Optional<AdminServer> server, BrokerConfig config) {
        return server.map(pages -> pages.observe(config)).orElse(config);
    }

    /** Opens the pages of a broker, and says where they are. */
    void start(AdminServer server, GdpBroker broker, Runnable drain, Console console) {
        InetSocketAddress bindTo = address;
        if (bindTo == null) {
            return;
        }
        if (bindTo.isUnresolved()) {
            throw new ParameterException(command.commandLine(), "--admin: there is no host '" + bindTo.getHostString() + "'");
        }
        try {
            InetSocketAddress bound = server.start(bindTo, broker, token(), drain).join();
            console.say("admin at http://" + HostAndPort.text(bindTo.getHostString(), bound.getPort()) + "/");
        } catch (CompletionException e) {
            throw new ParameterException(command.commandLine(), "--admin: cannot bind " + HostAndPort.text(bindTo.getHostString(), bindTo.getPort()) + ": "
                    + e.getCause().getMessage());
        }
    }

    private AdminToken token() {
        Path file = tokenFile;
        if (file == null) {
            return AdminToken.NONE;
        }
        try {
            return AdminToken.read(file);
        } catch (IOException e) {
            throw new ParameterException(command.commandLine(), "--admin-token-file: cannot read " + file);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), "--admin-token-file " + file + ": " + e.getMessage());
        }
    }
}
