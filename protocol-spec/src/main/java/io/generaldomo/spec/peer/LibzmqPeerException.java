package io.generaldomo.spec.peer;

import java.io.Serial;

/**
 * A {@link LibzmqPeer} could not do what was asked of it: it refused, did not answer in time, or is gone. The message
 * tells what was asked, why it failed, and what the process wrote to its standard error.
 */
public final class LibzmqPeerException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    LibzmqPeerException(String message) {
        super(message);
    }

    LibzmqPeerException(String message, Throwable cause) {
        super(message, cause);
    }
}
