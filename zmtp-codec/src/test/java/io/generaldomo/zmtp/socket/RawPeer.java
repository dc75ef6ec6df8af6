package io.generaldomo.zmtp.socket;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.generaldomo.zmtp.transport.Endpoint;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/**
 * A peer by hand, which sends and receives frames octet by octet over TCP (RFC 37/ZMTP, with NULL), and reads nothing that the test does not ask it to.
 * The parts of a message are shown with bars between them, each octet as a character.
 */
final class RawPeer implements AutoCloseable {
    private static final int GREETING = 64;
    private static final int MORE = 1;
    private static final int LONG = 2;
    private static final int COMMAND = 4;
    /** Small, so that not much is under way to a peer that does not read. */
    private static final int RECEIVE_BUFFER = 4096;

    private final Socket socket = new Socket();
    private final DataInputStream in;
    private final DataOutputStream out;

    RawPeer(String endpoint, String type) throws IOException {
        this(endpoint, type, "");
    }

    RawPeer(String endpoint, String type, String identity) throws IOException {
        Endpoint to = Endpoint.parse(endpoint);
        socket.setReceiveBufferSize(RECEIVE_BUFFER);
        socket.setSoTimeout(20_000);
        socket.connect(new InetSocketAddress(to.host(), to.port()));
        socket.setTcpNoDelay(true);
        in = new DataInputStream(socket.getInputStream());
        out = new DataOutputStream(socket.getOutputStream());
        greet();
        frame(COMMAND, ready(type, identity));
        out.flush();
        in.skipNBytes(GREETING);
        body(in.readUnsignedByte());
    }

    private void greet() throws IOException {
        byte[] greeting = new byte[GREETING];
        greeting[0] = (byte) 0xFF;
        greeting[9] = 0x7F;
        greeting[10] = 3;
        greeting[11] = 1;
        System.arraycopy("NULL".getBytes(US_ASCII), 0, greeting, 12, 4);
        out.write(greeting);
    }

    private static byte[] ready(String type, String identity) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        DataOutputStream ready = new DataOutputStream(octets);
        ready.write("\5READY\13Socket-Type".getBytes(US_ASCII));
        ready.writeInt(type.length());
        ready.write(type.getBytes(US_ASCII));
        if (!identity.isEmpty()) {
            ready.write("\10Identity".getBytes(US_ASCII));
            ready.writeInt(identity.length());
            ready.write(identity.getBytes(US_ASCII));
        }
        return octets.toByteArray();
    }

    private void frame(int flags, byte[] body) throws IOException {
        out.write(flags);
        out.write(body.length); // those of these tests are short
        out.write(body);
    }

    RawPeer sends(String... parts) throws IOException {
        for (int i = 0; i < parts.length; i++) {
            frame(i < parts.length - 1 ? MORE : 0, parts[i].getBytes(ISO_8859_1));
        }
        out.flush();
        return this;
    }

    /** The next message; commands are passed over. */
    String receives() throws IOException {
        List<String> parts = new ArrayList<>();
        int flags;
        do {
            flags = in.readUnsignedByte();
            byte[] body = body(flags);
            if ((flags & COMMAND) == 0) {
                parts.add(new String(body, ISO_8859_1));
            }
        } while ((flags & (COMMAND | MORE)) != 0);
        return String.join("|", parts);
    }

    /** Returns when the other side has read all that was sent, which it shows by answering a PING. */
    RawPeer isRead() throws IOException {
        frame(COMMAND, "\4PING\0\0".getBytes(US_ASCII));
        out.flush();
        byte[] answer = body(in.readUnsignedByte());
        if (!new String(answer, US_ASCII).equals("\4PONG")) {
            throw new IOException("not the answer to PING");
        }
        return this;
    }

    private byte[] body(int flags) throws IOException {
        byte[] body = new byte[(flags & LONG) == 0 ? in.readUnsignedByte() : (int) in.readLong()];
        in.readFully(body);
        return body;
    }

    /** Whether the other side has ended the connection after the last message. */
    boolean isAtEnd() throws IOException {
        try {
            receives();
            return false;
        } catch (EOFException end) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
