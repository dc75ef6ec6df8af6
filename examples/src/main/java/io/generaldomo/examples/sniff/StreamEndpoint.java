package io.generaldomo.examples.sniff;

import io.generaldomo.spec.ipc.IpcServerSocket;
import io.generaldomo.spec.ipc.IpcSocket;
import io.generaldomo.zmtp.transport.Endpoint;
import io.generaldomo.zmtp.transport.Scheme;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;

/**
 * An endpoint where octets of ZMTP travel as they are: {@code tcp://} or {@code ipc://}. Immutable.
 *
 * @param endpoint which
 */
public record StreamEndpoint(Endpoint endpoint) {
    /**
     * Checks it.
     *
     * @param endpoint as above
     * @throws IllegalArgumentException if it is of another scheme, or no path that the JDK knows
     */
    public StreamEndpoint {
        if (endpoint.scheme() != Scheme.TCP && endpoint.scheme() != Scheme.IPC) {
            throw new IllegalArgumentException(endpoint + ": only tcp:// and ipc:// can be looked at here");
        }
        if (endpoint.path().startsWith("@") || endpoint.path().equals("*")) {
            throw new IllegalArgumentException(endpoint + ": the path of a file is needed here");
        }
    }

    private boolean isIpc() {
        return endpoint.scheme() == Scheme.IPC;
    }

    /**
     * Where to connect.
     *
     * @return the address, unresolved if there is no such host
     */
    public SocketAddress address() {
        return isIpc() ? UnixDomainSocketAddress.of(endpoint.path()) : new InetSocketAddress(endpoint.host(), endpoint.port());
    }

    /**
     * What connects there.
     *
     * @return a socket that is not connected
     * @throws IOException if there are no more
     */
    public Socket socket() throws IOException {
        return isIpc() ? new IpcSocket() : new Socket();
    }

    /**
     * Binds it.
     *
     * @return what accepts
     * @throws IOException if it cannot be bound
     */
    public ServerSocket bind() throws IOException {
        if (isIpc()) {
            return IpcServerSocket.at(Path.of(endpoint.path()));
        }
        InetAddress host = endpoint.host().equals("*") ? null : InetAddress.getByName(endpoint.host());
        ServerSocket server = new ServerSocket();
        try {
            server.bind(new InetSocketAddress(host, endpoint.port()));
        } catch (IOException e) {
            server.close();
            throw e;
        }
        return server;
    }

    /**
     * It, as it was bound.
     *
     * @param server by {@link #bind}
     * @return with the port that it has, if it has one
     */
    public Endpoint boundAs(ServerSocket server) {
        return isIpc() ? endpoint : Endpoint.of((InetSocketAddress) server.getLocalSocketAddress());
    }

    /** A name that is short enough for a column: the port, if there is one. */
    String shortName() {
        return isIpc() ? "ipc" : ":" + endpoint.port();
    }

    @Override
    public String toString() {
        return isIpc() ? endpoint.toString() : endpoint.host() + ":" + endpoint.port();
    }
}
