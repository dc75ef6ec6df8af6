package io.generaldomo.examples.cli;

import io.generaldomo.examples.browser.PageServer;
import io.generaldomo.zmtp.transport.Endpoint;
import io.generaldomo.zmtp.transport.Scheme;
import io.generaldomo.zmtp.transport.TransportOptions;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a broker has to do with browsers: {@code --web-origin} and {@code --page}. */
final class WebOptions {
    private static final Set<Scheme> WEB = Set.of(Scheme.WS, Scheme.TCP_WS);

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--web-origin",
            paramLabel = "ORIGIN",
            description = "Let in web pages of this origin, such as https://app.example, at addresses of ws:// and tcp+ws://; may be given several times. "
                    + "* lets in all.")
    private List<String> origins = List.of();

    @Option(
            names = "--page",
            paramLabel = "PORT",
            description = "Serve a page on this machine that makes requests from a browser, and let it in; port 0 is a free one.")
    private @Nullable Integer port;

    /** Begins to serve the page, if it was asked for. */
    @Nullable PageServer page(List<Endpoint> addresses) {
        if (port == null) {
            return null;
        }
        if (addresses.stream().noneMatch(WebOptions::isForBrowsers)) {
            throw new ParameterException(command.commandLine(), "--page needs an address that a browser can connect to, such as -a tcp+ws://127.0.0.1:5555");
        }
        try {
            return PageServer.at(port);
        } catch (IOException | IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), "cannot serve a page at port " + port + ": " + e.getMessage());
        }
    }

    static boolean isForBrowsers(Endpoint address) {
        return WEB.contains(address.scheme());
    }

    /** What a browser connects to where that was bound. */
    static String inBrowsers(Endpoint bound) {
        return new Endpoint(Scheme.WS, bound.host(), bound.port(), "/", Optional.empty()).toString();
    }

    TransportOptions transport(@Nullable PageServer page) {
        Set<String> all = new HashSet<>(origins);
        if (page != null) {
            all.add(page.origin());
        }
        return TransportOptions.DEFAULT.withWebOrigins(all);
    }
}
