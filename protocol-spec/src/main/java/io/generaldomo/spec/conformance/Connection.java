package io.generaldomo.spec.conformance;

import java.io.IOException;
import java.net.Socket;

/**
 * A connection to the peer, and what has to be closed with it.
 *
 * @param socket connected
 * @param peer   closed after the socket: a peer that was started for this connection alone
 */
record Connection(Socket socket, AutoCloseable peer) implements AutoCloseable {
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
