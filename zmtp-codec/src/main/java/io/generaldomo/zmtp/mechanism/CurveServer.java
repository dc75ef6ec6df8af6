package io.generaldomo.zmtp.mechanism;

import io.generaldomo.zmtp.CurveKey;
import io.generaldomo.zmtp.CurveKeyPair;
import io.generaldomo.zmtp.ZmtpCredentials;
import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpException.Reason;
import io.generaldomo.zmtp.ZmtpSecurity;
import io.generaldomo.zmtp.ZmtpUser;
import io.generaldomo.zmtp.ZmtpVerdict;
import io.generaldomo.zmtp.wire.Command;
import io.generaldomo.zmtp.wire.CurveHello;
import io.generaldomo.zmtp.wire.CurveInitiate;
import io.generaldomo.zmtp.wire.CurveReady;
import io.generaldomo.zmtp.wire.CurveWelcome;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The side of CURVE whose key the other knows beforehand (RFC 26/CURVEZMQ).
 *
 * <p>The RFC's cookie holds the server's state, sealed, for servers that keep none before INITIATE. This one has a connection and keeps its state
 * there, as libzmq does; its cookie is 96 random octets that are good for one INITIATE on the same connection.
 */
final class CurveServer implements Mechanism {
    private enum State {
        HELLO_AWAITED,
        INITIATE_AWAITED,
        VERDICT_AWAITED,
        DONE
    }

    private static final long READY_NONCE = 1;

    private final ZmtpSecurity.CurveServer security;
    private final Negotiation negotiation;
    private final Lot lot;
    private byte[] cookie = {};
    private State state = State.HELLO_AWAITED;
    private @Nullable CurveKeyPair connectionKeys;
    private byte[] clientKey = {};
    private byte[] metadata = {};
    private @Nullable Box box;
    private long received;

    CurveServer(ZmtpSecurity.CurveServer security, Negotiation negotiation, Lot lot) {
        this.security = security;
        this.negotiation = negotiation;
        this.lot = lot;
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
            case HELLO_AWAITED -> hello(CurveHello.of(command));
            case INITIATE_AWAITED -> initiate(CurveInitiate.of(command));
            case VERDICT_AWAITED, DONE -> throw Refusals.unexpected("none");
        };
    }

    private Step hello(CurveHello hello) {
        Box toClient = Box.between(security.own(), hello.clientKey());
        toClient.open(Box.nonce("CurveZMQHELLO---", hello.nonce()), hello.box());
        received = hello.nonce();
        clientKey = hello.clientKey();
        connectionKeys = lot.keys();
        cookie = lot.octets(CurveWelcome.COOKIE_LENGTH);
        byte[] nonce = lot.octets(CurveWelcome.NONCE_LENGTH);
        byte[] sealed = toClient.seal(Box.nonce("WELCOME-", nonce), Vouch.concat(connectionKeys.publicKey().octets(), cookie));
        toClient.wipe();
        state = State.INITIATE_AWAITED;
        return Step.Continue.sending(new CurveWelcome(nonce, sealed).toCommand());
    }

    private Step initiate(CurveInitiate initiate) {
        state = State.DONE; // good or not, there is one INITIATE to a cookie
        CurveKeyPair own = connectionKeys;
        if (own == null || !MessageDigest.isEqual(cookie, initiate.cookie())) {
            throw new ZmtpException(Reason.CRYPTOGRAPHIC, "an INITIATE with a cookie of another connection");
        }
        if (Long.compareUnsigned(initiate.nonce(), received) <= 0) {
            throw new ZmtpException(Reason.CRYPTOGRAPHIC, "an INITIATE whose nonce is not above that of HELLO");
        }
        box = Box.between(own, clientKey);
        byte[] opened = box.open(Box.nonce("CurveZMQINITIATE", initiate.nonce()), initiate.box());
        CurveKey client = Vouch.check(
                Arrays.copyOf(opened, CurveInitiate.VOUCHED_LENGTH), clientKey, security.own().publicKey(), own);
        received = initiate.nonce();
        metadata = Arrays.copyOfRange(opened, CurveInitiate.VOUCHED_LENGTH, opened.length);
        state = State.VERDICT_AWAITED;
        return new Step.Authenticate(security.authenticator(), new ZmtpCredentials.Key(client));
    }

    @Override
    public Step onVerdict(ZmtpVerdict verdict) {
        state = State.DONE;
        return verdict instanceof ZmtpVerdict.Accepted accepted
                ? answer(accepted.user())
                : Refusals.of((ZmtpVerdict.Refused) verdict);
    }

    private Step answer(ZmtpUser user) {
        if (box == null) {
            throw new IllegalStateException("a verdict before INITIATE");
        }
        try {
            Negotiation.Outcome peer = negotiation.judge(metadata, Optional.of(user));
            byte[] sealed = box.seal(Box.nonce("CurveZMQREADY---", READY_NONCE), negotiation.announce(peer.localType()));
            return new Step.Complete(
                    Optional.of(new CurveReady(READY_NONCE, sealed).toCommand()),
                    peer,
                    Optional.of(CurveTraffic.ofServer(box, READY_NONCE, received)));
        } catch (ZmtpException e) {
            return Refusals.of(e);
        }
    }

    @Override
    public void wipe() {
        Arrays.fill(cookie, (byte) 0);
        if (connectionKeys != null) {
            connectionKeys.wipe();
        }
        if (box != null) {
            box.wipe();
        }
    }
}
