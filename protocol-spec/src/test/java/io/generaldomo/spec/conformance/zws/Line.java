package io.generaldomo.spec.conformance.zws;

import io.generaldomo.spec.conformance.wrong.Refusal;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.security.SecureRandom;

/** A connection as octets and WebSocket frames, in code of its own: not the kit's. One thread reads; any may write. */
final class Line implements AutoCloseable {
    private static final int LINGER = 5_000;
    private static final int LIMIT = 16 * 1024 * 1024;

    private final Socket socket;
    private final boolean isClient;
    private final Fault fault;
    private final DataInputStream in;
    private final byte[] mask = new byte[4];

    /** A WebSocket frame without its mask. */
    record Frame(int first, byte[] payload) {}

    Line(Socket socket, boolean isClient, Fault fault) throws IOException {
        this.socket = socket;
        this.isClient = isClient;
        this.fault = fault;
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 64 * 1024));
        socket.setTcpNoDelay(true);
        new SecureRandom().nextBytes(mask);
    }

    int octet() throws IOException {
        return in.readUnsignedByte();
    }

    /** How long silence may last before reading fails; 0 for ever. */
    void patience(int millis) throws IOException {
        socket.setSoTimeout(millis);
    }

    /** The next frame; its length is judged before its octets are awaited. */
    Frame frame() throws IOException {
        int first = octet();
        Refusal.unless((first & 0x70) == 0 || fault == Fault.IGNORES_RESERVED_BITS, "a reserved bit");
        int second = octet();
        boolean isMasked = (second & 0x80) != 0;
        Refusal.unless(isMasked != isClient || fault == Fault.IGNORES_MASKING, "masked the wrong way");
        long length = second & 0x7f;
        if (length == 126) {
            length = fault == Fault.READS_LENGTHS_OF_SIXTEEN_BITS_SIGNED ? in.readShort() : in.readUnsignedShort();
        } else if (length == 127) {
            length = in.readLong();
        }
        Refusal.unless((first & 8) == 0 || (first & 0x80) != 0 && length < 126 || fault == Fault.TAKES_LONG_PINGS && (first & 0x80) != 0, "no control frame");
        Refusal.unless(length >= 0, "no length");
        Refusal.unless(length <= LIMIT || fault == Fault.HAS_NO_LIMIT_FOR_MESSAGES, "a long message");
        if (length > LIMIT) {
            in.transferTo(OutputStream.nullOutputStream());
            throw new EOFException("the rest of a message without end");
        }
        byte[] key = in.readNBytes(isMasked ? 4 : 0);
        byte[] payload = in.readNBytes((int) length);
        for (int at = 0; at < payload.length && isMasked; at++) {
            payload[at] ^= key[at & 3];
        }
        return new Frame(first, payload);
    }

    synchronized void send(byte[] octets) throws IOException {
        socket.getOutputStream().write(octets);
    }

    synchronized void send(int first, byte[] payload) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(octets);
        boolean isMasked = isClient != (fault == Fault.MASKS_THE_WRONG_WAY);
        int bit = isMasked ? 0x80 : 0;
        out.writeByte(first);
        if (payload.length < 126 && fault != Fault.SENDS_LONG_LENGTHS_ONLY) {
            out.writeByte(bit | payload.length);
        } else if (payload.length < 65_536 && fault != Fault.SENDS_LONG_LENGTHS_ONLY) {
            out.writeByte(bit | 126);
            out.writeShort(payload.length);
        } else {
            out.writeByte(bit | 127);
            out.writeLong(payload.length);
        }
        if (isMasked) {
            mask[0] += fault == Fault.HAS_ONE_MASK ? 0 : 1;
            out.write(mask);
            for (int at = 0; at < payload.length; at++) {
                out.write(payload[at] ^ mask[at & 3]);
            }
        } else {
            out.write(payload);
        }
        send(octets.toByteArray());
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
