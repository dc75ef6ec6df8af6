package io.generaldomo.zmtp.mechanism;

import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpConfig;
import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpException.Reason;
import io.generaldomo.zmtp.wire.Command;
import io.generaldomo.zmtp.wire.ErrorReason;
import java.util.Optional;

/**
 * NULL: no authentication, no encryption; both sides send READY (RFC 37/ZMTP, "The NULL Security Mechanism").
 *
 * <p>The connecting side sends it at once, as libzmq does on both sides. The accepting side waits for the peer's, as the RFC has it, because it
 * may serve several types of socket and announces the one that fits the peer.
 */
public final class NullMechanism implements Mechanism {
    /** The name of this mechanism. */
    public static final String NAME = "NULL";

    private final Negotiation negotiation;
    private final Optional<SocketType> announcedFirst;

    private NullMechanism(Negotiation negotiation, Optional<SocketType> announcedFirst) {
        this.negotiation = negotiation;
        this.announcedFirst = announcedFirst;
    }

    /**
     * The side that was connected to.
     *
     * @param config what this side is
     * @return a mechanism for one connection
     */
    public static NullMechanism accepting(ZmtpConfig config) {
        return new NullMechanism(new Negotiation(config), Optional.empty());
    }

    /**
     * The side that connects.
     *
     * @param config what this side is: of its types of socket the first counts
     * @return a mechanism for one connection
     */
    public static NullMechanism connecting(ZmtpConfig config) {
        return new NullMechanism(new Negotiation(config), Optional.of(config.socketTypes().get(0)));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Step start() {
        return new Step.Continue(announcedFirst.map(this::ready));
    }

    @Override
    public Step onCommand(Command command) {
        if (command.is(Command.ERROR)) {
            throw new ZmtpException(Reason.REFUSED_BY_PEER, "the peer refused: " + ErrorReason.of(command).text());
        }
        if (!command.is(Command.READY)) {
            throw new ZmtpException(Reason.MALFORMED, "a command other than READY or ERROR in the handshake");
        }
        try {
            Negotiation.Outcome peer = negotiation.judge(command.data());
            return new Step.Complete(announcedFirst.isPresent() ? Optional.empty() : Optional.of(ready(peer.localType())), peer);
        } catch (ZmtpException e) {
            if (e.reason() != Reason.SOCKET_TYPE_MISMATCH) {
                throw e;
            }
            return new Step.Refuse(Optional.of(new ErrorReason("Socket type not accepted").toCommand()), e);
        }
    }

    private Command ready(SocketType localType) {
        return new Command(Command.READY, negotiation.announce(localType));
    }
}
