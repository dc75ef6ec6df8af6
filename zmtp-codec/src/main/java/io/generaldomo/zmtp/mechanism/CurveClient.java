package io.generaldomo.zmtp.mechanism;

import io.generaldomo.zmtp.CurveKey;
import io.generaldomo.zmtp.CurveKeyPair;
import io.generaldomo.zmtp.ZmtpSecurity;
import io.generaldomo.zmtp.wire.Command;
import io.generaldomo.zmtp.wire.CurveHello;
import io.generaldomo.zmtp.wire.CurveInitiate;
import io.generaldomo.zmtp.wire.CurveReady;
import io.generaldomo.zmtp.wire.CurveWelcome;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The side of CURVE that knows the other's key beforehand (RFC 26/CURVEZMQ). */
final class CurveClient implements Mechanism {
    private enum State {
        WELCOME_AWAITED,
        READY_AWAITED,
        DONE
    }

    private final ZmtpSecurity.CurveClient security;
    private final Negotiation negotiation;
    private final Lot lot;
    private final CurveKeyPair connectionKeys;
    private State state = State.WELCOME_AWAITED;
    private @Nullable Box box;
    private long sent;

    CurveClient(ZmtpSecurity.CurveClient security, Negotiation negotiation, Lot lot) {
        this.security = security;
        this.negotiation = negotiation;
        this.lot = lot;
        this.connectionKeys = lot.keys();
        negotiation.onlyType();
    }

    @Override
    public String name() {
        return security.mechanism();
    }

    @Override
    public Step start() {
        box = Box.between(connectionKeys, security.server().octets());
        byte[] proof = box.seal(Box.nonce("CurveZMQHELLO---", ++sent), new byte[64]);
        return Step.Continue.sending(new CurveHello(connectionKeys.publicKey().octets(), sent, proof).toCommand());
    }

    @Override
    public Step onCommand(Command command) {
        if (command.is(Command.ERROR)) {
            throw Refusals.byPeer(command);
        }
        return switch (state) {
            case WELCOME_AWAITED -> welcome(CurveWelcome.of(command));
            case READY_AWAITED -> ready(CurveReady.of(command));
            case DONE -> throw Refusals.unexpected("none");
        };
    }

    private Step welcome(CurveWelcome welcome) {
        byte[] opened = requireBox().open(Box.nonce("WELCOME-", welcome.nonce()), welcome.box());
        byte[] serverKey = Arrays.copyOf(opened, CurveKey.LENGTH);
        byte[] cookie = Arrays.copyOfRange(opened, CurveKey.LENGTH, opened.length);
        byte[] vouchNonce = lot.octets(CurveWelcome.NONCE_LENGTH);
        byte[] vouch = Vouch.make(security.own(), connectionKeys.publicKey(), security.server(), serverKey, vouchNonce);
        byte[] metadata = negotiation.announce(negotiation.onlyType());
        requireBox().wipe();
        box = Box.between(connectionKeys, serverKey);
        byte[] sealed = box.seal(Box.nonce("CurveZMQINITIATE", ++sent), Vouch.concat(vouch, metadata));
        state = State.READY_AWAITED;
        return Step.Continue.sending(new CurveInitiate(cookie, sent, sealed).toCommand());
    }

    private Step ready(CurveReady ready) {
        byte[] metadata = requireBox().open(Box.nonce("CurveZMQREADY---", ready.nonce()), ready.box());
        Negotiation.Outcome peer = negotiation.judge(metadata, Optional.empty());
        state = State.DONE;
        return new Step.Complete(
                Optional.empty(), peer, Optional.of(CurveTraffic.ofClient(requireBox(), sent, ready.nonce())));
    }

    private Box requireBox() {
        if (box == null) {
            throw Refusals.unexpected("none");
        }
        return box;
    }

    @Override
    public void wipe() {
        connectionKeys.wipe();
        if (box != null) {
            box.wipe();
        }
    }
}
