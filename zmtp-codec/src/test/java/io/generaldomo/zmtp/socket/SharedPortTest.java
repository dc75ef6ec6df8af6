package io.generaldomo.zmtp.socket;

import static io.generaldomo.zmtp.socket.OwnStation.done;

import io.generaldomo.spec.peer.LibzmqPeer;
import io.generaldomo.spec.peer.RequiresLibzmq;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** One port that takes ZMTP with and without WebSocket. */
class SharedPortTest {

    /** As if it were TCP alone. */
    @Nested
    class OverTcp extends TransportTests {
        @Override
        public String free() {
            return "tcp+ws://127.0.0.1:*";
        }

        @Override
        public String reach(String bound) {
            return bound.replace("tcp+ws:", "tcp:");
        }
    }

    /** As if it were WebSocket alone. */
    @Nested
    class OverWebSocket extends TransportTests {
        @Override
        public String free() {
            return "tcp+ws://127.0.0.1:*";
        }

        @Override
        public String reach(String bound) {
            return bound.replace("tcp+ws:", "ws:");
        }
    }

    /** Peers of every make, at the same time. */
    @Nested
    @RequiresLibzmq
    class WithOthers extends SocketTest {
        @Test
        void serveEverybodyAtOnce() {
            while (!served()) {
                // JeroMQ was deaf, as it is in some of its connections
            }
        }

        private boolean served() {
            try (LibzmqPeer libzmq = LibzmqPeer.start();
                    OwnStation router = OwnStation.of(Pair.DEALER_ROUTER.answerer, options);
                    Station ours = OwnStation.of(Pair.DEALER_ROUTER.asker, options);
                    Station jeromq = JeromqStation.of(Pair.DEALER_ROUTER.asker);
                    Station libzmqTcp = LibzmqStation.of(libzmq, Pair.DEALER_ROUTER.asker);
                    Station libzmqWs = LibzmqStation.of(libzmq, Pair.DEALER_ROUTER.asker)) {
                String bound = done(router.socket().bind("tcp+ws://127.0.0.1:*")).toString();
                String tcp = bound.replace("tcp+ws:", "tcp:");
                String ws = bound.replace("tcp+ws:", "ws:");
                ours.connect(ws);
                jeromq.connect(tcp);
                libzmqTcp.connect(tcp);
                libzmqWs.connect(ws + '/');
                for (int i = 0; i < 3; i++) {
                    for (Station peer : List.of(ours, libzmqTcp, libzmqWs)) {
                        Pair.DEALER_ROUTER.ask(peer, router, List.of(new byte[] {1}, new byte[300]));
                    }
                }
                Pair.DEALER_ROUTER.talkSmall(jeromq, router, jeromq);
                return true;
            } catch (JeromqStation.Deaf e) {
                return false;
            }
        }
    }
}
