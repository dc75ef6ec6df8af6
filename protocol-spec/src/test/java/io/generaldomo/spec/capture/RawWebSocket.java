package io.generaldomo.spec.capture;

import static io.generaldomo.spec.capture.RawConnection.join;
import static io.generaldomo.spec.capture.RawConnection.text;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.math.BigInteger;

/**
 * Our end of a WebSocket to libzmq, without any codec. What libzmq draws by lot is replaced by what is always the same, so that it can be recorded: the
 * key of a request by the one in RFC 6455, and the mask of a frame by the one that is in its examples.
 */
final class RawWebSocket {
    private static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";
    private static final byte[] MASK = RawConnection.hex("37 fa 21 3d");

    private final RawConnection connection;

    RawWebSocket(RawConnection connection) {
        this.connection = connection;
    }

    /** Asks a libzmq that is bound for the upgrade. */
    static RawWebSocket ask(RawConnection connection, String subprotocol) throws IOException {
        connection.write(text("GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: " + KEY
                + "\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: " + subprotocol + "\r\n\r\n"));
        return new RawWebSocket(connection);
    }

    /** Gives a libzmq that connects the upgrade; it does not look at what proves that the key was read. */
    static RawWebSocket give(RawConnection connection, String subprotocol) throws IOException {
        RawWebSocket socket = new RawWebSocket(connection);
        socket.readHead();
        connection.write(text("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: any\r\n"
                + "Sec-WebSocket-Protocol: " + subprotocol + "\r\n\r\n"));
        return socket;
    }

    /** The head of a request or an answer, with the key replaced. */
    byte[] readHead() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append(new String(connection.read(1), ISO_8859_1));
        }
        return head.toString().replaceFirst("(Key: )\\S+", "$1" + KEY).getBytes(ISO_8859_1);
    }

    /** The octets of a frame, with the mask replaced. */
    byte[] readFrame() throws IOException {
        byte[] head = connection.read(2);
        int length = head[1] & 0x7f;
        byte[] more = connection.read(length == 126 ? 2 : length == 127 ? 8 : 0);
        int size = more.length == 0 ? length : new BigInteger(1, more).intValueExact();
        if ((head[1] & 0x80) == 0) {
            return join(head, more, connection.read(size));
        }
        byte[] mask = connection.read(4);
        return join(head, more, MASK, masked(masked(connection.read(size), mask), MASK));
    }

    /** Sends a binary message, with a mask if libzmq is bound. */
    void write(boolean isMasked, int first, byte[] payload) throws IOException {
        byte[] head = {(byte) first, (byte) ((isMasked ? 0x80 : 0) | payload.length)};
        connection.write(isMasked ? join(head, MASK, masked(payload, MASK)) : join(head, payload));
    }

    private static byte[] masked(byte[] octets, byte[] mask) {
        byte[] changed = octets.clone();
        for (int i = 0; i < changed.length; i++) {
            changed[i] ^= mask[i % mask.length];
        }
        return changed;
    }
}
