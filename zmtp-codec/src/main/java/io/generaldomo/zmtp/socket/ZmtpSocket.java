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
 * connected to again, whatever ended the connection, until {@link #disconnect} or the end of the socket.
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
        return kernel.endpoints().bind(Endpoint.parse(endpoint));
    }

    /**
     * Begins to connect to an address, and keeps at it until it is taken back or the socket is closed, at the pace of
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
     * Takes a {@link #bind} back: accepts no more there, and ends the connections that were accepted there, each when its peer has been sent what is
     * queued for it. This takes {@link SocketOptions#withLinger(java.time.Duration)} at most. What these peers have sent is still delivered.
     *
     * @param endpoint as it was bound, or as {@link #bind} returned it
     * @return completes when the connections are closed and the port is free; fails with an {@link IllegalStateException} if nothing is bound there,
     *     with a {@link io.generaldomo.zmtp.ZmtpException} if the socket is closed
     * @throws IllegalArgumentException if the text is not an endpoint
     */
    public final CompletableFuture<Void> unbind(String endpoint) {
        return kernel.endpoints().unbind(Endpoint.parse(endpoint));
    }

    /**
     * Takes a {@link #connect} back, all of them if there were several: ends the connection as {@link #unbind} does, and makes no more. What is queued
     * for a connection that is not there is dropped.
     *
     * @param endpoint as it was connected to
     * @return completes when the connection is closed; fails with an {@link IllegalStateException} if nothing is connected there, with a
     *     {@link io.generaldomo.zmtp.ZmtpException} if the socket is closed
     * @throws IllegalArgumentException if the text is not an endpoint
     */
    public final CompletableFuture<Void> disconnect(String endpoint) {
        return kernel.endpoints().disconnect(Endpoint.parse(endpoint));
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
