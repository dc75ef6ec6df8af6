package io.generaldomo.spec.ipc;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** A Unix domain socket that is bound, as a {@link ServerSocket}. Takes its file away when it is closed. For one thread that accepts; closing is for any. */
public final class IpcServerSocket extends ServerSocket {
    private final Path path;
    private final ServerSocketChannel channel;
    private final Readiness ready = new Readiness();
    private volatile int patience;

    private IpcServerSocket(Path path, ServerSocketChannel channel) throws IOException {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Binds one.
     *
     * @param path where; there must be no such file
     * @return the socket
     * @throws IOException if it cannot be bound there
     */
    public static IpcServerSocket at(Path path) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.bind(UnixDomainSocketAddress.of(path));
            channel.configureBlocking(false);
            IpcServerSocket socket = new IpcServerSocket(path, channel);
            socket.ready.of(channel, SelectionKey.OP_ACCEPT);
            return socket;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public void setSoTimeout(int millis) {
        patience = millis;
    }

    @Override
    public Socket accept() throws IOException {
        long deadline = Readiness.deadline(patience);
        SocketChannel accepted = channel.accept();
        while (accepted == null) {
            ready.await(deadline);
            accepted = channel.accept();
        }
        return IpcSocket.of(accepted);
    }

    @Override
    public boolean isClosed() {
        return !channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            try (ready) {
                channel.close();
                Files.deleteIfExists(path);
            }
        }
    }
}
