package io.generaldomo.zmtp.mechanism;

import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpAuthenticator;
import io.generaldomo.zmtp.ZmtpConfig;
import io.generaldomo.zmtp.ZmtpCredentials;
import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpSecurity;
import io.generaldomo.zmtp.ZmtpUser;
import io.generaldomo.zmtp.ZmtpVerdict;
import io.generaldomo.zmtp.wire.Command;
import java.util.Optional;

/**
 * NULL: no credentials, no encryption; both sides send READY (RFC 37/ZMTP, "The NULL Security Mechanism").
 *
 * <p>The connecting side sends it at once, as libzmq does on both sides. The accepting side waits for the peer's, as the RFC has it, because it
 * may serve several types of socket and announces the one that fits the peer. An authenticator is asked when the peer's READY is in.
 */
final class NullMechanism implements Mechanism {
    private final Negotiation negotiation;
    private final Optional<SocketType> announcedFirst;
    private final Optional<ZmtpAuthenticator> authenticator;
    private Optional<Command> ready = Optional.empty();

    private NullMechanism(Negotiation negotiation, Optional<SocketType> announcedFirst, ZmtpSecurity.Null security) {
        this.negotiation = negotiation;
        this.announcedFirst = announcedFirst;
        this.authenticator = security.authenticator();
    }

    static NullMechanism accepting(ZmtpConfig config, ZmtpSecurity.Null security) {
        return new NullMechanism(new Negotiation(config), Optional.empty(), security);
    }

    static NullMechanism connecting(ZmtpConfig config, ZmtpSecurity.Null security) {
        Negotiation negotiation = new Negotiation(config);
        return new NullMechanism(negotiation, Optional.of(negotiation.onlyType()), security);
    }

    @Override
    public String name() {
        return "NULL";
    }

    @Override
    public Step start() {
        return new Step.Continue(announcedFirst.map(negotiation::ready));
    }

    @Override
    public Step onCommand(Command command) {
        if (command.is(Command.ERROR)) {
            throw Refusals.byPeer(command);
        }
        if (!command.is(Command.READY) || ready.isPresent()) {
            throw Refusals.unexpected("one READY or ERROR");
        }
        ready = Optional.of(command);
        return authenticator.isPresent()
                ? new Step.Authenticate(authenticator.get(), new ZmtpCredentials.Anonymous())
                : answer(command, Optional.empty());
    }

    @Override
    public Step onVerdict(ZmtpVerdict verdict) {
        return verdict instanceof ZmtpVerdict.Accepted accepted
                ? answer(ready.orElseThrow(), Optional.of(accepted.user()))
                : Refusals.of((ZmtpVerdict.Refused) verdict);
    }

    private Step answer(Command command, Optional<ZmtpUser> user) {
        try {
            Negotiation.Outcome peer = negotiation.judge(command.data(), user);
            Optional<Command> own = announcedFirst.isPresent() ? Optional.empty() : Optional.of(negotiation.ready(peer.localType()));
            return Step.Complete.inTheClear(own, peer);
        } catch (ZmtpException e) {
            return Refusals.of(e);
        }
    }
}
