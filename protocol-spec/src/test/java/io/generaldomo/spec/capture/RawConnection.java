package io.generaldomo.spec.capture;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.Socket;
import java.util.HexFormat;

/**
 * Our end of a connection to libzmq, without any codec: it writes octets that are spelled out here, and splits what
 * libzmq sends into greeting and frames only, by the two header forms of 23/ZMTP.
 */
final class RawConnection implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 10_000;

    private final Socket socket;
    private final DataInputStream in;

    RawConnection(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new DataInputStream(socket.getInputStream());
    }

    void write(byte[]... octets) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] each : octets) {
            all.write(each);
        }
        socket.getOutputStream().write(all.toByteArray());
    }

    byte[] readGreeting() throws IOException {
        return in.readNBytes(64);
    }

    byte[] read(int octets) throws IOException {
        return in.readNBytes(octets);
    }

    /** The octets of a frame, header and all. */
    byte[] readFrame() throws IOException {
        int flags = in.readUnsignedByte();
        boolean isLong = (flags & 2) != 0;
        byte[] size = in.readNBytes(isLong ? 8 : 1);
        int length = isLong ? Math.toIntExact(new BigInteger(1, size).longValueExact()) : size[0] & 0xff;
        return join(new byte[] {(byte) flags}, size, in.readNBytes(length));
    }

    /** The frames of a message, up to and with the first that has no MORE. */
    byte[] readMessage() throws IOException {
        byte[] message = {};
        byte[] frame;
        do {
            frame = readFrame();
            message = join(message, frame);
        } while ((frame[0] & 1) != 0);
        return message;
    }

    static byte[] join(byte[]... parts) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.write(part);
        }
        return all.toByteArray();
    }

    static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }

    /** NULL greeting of that minor version of ZMTP 3. */
    static byte[] greeting(int minor) throws IOException {
        return greeting(minor, "NULL");
    }

    static byte[] greeting(int minor, String mechanism) throws IOException {
        return join(hex("ff 0000000000000001 7f 03 0" + minor), text(mechanism), new byte[52 - mechanism.length()]);
    }

    /** READY that announces a socket type and nothing else. */
    static byte[] ready(String socketType) throws IOException {
        return join(new byte[] {4, (byte) (22 + socketType.length())}, text("\u0005READY\u000bSocket-Type"), new byte[] {0, 0, 0,
            (byte) socketType.length()}, text(socketType));
    }

    /** READY that also announces an identity. */
    static byte[] ready(String socketType, String identity) throws IOException {
        byte[] plain = ready(socketType);
        byte[] more = join(text("\u0008Identity"), new byte[] {0, 0, 0, (byte) identity.length()}, text(identity));
        plain[1] += (byte) more.length;
        return join(plain, more);
    }

    static byte[] text(String text) {
        return text.getBytes(US_ASCII);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
