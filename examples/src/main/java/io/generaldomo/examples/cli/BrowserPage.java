package io.generaldomo.examples.cli;

import io.generaldomo.examples.browser.PageServer;
import io.generaldomo.zmtp.transport.Endpoint;
import io.generaldomo.zmtp.transport.Scheme;
import io.generaldomo.zmtp.transport.TransportOptions;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The page for browsers of a broker, if its settings ask for it. For one thread; closing is for any. */
final class BrowserPage implements AutoCloseable {
    private final Optional<PageServer> server;

    private BrowserPage(Optional<PageServer> server) {
        this.server = server;
    }

    /** Begins to serve it at a port, if there is one. */
    static BrowserPage open(CommandLine command, Optional<Integer> port) {
        return new BrowserPage(port.map(asked -> {
            try {
                return PageServer.at(asked);
            } catch (IOException e) {
                throw new ParameterException(command, "cannot serve a page at port " + asked + ": " + e.getMessage());
            }
        }));
    }

    /** Options that let the page in, besides others. */
    TransportOptions letIn(TransportOptions options) {
        Set<String> origins = new HashSet<>(options.webOrigins());
        server.ifPresent(page -> origins.add(page.origin()));
        return options.withWebOrigins(origins);
    }

    /** Says where it is, for a broker that is bound there. */
    void tell(Console console, Endpoint bound) {
        String broker = new Endpoint(Scheme.WS, bound.host(), bound.port(), "/", Optional.empty()).toString();
        server.ifPresent(page -> console.say("page at " + page.page(broker)));
    }

    @Override
    public void close() {
        server.ifPresent(PageServer::close);
    }
}
