package io.generaldomo.zmtp.mechanism;

import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.wire.Command;
import java.util.Optional;

/** What a mechanism wants done after an event. */
public sealed interface Step {
    /**
     * The command to send first.
     *
     * @return a command, or empty if there is nothing to send
     */
    Optional<Command> send();

    /**
     * The handshake goes on.
     *
     * @param send the command to send first
     */
    record Continue(Optional<Command> send) implements Step {}

    /**
     * The handshake is done: traffic may flow.
     *
     * @param send the command to send first
     * @param peer what the peer told of itself
     */
    record Complete(Optional<Command> send, Negotiation.Outcome peer) implements Step {}

    /**
     * The handshake has failed: the connection is to be closed.
     *
     * @param send the command to send first
     * @param cause what went wrong
     */
    record Refuse(Optional<Command> send, ZmtpException cause) implements Step {}
}
