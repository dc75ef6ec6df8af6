package io.generaldomo.zmtp.authentication;

import io.generaldomo.zmtp.ZmtpApplicant;
import io.generaldomo.zmtp.ZmtpAuthenticator;
import io.generaldomo.zmtp.ZmtpCredentials;
import io.generaldomo.zmtp.ZmtpVerdict;
import io.generaldomo.zmtp.ZmtpVerdict.Refusal;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Lets in everybody who has a CURVE key, whichever it is: traffic is encrypted and clients know whom they talk to, but anyone may come. The user
 * is named after the key, as Z85. What is not CURVE is refused.
 */
public final class AnyValidKey implements ZmtpAuthenticator {
    /** Makes the authenticator. */
    public AnyValidKey() {}

    @Override
    public CompletionStage<ZmtpVerdict> authenticate(ZmtpApplicant applicant) {
        return CompletableFuture.completedFuture(applicant.credentials() instanceof ZmtpCredentials.Key shown
                ? ZmtpVerdict.accept(shown.key().z85())
                : ZmtpVerdict.refuse(Refusal.NOT_AUTHENTICATED));
    }
}
