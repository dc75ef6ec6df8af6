package io.generaldomo.spec.ipc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/**
 * A connection over a Unix domain socket, as a {@link Socket}: streams, a time to wait for octets, the end of either direction. What else a socket has
 * is not there; addresses are those of a socket that is not connected. One thread may read while another writes; closing is for any.
 */
public final class IpcSocket extends Socket {
    private final SocketChannel channel;
    private final Readiness readable = new Readiness();
    private final Readiness writable = new Readiness();
    private volatile int patience;

    /**
     * One that is to be connected.
     *
     * @throws IOException if the system has no more
     */
    public IpcSocket() throws IOException {
        this(SocketChannel.open(StandardProtocolFamily.UNIX));
    }

    private IpcSocket(SocketChannel channel) throws IOException {
        this.channel = channel;
    }

    static IpcSocket of(SocketChannel connected) throws IOException {
        IpcSocket socket = new IpcSocket(connected);
        socket.begin();
        return socket;
    }

    private void begin() throws IOException {
        channel.configureBlocking(false);
        readable.of(channel, SelectionKey.OP_READ);
        writable.of(channel, SelectionKey.OP_WRITE);
    }

    @Override
    public void connect(SocketAddress address) throws IOException {
        connect(address, 0);
    }

    /** Nobody is far away here: it waits only if more connect than the other side accepts. */
    @Override
    public void connect(SocketAddress address, int millis) throws IOException {
        channel.connect(address);
        begin();
    }

    /** There is nothing like it: octets are never kept back. */
    @Override
    public void setTcpNoDelay(boolean on) {}

    @Override
    public void setSoTimeout(int millis) {
        patience = millis;
    }

    @Override
    public InputStream getInputStream() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                if (length == 0) {
                    return 0;
                }
                long deadline = Readiness.deadline(patience);
                ByteBuffer room = ByteBuffer.wrap(into, from, length);
                int count = channel.read(room);
                while (count == 0) {
                    readable.await(deadline);
                    count = channel.read(room);
                }
                return count;
            }
        };
    }

    @Override
    public OutputStream getOutputStream() {
        return new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                write(new byte[] {(byte) octet}, 0, 1);
            }

            @Override
            public void write(byte[] octets, int from, int length) throws IOException {
                ByteBuffer left = ByteBuffer.wrap(octets, from, length);
                while (left.hasRemaining()) {
                    if (channel.write(left) == 0) {
                        writable.await(Readiness.deadline(0));
                    }
                }
            }
        };
    }

    @Override
    public void shutdownOutput() throws IOException {
        channel.shutdownOutput();
    }

    @Override
    public boolean isClosed() {
        return !channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        try (readable; writable) {
            channel.close();
        }
    }
}
