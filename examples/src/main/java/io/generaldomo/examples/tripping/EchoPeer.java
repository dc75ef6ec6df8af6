package io.generaldomo.examples.tripping;

import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.socket.SocketListener;
import io.generaldomo.zmtp.socket.SocketOptions;
import io.generaldomo.zmtp.socket.SocketPeer;
import io.generaldomo.zmtp.transport.Endpoint;
import java.util.concurrent.CompletableFuture;

/** A worker of the simplest kind: sends back what it receives. Runs on the event loop of its socket. */
final class EchoPeer implements SocketListener, AutoCloseable {
    private final CompletableFuture<Balanced> socket = new CompletableFuture<>();

    EchoPeer(SocketPair pair, SocketOptions options, Endpoint broker) {
        Balanced opened = pair.openPeer(options, this);
        socket.complete(opened);
        opened.socket().connect(broker.toString());
    }

    @Override
    public void onMessage(SocketPeer from, ZmtpMessage message) {
        socket.join().sender().apply(message);
    }

    @Override
    public void close() {
        socket.join().socket().close();
    }
}
