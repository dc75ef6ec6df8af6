package io.generaldomo.spec.conformance.wrong;

import io.generaldomo.spec.conformance.wire.Frame;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A connection as octets and frames, in code of its own: not the kit's. One thread reads; any may write.
 */
final class Line implements AutoCloseable {
    static final int MORE = 1;
    static final int LONG = 2;
    static final int COMMAND = 4;

    private static final int LINGER = 5_000;

    private final Socket socket;
    private final Fault fault;
    private final DataInputStream in;

    Line(Socket socket, Fault fault) throws IOException {
        this.socket = socket;
        this.fault = fault;
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 64 * 1024));
        socket.setTcpNoDelay(true);
    }

    int octet() throws IOException {
        return in.readUnsignedByte();
    }

    byte[] octets(int count) throws IOException {
        byte[] octets = new byte[count];
        in.readFully(octets);
        return octets;
    }

    Frame frame(long limit) throws IOException {
        int flags = octet();
        boolean isLong = (flags & LONG) != 0;
        Refusal.unless((flags & 0xf8) == 0 || fault != Fault.REFUSES_RESERVED_BITS, "reserved bits");
        long size = isLong ? in.readLong() : octet();
        Refusal.unless(size >= 0 || fault == Fault.ACCEPTS_LONG_SIZE_2E63, "a size beyond 2^63-1");
        Refusal.unless(size <= limit || fault == Fault.HAS_NO_LIMIT, "a size beyond the limit");
        Refusal.unless(!isLong || size > 0 || fault != Fault.REFUSES_EMPTY_LONG_FRAMES, "an empty long frame");
        if (size < 0 || size > limit) {
            in.transferTo(OutputStream.nullOutputStream());
            throw new EOFException("the rest of a frame without end");
        }
        return new Frame(flags, octets((int) size));
    }

    /** Whether there is more already. */
    boolean hasMore() throws IOException {
        return in.available() > 0;
    }

    /** How long silence may last before reading fails; 0 for ever. */
    void patience(int millis) throws IOException {
        socket.setSoTimeout(millis);
    }

    synchronized void send(byte[] octets) throws IOException {
        socket.getOutputStream().write(octets);
    }

    void send(int flags, byte[] body) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(frame);
        if (body.length > 255 || fault == Fault.SENDS_LONG_FRAMES_ONLY) {
            out.writeByte(flags | LONG);
            out.writeLong(body.length);
        } else {
            out.writeByte(flags);
            out.writeByte(body.length);
        }
        out.write(body);
        send(frame.toByteArray());
    }

    void sendCommand(String name, byte[]... data) throws IOException {
        send(COMMAND | (fault == Fault.SETS_MORE_ON_COMMANDS ? MORE : 0), commandBody(name, data));
    }

    static byte[] commandBody(String name, byte[]... data) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(name.length());
        body.write(name.getBytes(StandardCharsets.ISO_8859_1));
        for (byte[] each : data) {
            body.write(each);
        }
        return body.toByteArray();
    }

    /** Says that no more will come, and takes what is still on its way, so that the other side reads to the end and sees no reset. */
    @Override
    public void close() throws IOException {
        try (socket) {
            socket.shutdownOutput();
            socket.setSoTimeout(LINGER);
            in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
