package io.generaldomo.examples.cli;

import io.generaldomo.zmtp.transport.Endpoint;
import io.generaldomo.zmtp.transport.ProxyServer;
import io.generaldomo.zmtp.transport.TransportOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code --proxy}: who makes the connections of a client or a worker. */
final class ProxyOption {
    @Option(
            names = "--proxy",
            paramLabel = "PROXY",
            converter = ProxyAddress.class,
            description = "Connect through a proxy, socks5://HOST:PORT or http://HOST:PORT, which looks up the name of the broker's host.")
    private @Nullable ProxyServer proxy;

    /** Options that go through it, if it is asked for. */
    TransportOptions addTo(TransportOptions options, Endpoint broker, CommandSpec command) {
        if (proxy == null) {
            return options;
        }
        if (!broker.scheme().hasHost()) {
            throw new ParameterException(command.commandLine(), "--proxy is for addresses with a host and a port, and " + broker + " is on this machine");
        }
        return options.withProxy(proxy);
    }
}
