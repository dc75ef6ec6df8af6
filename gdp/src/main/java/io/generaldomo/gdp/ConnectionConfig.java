package io.generaldomo.gdp;

import io.generaldomo.zmtp.ZmtpHeartbeat;
import io.generaldomo.zmtp.ZmtpLimits;
import io.generaldomo.zmtp.ZmtpSecurity;
import io.generaldomo.zmtp.transport.Endpoint;
import io.generaldomo.zmtp.transport.ReconnectPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How a client or a worker reaches its broker. Immutable; every {@code with} method returns a copy.
 *
 * @param endpoints where the brokers are, one or more, each as good as another: the first is tried first, and when the one in use fails it is
 *     the next one's turn, round and round
 * @param dialect what to speak; the type of socket follows from it
 * @param reconnect pace of the attempts after a loss
 * @param limits what the broker may make this side hold
 * @param heartbeat ZMTP's own heartbeat, which finds out that a silent connection is a dead one
 * @param security how this side proves to each of the brokers who it is
 * @param observer is told what happens
 */
public record ConnectionConfig(
        List<Endpoint> endpoints,
        MajordomoDialect dialect,
        ReconnectPolicy reconnect,
        ZmtpLimits limits,
        ZmtpHeartbeat heartbeat,
        ZmtpSecurity security,
        PeerObserver observer) {
    private static final ZmtpHeartbeat PING =
            new ZmtpHeartbeat(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ZERO);
    /** A broker hands a body on with another head in front: what it just about takes, its peers must be able to take as well. */
    private static final ZmtpLimits ROOM_FOR_A_HEAD = ZmtpLimits.DEFAULT.withMessageSize(ZmtpLimits.DEFAULT.messageSize() + (64 << 10));

    /**
     * Checks the configuration.
     *
     * @param endpoints as above
     * @param dialect as above
     * @param reconnect as above
     * @param limits as above
     * @param heartbeat as above
     * @param security as above
     * @param observer as above
     * @throws IllegalArgumentException if there is no endpoint, or one is a wildcard, or the security is that of a broker
     */
    public ConnectionConfig {
        endpoints = List.copyOf(endpoints);
        if (endpoints.isEmpty()) {
            throw new IllegalArgumentException("a client or worker needs a broker's endpoint");
        }
        endpoints.forEach(Endpoint::requireConnectable);
        if (security instanceof ZmtpSecurity.PlainServer || security instanceof ZmtpSecurity.CurveServer) {
            throw new IllegalArgumentException("a client or worker shows credentials, a broker asks for them");
        }
    }

    /**
     * A connection that speaks GDP, with a PING every 5 seconds and the NULL mechanism.
     *
     * @param endpoint such as {@code tcp://127.0.0.1:5555}
     * @param others further brokers, whose turn comes when those before fail
     * @return a configuration
     * @throws IllegalArgumentException if one is not an endpoint one can connect to; the message says what would be
     */
    public static ConnectionConfig to(String endpoint, String... others) {
        List<Endpoint> endpoints = new ArrayList<>();
        endpoints.add(Endpoint.parse(endpoint));
        for (String other : others) {
            endpoints.add(Endpoint.parse(other));
        }
        return new ConnectionConfig(endpoints, MajordomoDialect.GDP, ReconnectPolicy.DEFAULT, ROOM_FOR_A_HEAD, PING, ZmtpSecurity.NONE, PeerObserver.NONE);
    }

    /**
     * This configuration with another dialect.
     *
     * @param spoken what to speak, and so the type of socket
     * @return a new configuration
     */
    public ConnectionConfig withDialect(MajordomoDialect spoken) {
        return new ConnectionConfig(endpoints, spoken, reconnect, limits, heartbeat, security, observer);
    }

    /**
     * This configuration with another pace of reconnecting.
     *
     * @param policy the pace
     * @return a new configuration
     */
    public ConnectionConfig withReconnect(ReconnectPolicy policy) {
        return new ConnectionConfig(endpoints, dialect, policy, limits, heartbeat, security, observer);
    }

    /**
     * This configuration with other limits.
     *
     * @param newLimits what the broker may make this side hold
     * @return a new configuration
     */
    public ConnectionConfig withLimits(ZmtpLimits newLimits) {
        return new ConnectionConfig(endpoints, dialect, reconnect, newLimits, heartbeat, security, observer);
    }

    /**
     * This configuration with another ZMTP heartbeat.
     *
     * @param newHeartbeat when to PING the broker
     * @return a new configuration
     */
    public ConnectionConfig withHeartbeat(ZmtpHeartbeat newHeartbeat) {
        return new ConnectionConfig(endpoints, dialect, reconnect, limits, newHeartbeat, security, observer);
    }

    /**
     * This configuration with other security.
     *
     * @param newSecurity mechanism and credentials; the broker needs the same mechanism
     * @return a new configuration
     * @throws IllegalArgumentException if it is the security of a broker, which asks for credentials
     */
    public ConnectionConfig withSecurity(ZmtpSecurity newSecurity) {
        return new ConnectionConfig(endpoints, dialect, reconnect, limits, heartbeat, newSecurity, observer);
    }

    /**
     * This configuration with another observer.
     *
     * @param newObserver is told what happens, in place of the one before
     * @return a new configuration
     */
    public ConnectionConfig withObserver(PeerObserver newObserver) {
        return new ConnectionConfig(endpoints, dialect, reconnect, limits, heartbeat, security, newObserver);
    }
}
