package io.generaldomo.examples.cli;

import io.generaldomo.examples.admin.AdminActions;
import io.generaldomo.examples.admin.AdminServer;
import io.generaldomo.examples.config.AdminSetup;
import io.generaldomo.examples.config.HostAndPort;
import io.generaldomo.gdp.broker.BrokerConfig;
import io.generaldomo.gdp.broker.GdpBroker;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The admin pages of a broker, if its settings ask for any. For one thread; closing is for any. */
final class AdminPages implements AutoCloseable {
    private record Asked(AdminSetup setup, AdminServer server) {}

    private final Optional<Asked> asked;

    AdminPages(Optional<AdminSetup> setup) {
        this.asked = setup.map(some -> new Asked(some, new AdminServer()));
    }

    /** A configuration whose broker tells these pages what happens in it. */
    BrokerConfig observed(BrokerConfig config) {
        return asked.map(pages -> pages.server.observe(config)).orElse(config);
    }

    /** Opens them, and says where they are. */
    void start(CommandLine command, GdpBroker broker, AdminActions actions) {
        asked.ifPresent(pages -> {
            InetSocketAddress bind = pages.setup.bind();
            String address = HostAndPort.text(bind.getHostString(), bind.getPort());
            if (bind.isUnresolved()) {
                throw new ParameterException(command, "cannot bind the admin pages to " + address + ": there is no host '" + bind.getHostString() + "'");
            }
            try {
                InetSocketAddress bound = pages.server.start(bind, broker, pages.setup.token(), actions).join();
                new Console(command).say("admin at http://" + HostAndPort.text(bind.getHostString(), bound.getPort()) + "/");
            } catch (CompletionException e) {
                throw new ParameterException(command, "cannot bind the admin pages to " + address + ": " + e.getCause().getMessage());
            }
        });
    }

    @Override
    public void close() {
        asked.ifPresent(pages -> pages.server.close());
    }
}
