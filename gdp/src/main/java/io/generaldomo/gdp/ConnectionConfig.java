package io.generaldomo.gdp;

import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpHeartbeat;
import io.generaldomo.zmtp.ZmtpLimits;
import io.generaldomo.zmtp.transport.Endpoint;
import io.generaldomo.zmtp.transport.ReconnectPolicy;
import java.time.Duration;

/**
 * How a client or a worker reaches its broker. Immutable; every {@code with} method returns a copy.
 *
 * @param endpoint where the broker is
 * @param socketType {@link SocketType#CLIENT} speaks GDP in single parts, {@link SocketType#DEALER} speaks 7/MDP
 * @param reconnect pace of the attempts after a loss
 * @param limits what the broker may make this side hold
 * @param heartbeat ZMTP's own heartbeat, which finds out that a silent connection is a dead one
 */
public record ConnectionConfig(
        Endpoint endpoint, SocketType socketType, ReconnectPolicy reconnect, ZmtpLimits limits, ZmtpHeartbeat heartbeat) {
    private static final ZmtpHeartbeat PING =
            new ZmtpHeartbeat(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ZERO);
    /** A broker hands a body on with another head in front: what it just about takes, its peers must be able to take as well. */
    private static final ZmtpLimits ROOM_FOR_A_HEAD = ZmtpLimits.DEFAULT.withMessageSize(ZmtpLimits.DEFAULT.messageSize() + (64 << 10));

    /**
     * Checks the configuration.
     *
     * @param endpoint as above
     * @param socketType as above
     * @param reconnect as above
     * @param limits as above
     * @param heartbeat as above
     * @throws IllegalArgumentException if the endpoint is a wildcard, or the socket is of another type
     */
    public ConnectionConfig {
        endpoint.requireConnectable();
        if (socketType != SocketType.CLIENT && socketType != SocketType.DEALER) {
            throw new IllegalArgumentException("a client or worker has a CLIENT or a DEALER socket, not a " + socketType);
        }
    }

    /**
     * A connection to a broker over a CLIENT socket, with a PING every 5 seconds.
     *
     * @param endpoint such as {@code tcp://127.0.0.1:5555}
     * @return a configuration
     * @throws IllegalArgumentException if that is not an endpoint one can connect to; the message says what would be
     */
    public static ConnectionConfig to(String endpoint) {
        return new ConnectionConfig(
                Endpoint.parse(endpoint), SocketType.CLIENT, ReconnectPolicy.DEFAULT, ROOM_FOR_A_HEAD, PING);
    }

    /**
     * This configuration with another type of socket.
     *
     * @param type CLIENT or DEALER
     * @return a new configuration
     * @throws IllegalArgumentException if the type is neither
     */
    public ConnectionConfig withSocketType(SocketType type) {
        return new ConnectionConfig(endpoint, type, reconnect, limits, heartbeat);
    }

    /**
     * This configuration with another pace of reconnecting.
     *
     * @param policy the pace
     * @return a new configuration
     */
    public ConnectionConfig withReconnect(ReconnectPolicy policy) {
        return new ConnectionConfig(endpoint, socketType, policy, limits, heartbeat);
    }

    /**
     * This configuration with other limits.
     *
     * @param newLimits what the broker may make this side hold
     * @return a new configuration
     */
    public ConnectionConfig withLimits(ZmtpLimits newLimits) {
        return new ConnectionConfig(endpoint, socketType, reconnect, newLimits, heartbeat);
    }

    /**
     * This configuration with another ZMTP heartbeat.
     *
     * @param newHeartbeat when to PING the broker
     * @return a new configuration
     */
    public ConnectionConfig withHeartbeat(ZmtpHeartbeat newHeartbeat) {
        return new ConnectionConfig(endpoint, socketType, reconnect, limits, newHeartbeat);
    }
}
