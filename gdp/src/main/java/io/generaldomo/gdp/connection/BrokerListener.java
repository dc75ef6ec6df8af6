package io.generaldomo.gdp.connection;

import io.generaldomo.gdp.protocol.Command;

/** What happens on a {@link BrokerConnection}. Called on its event loop. */
public interface BrokerListener {
    /** The broker can be reached: commands may be sent. */
    void onReady();

    /**
     * The broker sent a command.
     *
     * @param command the command; the listener owns its body
     */
    void onCommand(Command command);

    /** A connection that was ready is gone, and another attempt is under way. Not called when this side has closed it. */
    void onLost();
}
