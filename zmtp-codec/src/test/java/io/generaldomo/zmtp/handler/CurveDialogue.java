package io.generaldomo.zmtp.handler;

import static io.generaldomo.zmtp.handler.JnaclBox.join;
import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.zmtp.handler.JnaclBox.Keys;
import io.generaldomo.zmtp.CurveKeyPair;
import java.io.IOException;

/**
 * A handshake of CURVE and some traffic between libzmq and a side that is put together by hand: the golden vectors {@code curve-client}, in which
 * libzmq is a DEALER and the client, and {@code curve-server}, in which it is a ROUTER and the server. All keys of the other side are known, so
 * that everything can be opened, and what that side sends depends on nothing but what libzmq sent.
 */
final class CurveDialogue {
    static final byte[] DEALER = join(CurveByHand.DEALER, "\10Identity\0\0\0\0");
    static final byte[] ROUTER = join(CurveByHand.ROUTER, "\10Identity\0\0\0\0");

    /** Octets 1 to 32. */
    static final byte[] CONNECTION_SECRET = new byte[32];

    static {
        for (int i = 0; i < CONNECTION_SECRET.length; i++) {
            CONNECTION_SECRET[i] = (byte) (i + 1);
        }
    }

    /** The pairs of libzmq's documentation. */
    static final CurveKeyPair SERVER_PAIR = CurveKeyPair.ofZ85("JTKVSB%%)wK0E.X)V>+}o?pNmC{O&4W4b!Ni{Lh6");

    static final CurveKeyPair CLIENT_PAIR = CurveKeyPair.ofZ85("D:)Q[IlAW!ahhC2ac:9*A}h:p?([4%wOTJ%JR%cs");
    private static final Keys SERVER = Keys.of(SERVER_PAIR.secretOctets());
    private static final Keys CLIENT = Keys.of(CLIENT_PAIR.secretOctets());

    private CurveDialogue() {}

    /** The way to libzmq, or to what it once said. */
    interface Wire {
        /** The next frame of libzmq. */
        byte[] read(String name) throws IOException;

        /** Sends a frame to libzmq. */
        void write(String name, byte[] frame) throws IOException;
    }

    /** libzmq is a DEALER; its application sends one message, "a" and "b", and is sent "c". */
    static void withClient(Wire wire) throws IOException {
        CurveByHand server = CurveByHand.server(SERVER, Keys.of(CONNECTION_SECRET));
        server.takeHello(wire.read("hello"));
        wire.write("server-welcome", server.welcome());
        assertThat(server.takeInitiate(wire.read("initiate"), CLIENT.open())).isEqualTo(DEALER);
        wire.write("server-ready", server.ready(ROUTER));
        assertThat(server.open(wire.read("message-more"))).containsExactly(1, 'a');
        assertThat(server.open(wire.read("message-last"))).containsExactly(0, 'b');
        wire.write("server-ping", server.message(2, "\4PING\0\31abc"));
        assertThat(server.open(wire.read("pong"))).isEqualTo(join("\2\4PONGabc"));
        wire.write("server-message", server.message(0, "c"));
    }

    /** libzmq is a ROUTER; its application is sent one message, "a" and "b", and sends "c". */
    static void withServer(Wire wire) throws IOException {
        CurveByHand client = CurveByHand.client(CLIENT, Keys.of(CONNECTION_SECRET));
        wire.write("hello", client.hello(SERVER.open()));
        client.takeWelcome(SERVER.open(), wire.read("server-welcome"));
        wire.write("initiate", client.initiate(SERVER.open(), DEALER));
        assertThat(client.takeReady(wire.read("server-ready"))).isEqualTo(ROUTER);
        wire.write("ping", client.message(2, "\4PING\0\31abc"));
        assertThat(client.open(wire.read("server-pong"))).isEqualTo(join("\2\4PONGabc"));
        wire.write("message-more", client.message(1, "a"));
        wire.write("message-last", client.message(0, "b"));
        assertThat(client.open(wire.read("server-message"))).containsExactly(0, 'c');
    }
}
