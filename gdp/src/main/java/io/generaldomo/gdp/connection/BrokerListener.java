package io.generaldomo.gdp.connection;

import io.generaldomo.gdp.protocol.Command;
import io.generaldomo.zmtp.ZmtpPeer;

/** What happens on a {@link BrokerConnection}. Called on its event loop. */
public interface BrokerListener {
    /**
     * A broker can be reached: commands may be sent.
     *
     * @param broker what the handshake told about it
     */
    void onReady(ZmtpPeer broker);

    /**
     * The broker sent a command.
     *
     * @param command the command; the listener owns its body
     */
    void onCommand(Command command);

    /** A connection that was ready is gone, and another attempt is under way. Not called when this side has closed it. */
    void onLost();
}
