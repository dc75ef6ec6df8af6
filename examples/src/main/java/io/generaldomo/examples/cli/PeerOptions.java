package io.generaldomo.examples.cli;

import io.generaldomo.gdp.ConnectionConfig;
import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.transport.Endpoint;
import picocli.CommandLine.Option;

/** How a client or a worker reaches its broker: {@code -a} and {@code -s}. */
final class PeerOptions {
    @Option(
            names = {"-a", "--address"},
            paramLabel = "ADDRESS",
            converter = BrokerAddress.class,
            defaultValue = "tcp://127.0.0.1:5555",
            description = "Where the broker is (default: ${DEFAULT-VALUE}).")
    private Endpoint address;

    @Option(
            names = {"-s", "--socket"},
            paramLabel = "client|dealer",
            converter = Kind.Converter.class,
            defaultValue = "client",
            description = "Speak GDP from a CLIENT socket, or MDP from a DEALER socket (default: ${DEFAULT-VALUE}).")
    private Kind socket;

    /** The kinds of socket. */
    enum Kind {
        CLIENT,
        DEALER;

        private static final class Converter extends Choice<Kind> {
            private Converter() {
                super(Kind.class);
            }
        }

        @Override
        public String toString() {
            return Choice.word(this);
        }
    }

    Endpoint address() {
        return address;
    }

    Kind socket() {
        return socket;
    }

    ConnectionConfig connection() {
        return ConnectionConfig.to(address.toString())
                .withSocketType(socket == Kind.CLIENT ? SocketType.CLIENT : SocketType.DEALER);
    }
}
