package io.generaldomo.examples.bench.role;

import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.socket.Inbox;
import io.generaldomo.zmtp.socket.Received;
import io.generaldomo.zmtp.socket.SocketListener;
import io.generaldomo.zmtp.socket.SocketPeer;
import java.util.function.BiConsumer;

/**
 * Where the messages of a socket are handled. {@code receive=inbox}: on a thread of the application, which waits for them, as programs on libzmq and
 * JeroMQ do. {@code receive=listener}: on the event loop. Stateless.
 */
final class Arrivals {
    private Arrivals() {}

    /**
     * A listener for a socket.
     *
     * @param args say where
     * @param first what to do before the first message is handled, on the same thread
     * @param handler owns the messages
     */
    static SocketListener handled(RoleArguments args, Runnable first, BiConsumer<SocketPeer, ZmtpMessage> handler) {
        if (args.text("receive", "inbox").equals("listener")) {
            return new OnTheLoop(first, handler);
        }
        Inbox inbox = new Inbox();
        Application.start(() -> {
            first.run();
            while (true) {
                Received next = inbox.take();
                handler.accept(next.from(), next.message());
            }
        });
        return inbox;
    }

    private record OnTheLoop(Runnable first, BiConsumer<SocketPeer, ZmtpMessage> handler) implements SocketListener {
        @Override
        public void onConnected(SocketPeer peer) {
            first.run();
        }

        @Override
        public void onMessage(SocketPeer from, ZmtpMessage message) {
            handler.accept(from, message);
        }
    }
}
