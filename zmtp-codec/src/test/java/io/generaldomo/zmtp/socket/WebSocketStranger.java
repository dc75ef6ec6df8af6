package io.generaldomo.zmtp.socket;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;

/** WebSocket by hand, octet by octet (RFC 6455), beside any library. */
final class WebSocketStranger implements AutoCloseable {
    /** The key of RFC 6455's own example, and the answer that belongs to it. */
    static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";

    static final String ACCEPT = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";
    static final int FINAL_BINARY = 0x82;

    private static final byte[] MASK = {0x5A, 0x01, (byte) 0xC3, 0x7F};

    private final Stranger stranger;

    WebSocketStranger(String endpoint) throws IOException {
        stranger = new Stranger(endpoint.replaceFirst("^(tcp\\+)?ws:", "tcp:").replaceFirst("(:\\d+)/.*", "$1"));
    }

    static String request(String... headers) {
        return "GET / HTTP/1.1\r\nHost: localhost\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
    }

    static String upgrade(String... more) {
        String all = more.length == 0 ? "" : "\r\n" + String.join("\r\n", more);
        return request("Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Key: " + KEY, "Sec-WebSocket-Version: 13" + all);
    }

    WebSocketStranger sends(String text) throws IOException {
        stranger.sends(text.getBytes(US_ASCII));
        return this;
    }

    WebSocketStranger sends(byte[] octets) throws IOException {
        stranger.sends(octets);
        return this;
    }

    /** The head of the answer, up to the empty line. */
    String readsHead() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            byte[] next = stranger.reads(1);
            if (next.length == 0) {
                break;
            }
            head.append((char) next[0]);
        }
        return head.toString();
    }

    byte[] reads(int octets) throws IOException {
        return stranger.reads(octets);
    }

    void awaitEnd() throws IOException {
        stranger.awaitEnd();
    }

    /** A frame as a client has to send it, with a mask. */
    static byte[] masked(int first, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(14 + payload.length).put((byte) first);
        if (payload.length < 126) {
            frame.put((byte) (0x80 | payload.length));
        } else {
            frame.put((byte) 0xFE).putShort((short) payload.length);
        }
        frame.put(MASK);
        for (int i = 0; i < payload.length; i++) {
            frame.put((byte) (payload[i] ^ MASK[i % MASK.length]));
        }
        byte[] octets = new byte[frame.flip().remaining()];
        frame.get(octets);
        return octets;
    }

    @Override
    public void close() throws IOException {
        stranger.close();
    }
}
