package io.generaldomo.examples.tripping;

import io.generaldomo.zmtp.RoutingId;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.socket.SocketListener;
import io.generaldomo.zmtp.socket.SocketOptions;
import io.generaldomo.zmtp.socket.SocketPeer;
import io.generaldomo.zmtp.transport.Endpoint;
import java.util.concurrent.CompletableFuture;

/**
 * The dumbest of brokers: what the one peer of either side sends goes to the one peer of the other. Two sockets on free ports of the loopback
 * interface.
 *
 * <p>Thread-safe: messages are forwarded on the event loops of the sockets.
 */
final class Forwarder implements AutoCloseable {
    private final Side front = new Side();
    private final Side back = new Side();

    Forwarder(SocketPair frontEnd, SocketPair backEnd, SocketOptions options) {
        front.open(frontEnd, options, back);
        back.open(backEnd, options, front);
    }

    /** Binds the side of the client. */
    Endpoint bindFront() {
        return front.bind();
    }

    /** Binds the side of the worker. */
    Endpoint bindBack() {
        return back.bind();
    }

    /** Waits until both sides have their peer. */
    CompletableFuture<Void> connected() {
        return CompletableFuture.allOf(front.peer, back.peer);
    }

    @Override
    public void close() {
        front.socket().socket().close();
        back.socket().socket().close();
    }

    /** One of the two sockets. */
    private static final class Side implements SocketListener {
        private final CompletableFuture<RoutingId> peer = new CompletableFuture<>();
        private final CompletableFuture<Addressed> socket = new CompletableFuture<>();
        private final CompletableFuture<Side> other = new CompletableFuture<>();

        void open(SocketPair pair, SocketOptions options, Side otherSide) {
            socket.complete(pair.openBroker(options, this));
            other.complete(otherSide);
        }

        Addressed socket() {
            return socket.join();
        }

        Endpoint bind() {
            return socket().socket().bind("tcp://127.0.0.1:0").join();
        }

        @Override
        public void onConnected(SocketPeer connected) {
            peer.complete(connected.routingId());
        }

        @Override
        public void onMessage(SocketPeer from, ZmtpMessage message) {
            Side there = other.join();
            there.socket().sender().apply(there.peer.join(), message);
        }
    }
}
