package io.generaldomo.spec.conformance;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;

/**
 * A connection to the peer, and what has to be closed with it.
 *
 * @param socket connected
 * @param more   how another connection to the same peer comes about
 * @param peer   closed after the socket: a peer that was started for this connection alone
 */
record Connection(Socket socket, Approach more, AutoCloseable peer) implements AutoCloseable {
    /** Makes another one to the same peer. */
    Connection another(Duration patience) throws IOException {
        return more.open(patience);
    }

    @Override
    public void close() throws IOException {
        try (peer) {
            socket.close();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("the peer that was started for the case cannot be closed", e);
        }
    }
}
