package io.generaldomo.zmtp.mechanism;

import io.generaldomo.zmtp.ZmtpSecurity;
import io.generaldomo.zmtp.wire.Command;
import io.generaldomo.zmtp.wire.PlainHello;
import java.util.Optional;

/** The side of PLAIN that shows a user name and a password (RFC 24/ZMTP-PLAIN). */
final class PlainClient implements Mechanism {
    private enum State {
        WELCOME_AWAITED,
        READY_AWAITED,
        DONE
    }

    private final ZmtpSecurity.PlainClient security;
    private final Negotiation negotiation;
    private State state = State.WELCOME_AWAITED;

    PlainClient(ZmtpSecurity.PlainClient security, Negotiation negotiation) {
        this.security = security;
        this.negotiation = negotiation;
        negotiation.onlyType();
    }

    @Override
    public String name() {
        return security.mechanism();
    }

    @Override
    public Step start() {
        return Step.Continue.sending(PlainHello.command(security.user(), security.password()));
    }

    @Override
    public Step onCommand(Command command) {
        if (command.is(Command.ERROR)) {
            throw Refusals.byPeer(command);
        }
        if (state == State.WELCOME_AWAITED && command.is(Command.WELCOME) && command.data().length == 0) {
            state = State.READY_AWAITED;
            return Step.Continue.sending(new Command(Command.INITIATE, negotiation.announce(negotiation.onlyType())));
        }
        if (state == State.READY_AWAITED && command.is(Command.READY)) {
            state = State.DONE;
            return Step.Complete.inTheClear(Optional.empty(), negotiation.judge(command.data(), Optional.empty()));
        }
        throw Refusals.unexpected(state == State.WELCOME_AWAITED ? "an empty WELCOME" : "READY");
    }
}
