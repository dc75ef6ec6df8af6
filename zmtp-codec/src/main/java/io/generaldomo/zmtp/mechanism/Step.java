package io.generaldomo.zmtp.mechanism;

import io.generaldomo.zmtp.ZmtpAuthenticator;
import io.generaldomo.zmtp.ZmtpCredentials;
import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.wire.Command;
import io.generaldomo.zmtp.wire.ErrorReason;
import java.util.Optional;

/** What a mechanism wants done after an event. */
public sealed interface Step {
    /**
     * The command to send first.
     *
     * @return a command, or empty if there is nothing to send
     */
    default Optional<Command> send() {
        return Optional.empty();
    }

    /**
     * The handshake goes on.
     *
     * @param send the command to send first
     */
    record Continue(Optional<Command> send) implements Step {
        static Continue sending(Command command) {
            return new Continue(Optional.of(command));
        }
    }

    /**
     * The handshake awaits the verdict of an authenticator.
     *
     * @param authenticator whom to ask
     * @param credentials what the peer has shown
     */
    record Authenticate(ZmtpAuthenticator authenticator, ZmtpCredentials credentials) implements Step {}

    /**
     * The handshake is done: traffic may flow.
     *
     * @param send the command to send first
     * @param peer what the peer told of itself
     * @param cipher protects all that follows {@code send}, both ways
     */
    record Complete(Optional<Command> send, Negotiation.Outcome peer, Optional<FrameCipher> cipher) implements Step {
        static Complete inTheClear(Optional<Command> send, Negotiation.Outcome peer) {
            return new Complete(send, peer, Optional.empty());
        }
    }

    /**
     * The handshake has failed: the connection is to be closed.
     *
     * @param send the command to send first
     * @param cause what went wrong
     */
    record Refuse(Optional<Command> send, ZmtpException cause) implements Step {
        static Refuse saying(String reason, ZmtpException cause) {
            return new Refuse(Optional.of(new ErrorReason(reason).toCommand()), cause);
        }
    }

    /**
     * The handshake has failed, but the peer is not to know: the connection is to be closed at the handshake's deadline, or at the next command.
     *
     * @param cause what went wrong
     */
    record Silence(ZmtpException cause) implements Step {}
}
