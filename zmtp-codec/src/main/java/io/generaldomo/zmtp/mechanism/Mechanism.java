package io.generaldomo.zmtp.mechanism;

import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.wire.Command;

/** One side of a security handshake. Confined to the thread that drives it; used for one connection. */
public interface Mechanism {
    /**
     * The name that stands in the greeting.
     *
     * @return up to 20 ASCII characters
     */
    String name();

    /**
     * The greetings were exchanged and name this mechanism.
     *
     * @return the first step
     */
    Step start();

    /**
     * The peer sent a command.
     *
     * @param command the command
     * @return the next step
     * @throws ZmtpException if the command is malformed or does not belong here; nothing is to be sent then
     */
    Step onCommand(Command command);
}
