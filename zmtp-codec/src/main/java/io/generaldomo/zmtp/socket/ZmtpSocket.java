package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.transport.Endpoint;
import java.util.concurrent.CompletableFuture;

/**
 * What all sockets have in common: they bind and connect any number of endpoints, and are closed.
 *
 * <p><b>Life cycle.</b> A socket is open from the moment it is made until {@link #close()}. Its transport must outlive it.
 *
 * <p><b>Threads.</b> Every method may be called from any thread. Callbacks and the completion of futures run on the socket's event loop and must
 * not block it.
 *
 * <p><b>Failure.</b> A peer that breaks the protocol or a limit loses its connection and nobody else notices. An endpoint that was connected to is
 * connected to again, whatever ended the connection, until the socket is closed.
 */
public abstract sealed class ZmtpSocket implements AutoCloseable
        permits ZmtpChannel,
                ZmtpClient,
                ZmtpDealer,
                ZmtpDgram,
                ZmtpDish,
                ZmtpGather,
                ZmtpPair,
                ZmtpPeerSocket,
                ZmtpPub,
                ZmtpPull,
                ZmtpPush,
                ZmtpRadio,
                ZmtpRep,
                ZmtpReq,
                ZmtpRouter,
                ZmtpScatter,
                ZmtpServer,
                ZmtpStream,
                ZmtpSub,
                ZmtpXpub,
                ZmtpXsub {
    final SocketKernel kernel;

    ZmtpSocket(SocketKernel kernel) {
        this.kernel = kernel;
    }

    /**
     * The type that this socket announces to its peers, if it speaks ZMTP with them.
     *
     * @return the type of socket
     */
    public final SocketType type() {
        return kernel.type();
    }

    /**
     * Accepts connections at an address. A host name is looked up by the calling thread.
     *
     * @param endpoint such as {@code tcp://127.0.0.1:5555}; host {@code *} means all interfaces, port {@code 0} or {@code *} a free one
     * @return the endpoint with the port that was really bound; fails with an {@link java.io.IOException} such as
     *     {@link java.net.BindException} if the address cannot be bound, with a {@link io.generaldomo.zmtp.ZmtpException} if the socket is closed
     * @throws IllegalArgumentException if the text is not an endpoint that this type of socket can bind
     */
    public final CompletableFuture<Endpoint> bind(String endpoint) {
        return kernel.bind(Endpoint.parse(endpoint));
    }

    /**
     * Begins to connect to an address, and keeps at it until the socket is closed, at the pace of
     * {@link SocketOptions#withReconnect(io.generaldomo.zmtp.transport.ReconnectPolicy)}. Connecting twice to an address makes two connections.
     * On a closed socket, nothing happens.
     *
     * @param endpoint such as {@code tcp://broker.example:5555}
     * @throws IllegalArgumentException if the text is not an endpoint that this type of socket can be connected to
     */
    public final void connect(String endpoint) {
        kernel.connect(Endpoint.parse(endpoint));
    }

    /**
     * Closes the socket: accepts and connects no more, delivers no more messages, fails what waits with
     * {@link io.generaldomo.zmtp.ZmtpException.Reason#CLOSED}, sends what is queued for the peers that are connected, and ends their connections.
     * This takes {@link SocketOptions#withLinger(java.time.Duration)} at most. May be called again.
     *
     * @return completes when every connection is closed, the last callback has been made, and the ports are free
     */
    public final CompletableFuture<Void> closeAsync() {
        return kernel.close();
    }

    /**
     * Does as {@link #closeAsync()} and waits for it, for a bounded time; on the socket's event loop, or when interrupted, without waiting.
     */
    @Override
    public final void close() {
        kernel.closeAndWait();
    }

    @Override
    public final String toString() {
        return type() + " socket";
    }
}
