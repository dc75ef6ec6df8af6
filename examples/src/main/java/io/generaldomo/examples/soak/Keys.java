package io.generaldomo.examples.soak;

import io.generaldomo.zmtp.CurveKeyPair;
import io.generaldomo.zmtp.ZmtpAuthenticator;
import io.generaldomo.zmtp.ZmtpCredentials;
import io.generaldomo.zmtp.ZmtpSecurity;
import io.generaldomo.zmtp.ZmtpVerdict;
import java.util.concurrent.CompletableFuture;

/** The keys of a soak: the broker's, the one that may enter, and those that may not. */
final class Keys {
    private final CurveKeyPair broker = CurveKeyPair.generate();
    private final CurveKeyPair guest = CurveKeyPair.generate();

    /** The broker's side: lets the guest's key in and no other. */
    ZmtpSecurity broker() {
        ZmtpAuthenticator onlyGuests = applicant -> CompletableFuture.completedFuture(
                applicant.credentials() instanceof ZmtpCredentials.Key key && key.key().equals(guest.publicKey())
                        ? ZmtpVerdict.accept("guest")
                        : ZmtpVerdict.refuse(ZmtpVerdict.Refusal.NOT_AUTHENTICATED));
        return new ZmtpSecurity.CurveServer(broker, onlyGuests);
    }

    /** Somebody who is let in. */
    ZmtpSecurity guest() {
        return new ZmtpSecurity.CurveClient(guest, broker.publicKey());
    }

    /** Somebody whose key nobody knows. */
    ZmtpSecurity stranger() {
        return new ZmtpSecurity.CurveClient(CurveKeyPair.generate(), broker.publicKey());
    }

    /** Somebody who expects another broker. */
    ZmtpSecurity lost() {
        return new ZmtpSecurity.CurveClient(guest, CurveKeyPair.generate().publicKey());
    }
}
