package io.generaldomo.zmtp.mechanism;

import io.generaldomo.zmtp.ZmtpConfig;
import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpSecurity;
import io.generaldomo.zmtp.ZmtpVerdict;
import io.generaldomo.zmtp.wire.Command;

/**
 * One side of a security handshake. Confined to the thread that drives it; used for one connection.
 *
 * <p>Events come one at a time: {@link #start}, then commands; after {@link Step.Authenticate} the verdict is awaited, and a command that comes
 * before it is refused, since no peer has anything to say then.
 */
public interface Mechanism {
    /**
     * The mechanism of the side that was connected to.
     *
     * @param config what this side is
     * @return a mechanism for one connection
     * @throws IllegalArgumentException if a side of several types of socket is to announce its type first
     */
    static Mechanism accepting(ZmtpConfig config) {
        return config.security() instanceof ZmtpSecurity.Null nothing
                ? NullMechanism.accepting(config, nothing)
                : secured(config);
    }

    /**
     * The mechanism of the side that connects.
     *
     * @param config what this side is
     * @return a mechanism for one connection
     * @throws IllegalArgumentException if a side of several types of socket is to announce its type first
     */
    static Mechanism connecting(ZmtpConfig config) {
        return config.security() instanceof ZmtpSecurity.Null nothing
                ? NullMechanism.connecting(config, nothing)
                : secured(config);
    }

    /** The mechanisms that have roles of their own, whoever connects. */
    private static Mechanism secured(ZmtpConfig config) {
        Negotiation negotiation = new Negotiation(config);
        if (config.security() instanceof ZmtpSecurity.PlainClient client) {
            return new PlainClient(client, negotiation);
        }
        if (config.security() instanceof ZmtpSecurity.PlainServer server) {
            return new PlainServer(server, negotiation);
        }
        if (config.security() instanceof ZmtpSecurity.CurveClient client) {
            return new CurveClient(client, negotiation, Lot.fair());
        }
        return new CurveServer((ZmtpSecurity.CurveServer) config.security(), negotiation, Lot.fair());
    }

    /**
     * The name that stands in the greeting.
     *
     * @return up to 20 ASCII characters
     */
    String name();

    /**
     * Whether this side has the server's role.
     *
     * @return what the greeting says as {@code as-server}; NULL has no roles
     */
    default boolean isServer() {
        return false;
    }

    /**
     * The greetings were exchanged and name this mechanism.
     *
     * @return the first step
     */
    Step start();

    /**
     * The peer sent a command.
     *
     * @param command the command; its data may be overwritten
     * @return the next step
     * @throws ZmtpException if the command is malformed or does not belong here; nothing is to be sent then
     */
    Step onCommand(Command command);

    /**
     * The authenticator has decided.
     *
     * @param verdict what it found
     * @return the next step
     * @throws ZmtpException if the peer is let in, but what it announced is malformed
     */
    default Step onVerdict(ZmtpVerdict verdict) {
        throw new IllegalStateException("nothing was asked");
    }

    /** Overwrites the secrets of the handshake, which is done or has failed. May be called twice. */
    default void wipe() {}
}
