package io.generaldomo.zmtp.mechanism;

import io.generaldomo.zmtp.ZmtpCredentials;
import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpSecurity;
import io.generaldomo.zmtp.ZmtpUser;
import io.generaldomo.zmtp.ZmtpVerdict;
import io.generaldomo.zmtp.wire.Command;
import io.generaldomo.zmtp.wire.PlainHello;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The side of PLAIN that asks for a user name and a password (RFC 24/ZMTP-PLAIN). */
final class PlainServer implements Mechanism {
    private enum State {
        HELLO_AWAITED,
        VERDICT_AWAITED,
        INITIATE_AWAITED,
        DONE
    }

    private final ZmtpSecurity.PlainServer security;
    private final Negotiation negotiation;
    private State state = State.HELLO_AWAITED;
    private ZmtpCredentials.@Nullable Password shown;
    private Optional<ZmtpUser> user = Optional.empty();

    PlainServer(ZmtpSecurity.PlainServer security, Negotiation negotiation) {
        this.security = security;
        this.negotiation = negotiation;
    }

    @Override
    public String name() {
        return security.mechanism();
    }

    @Override
    public boolean isServer() {
        return true;
    }

    @Override
    public Step start() {
        return new Step.Continue(Optional.empty());
    }

    @Override
    public Step onCommand(Command command) {
        return switch (state) {
            case HELLO_AWAITED -> hello(PlainHello.of(command));
            case INITIATE_AWAITED -> initiate(command);
            case VERDICT_AWAITED, DONE -> throw Refusals.unexpected("none");
        };
    }

    private Step hello(PlainHello hello) {
        state = State.VERDICT_AWAITED;
        shown = new ZmtpCredentials.Password(hello.user(), hello.password());
        return new Step.Authenticate(security.authenticator(), shown);
    }

    @Override
    public Step onVerdict(ZmtpVerdict verdict) {
        wipe();
        if (verdict instanceof ZmtpVerdict.Refused refused) {
            state = State.DONE;
            return Refusals.of(refused);
        }
        state = State.INITIATE_AWAITED;
        user = Optional.of(((ZmtpVerdict.Accepted) verdict).user());
        return Step.Continue.sending(new Command(Command.WELCOME, new byte[0]));
    }

    private Step initiate(Command command) {
        if (!command.is(Command.INITIATE)) {
            throw Refusals.unexpected("INITIATE");
        }
        state = State.DONE;
        try {
            Negotiation.Outcome peer = negotiation.judge(command.data(), user);
            return Step.Complete.inTheClear(Optional.of(negotiation.ready(peer.localType())), peer);
        } catch (ZmtpException e) {
            return Refusals.of(e);
        }
    }

    @Override
    public void wipe() {
        if (shown != null) {
            shown.wipe();
        }
    }
}
