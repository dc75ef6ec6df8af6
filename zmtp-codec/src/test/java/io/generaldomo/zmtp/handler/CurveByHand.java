package io.generaldomo.zmtp.handler;

import static io.generaldomo.zmtp.handler.JnaclBox.body;
import static io.generaldomo.zmtp.handler.JnaclBox.frame;
import static io.generaldomo.zmtp.handler.JnaclBox.join;
import static io.generaldomo.zmtp.handler.JnaclBox.nonce;
import static io.generaldomo.zmtp.handler.JnaclBox.octets;
import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.zmtp.handler.JnaclBox.Keys;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Both sides of CURVE, put together octet by octet after RFC 26 and what libzmq does, with nothing of ours in it. */
final class CurveByHand {
    static final String GREETING = "ff 00 00 00 00 00 00 00 01 7f 03 01 43 55 52 56 45" + " 00".repeat(47);
    static final byte[] DEALER = LibzmqOctets.octets("0b 53 6f 63 6b 65 74 2d 54 79 70 65 00 00 00 06 44 45 41 4c 45 52");
    static final byte[] ROUTER = LibzmqOctets.octets("0b 53 6f 63 6b 65 74 2d 54 79 70 65 00 00 00 06 52 4f 55 54 45 52");

    final Keys longTerm;
    final Keys connection;
    private final char side;
    long counter;
    private byte[] otherConnection = {};
    byte[] cookie = {};
    private JnaclBox box;

    private CurveByHand(char side, Keys longTerm, Keys connection) {
        this.side = side;
        this.longTerm = longTerm;
        this.connection = connection;
    }

    static CurveByHand client() {
        return client(Keys.fresh(), Keys.fresh());
    }

    static CurveByHand client(Keys longTerm, Keys connection) {
        return new CurveByHand('C', longTerm, connection);
    }

    static CurveByHand server() {
        return server(Keys.fresh(), Keys.fresh());
    }

    static CurveByHand server(Keys longTerm, Keys connection) {
        return new CurveByHand('S', longTerm, connection);
    }

    byte[] hello(byte[] server) {
        return hello(server, new byte[] {1, 0});
    }

    byte[] hello(byte[] server, byte[] version) {
        byte[] proof = new JnaclBox(server, connection).seal(nonce("CurveZMQHELLO---", ++counter), new byte[64]);
        return frame(4, join("\5HELLO", version, new byte[72], connection.open(), octets(counter), proof));
    }

    void takeWelcome(byte[] server, byte[] welcome) {
        assertThat(welcome).startsWith(4, 168, 7, 'W', 'E', 'L', 'C', 'O', 'M', 'E').hasSize(170);
        byte[] opened = new JnaclBox(server, connection)
                .open(join("WELCOME-", Arrays.copyOfRange(welcome, 10, 26)), Arrays.copyOfRange(welcome, 26, 170));
        otherConnection = Arrays.copyOf(opened, 32);
        cookie = Arrays.copyOfRange(opened, 32, 128);
        box = new JnaclBox(otherConnection, connection);
    }

    byte[] initiate(byte[] server, byte[] metadata) {
        return initiate(connection.open(), server, metadata);
    }

    /** With a vouch for the connection key and the server key that are given. */
    byte[] initiate(byte[] vouchedConnection, byte[] vouchedServer, byte[] metadata) {
        byte[] vouchNonce = new byte[16];
        byte[] vouch = new JnaclBox(otherConnection, longTerm)
                .seal(join("VOUCH---", vouchNonce), join(vouchedConnection, vouchedServer));
        byte[] sealed = box.seal(nonce("CurveZMQINITIATE", ++counter), join(longTerm.open(), vouchNonce, vouch, metadata));
        return frame(4, join("\10INITIATE", cookie, octets(counter), sealed));
    }

    /** The metadata. */
    byte[] takeReady(byte[] ready) {
        byte[] body = body(ready);
        assertThat(body).startsWith(5, 'R', 'E', 'A', 'D', 'Y', 0, 0, 0, 0, 0, 0, 0, 1);
        return box.open(nonce("CurveZMQREADY---", 1), Arrays.copyOfRange(body, 14, body.length));
    }

    void takeHello(byte[] hello) {
        assertThat(hello).startsWith(4, 200, 5, 'H', 'E', 'L', 'L', 'O', 1, 0).hasSize(202);
        assertThat(Arrays.copyOfRange(hello, 10, 82)).containsOnly(0);
        otherConnection = Arrays.copyOfRange(hello, 82, 114);
        assertThat(ByteBuffer.wrap(hello).getLong(114)).isEqualTo(1);
        assertThat(new JnaclBox(otherConnection, longTerm).open(nonce("CurveZMQHELLO---", 1), Arrays.copyOfRange(hello, 122, 202)))
                .containsOnly(0).hasSize(64);
    }

    byte[] welcome() {
        cookie = new byte[96];
        Arrays.fill(cookie, (byte) 0xC0);
        byte[] nonce = new byte[16];
        byte[] sealed = new JnaclBox(otherConnection, longTerm).seal(join("WELCOME-", nonce), join(connection.open(), cookie));
        return frame(4, join("\7WELCOME", nonce, sealed));
    }

    /** The metadata. */
    byte[] takeInitiate(byte[] initiate, byte[] client) {
        byte[] body = body(initiate);
        assertThat(body).startsWith(8, 'I', 'N', 'I', 'T', 'I', 'A', 'T', 'E');
        assertThat(Arrays.copyOfRange(body, 9, 105)).isEqualTo(cookie);
        box = new JnaclBox(otherConnection, connection);
        byte[] opened = box.open(join("CurveZMQINITIATE", Arrays.copyOfRange(body, 105, 113)), Arrays.copyOfRange(body, 113, body.length));
        assertThat(Arrays.copyOf(opened, 32)).isEqualTo(client);
        byte[] vouch = new JnaclBox(client, connection)
                .open(join("VOUCH---", Arrays.copyOfRange(opened, 32, 48)), Arrays.copyOfRange(opened, 48, 128));
        assertThat(vouch).isEqualTo(join(otherConnection, longTerm.open()));
        return Arrays.copyOfRange(opened, 128, opened.length);
    }

    byte[] ready(byte[] metadata) {
        return frame(4, join("\5READY", octets(++counter), box.seal(nonce("CurveZMQREADY---", counter), metadata)));
    }

    /** A frame of traffic with the next nonce. */
    byte[] message(int flags, String payload) {
        return frame(0, messageBody(++counter, flags, payload));
    }

    byte[] messageBody(long number, int flags, String payload) {
        return messageBody(number, flags, join(payload));
    }

    byte[] messageBody(long number, int flags, byte[] payload) {
        byte[] sealed = box.seal(nonce("CurveZMQMESSAGE" + side, number), join(new byte[] {(byte) flags}, payload));
        return join("\7MESSAGE", octets(number), sealed);
    }

    /** Flags and payload of a frame of traffic. */
    byte[] open(byte[] message) {
        byte[] body = body(message);
        assertThat(message[0]).isEqualTo((byte) (body.length <= 255 ? 0 : 2));
        assertThat(body).startsWith(7, 'M', 'E', 'S', 'S', 'A', 'G', 'E');
        byte[] number = Arrays.copyOfRange(body, 8, 16);
        return box.open(
                join("CurveZMQMESSAGE" + (side == 'C' ? 'S' : 'C'), number), Arrays.copyOfRange(body, 16, body.length));
    }
}
