package io.generaldomo.examples.cli;

import io.generaldomo.gdp.broker.BrokerConfig;
import io.generaldomo.zmtp.ConnectionLimits;
import java.time.Duration;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What all peers together, each address and each peer may make a broker hold. */
final class LimitOptions {
    /** One handshake in so many is left for other addresses. */
    private static final int FOR_OTHERS = 4;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--max-connections",
            paramLabel = "N",
            converter = PositiveNumber.class,
            defaultValue = "65536",
            description = "Connections at the same time (default: ${DEFAULT-VALUE}). One too many is closed at once.")
    private int connections;

    @Option(
            names = "--max-connections-per-address",
            paramLabel = "N",
            converter = PositiveNumber.class,
            defaultValue = "65536",
            description = "Connections from one address (default: ${DEFAULT-VALUE}); all of an IPv6 /64 is one.")
    private int connectionsPerAddress;

    @Option(
            names = "--max-handshakes",
            paramLabel = "N",
            converter = PositiveNumber.class,
            defaultValue = "1000",
            description = "Connections whose handshake is not done (default: ${DEFAULT-VALUE}); three in four of them may come from one address.")
    private int handshakes;

    @Option(
            names = "--handshake-time",
            paramLabel = "MS",
            converter = PositiveNumber.class,
            defaultValue = "30000",
            description = "Milliseconds until a handshake has to be done (default: ${DEFAULT-VALUE}).")
    private int handshakeTime;

    @Option(
            names = "--max-message",
            paramLabel = "OCTETS",
            converter = PositiveNumber.class,
            defaultValue = "67108864",
            description = "Octets in a message (default: ${DEFAULT-VALUE}). Who sends a larger one loses the connection.")
    private int message;

    BrokerConfig applyTo(BrokerConfig config) {
        int handshakesPerAddress = handshakes - handshakes / FOR_OTHERS;
        ConnectionLimits accepted = new ConnectionLimits(connections, connectionsPerAddress, handshakes, handshakesPerAddress);
        try {
            return config.withLimits(config.limits()
                    .withMessageSize(message)
                    .withHandshakeTime(Duration.ofMillis(handshakeTime))
                    .withAccepted(accepted));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), "--max-message " + message + ": " + e.getMessage());
        }
    }
}
