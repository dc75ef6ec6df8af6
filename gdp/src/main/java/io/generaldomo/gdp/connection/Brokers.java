package io.generaldomo.gdp.connection;

import io.generaldomo.gdp.ConnectionConfig;
import io.generaldomo.gdp.MajordomoDialect;
import io.generaldomo.gdp.PeerObserver;
import io.generaldomo.gdp.protocol.Dialect;
import io.generaldomo.zmtp.ZmtpConfig;
import io.generaldomo.zmtp.transport.Endpoint;
import io.generaldomo.zmtp.transport.ZmtpTransport;
import io.netty.channel.EventLoop;
import java.util.List;

/**
 * The brokers that a client or worker may use, and whose turn it is: all its connections go to the same one until that one fails, since a
 * request and the worker for it have to meet at one broker.
 *
 * <p>Confined to its event loop, except {@link #loop()}, {@link #config()}, {@link #dialect()} and {@link #presence()}.
 */
public final class Brokers {
    private final ZmtpTransport transport;
    private final EventLoop loop;
    private final ConnectionConfig config;
    private final Dialect dialect;
    private final PeerObserver observer;
    private final Presence presence;
    private int turn;

    /**
     * The brokers of a configuration.
     *
     * @param transport opens the channels
     * @param loop the event loop on which everything happens
     * @param config where the brokers are, and how to reach them
     */
    public Brokers(ZmtpTransport transport, EventLoop loop, ConnectionConfig config) {
        this.transport = transport;
        this.loop = loop;
        this.config = config;
        this.dialect = dialect(config.dialect());
        this.observer = config.observer() == PeerObserver.NONE ? PeerObserver.NONE : new GuardedObserver(config.observer());
        this.presence = new Presence(observer);
    }

    private static Dialect dialect(MajordomoDialect chosen) {
        return switch (chosen) {
            case MDP_01 -> Dialect.MDP_01;
            case MDP_02 -> Dialect.MDP_02;
            case MDP_02_ZPROTO -> Dialect.MDP_02_ZPROTO;
            case MDP_0X -> Dialect.MDP_0X;
            case GDP -> Dialect.GDP;
            case GDP_LE32 -> Dialect.GDP_LE32;
            case GDP_BE32 -> Dialect.GDP_BE32;
            case GDP_02 -> Dialect.GDP_02;
            case GDP_03 -> Dialect.GDP_03;
        };
    }

    /**
     * Begins to connect.
     *
     * @param listener is told what happens
     * @return the connection, to be closed by the caller
     */
    public BrokerConnection connect(BrokerListener listener) {
        return BrokerConnection.open(this, transport, listener);
    }

    /**
     * The event loop on which everything happens.
     *
     * @return the event loop
     */
    public EventLoop loop() {
        return loop;
    }

    /**
     * How the brokers are reached.
     *
     * @return the configuration
     */
    public ConnectionConfig config() {
        return config;
    }

    /**
     * What is spoken with them.
     *
     * @return the dialect
     */
    public Dialect dialect() {
        return dialect;
    }

    /**
     * Is told what happens; never throws.
     *
     * @return the observer
     */
    public PeerObserver observer() {
        return observer;
    }

    /**
     * What all the connections make of this side.
     *
     * @return the one presence of the client or worker
     */
    public Presence presence() {
        return presence;
    }

    /** Whose turn it is. */
    Endpoint current() {
        return config.endpoints().get(turn);
    }

    /** Passes the turn on from a broker that failed, unless another connection has done so already. */
    void pass(Endpoint failed) {
        List<Endpoint> endpoints = config.endpoints();
        if (endpoints.get(turn).equals(failed)) {
            turn = (turn + 1) % endpoints.size();
        }
    }

    ZmtpConfig zmtp() {
        return ZmtpConfig.of(config.dialect().socketType())
                .withLimits(config.limits())
                .withHeartbeat(config.heartbeat())
                .withSecurity(config.security());
    }
}
