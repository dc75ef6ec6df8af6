package io.generaldomo.examples.admin;

import io.generaldomo.examples.config.Reload;

/** What an operator can ask of a broker that the broker cannot do alone. Called only for those who have shown the token. Thread-safe. */
public interface AdminActions {
    /** Ends the broker in good order, as SIGTERM does. Called on the event loop of the pages; must not block. */
    void drain();

    /**
     * Reads the settings again, as SIGHUP does. May block.
     *
     * @return what came of it
     */
    Reload.Outcome reload();
}
