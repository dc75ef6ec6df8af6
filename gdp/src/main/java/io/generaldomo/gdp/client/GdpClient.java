package io.generaldomo.gdp.client;

import io.generaldomo.gdp.ConnectionConfig;
import io.generaldomo.gdp.GdpException;
import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.PeerState;
import io.generaldomo.gdp.ServiceName;
import io.generaldomo.gdp.connection.Brokers;
import io.generaldomo.zmtp.transport.ZmtpTransport;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

/**
 * Asks services through a broker (RFC 7/MDP, "Majordomo client"; GDP as {@code protocol-spec/gdp.md} has it).
 *
 * <p>Any number of requests may be under way: each has a connection for itself while it is, and requests above the limit of connections wait in
 * order; in GDP 0.3 a thousand share one. The client connects when the first request needs it, and comes back by itself after a loss.
 *
 * <p><b>Threads.</b> Thread-safe. Replies complete on the client's event loop: what follows there must not block; use the {@code …Async}
 * methods of {@link CompletableFuture} for work that does.
 *
 * <p><b>Life cycle.</b> Close it when it is not needed any more; requests without a reply fail then.
 */
public final class GdpClient implements AutoCloseable {
    private final ZmtpTransport transport;
    private final boolean ownsTransport;
    private final RequestQueue queue;
    private final ClientConfig config;

    private GdpClient(ClientConfig config, ZmtpTransport transport, boolean ownsTransport) {
        this.config = config;
        this.transport = transport;
        this.ownsTransport = ownsTransport;
        this.queue = new RequestQueue(config, new Brokers(transport, transport.nextLoop(), config.connection()));
    }

    /**
     * A client that speaks GDP, with default settings and an event loop of its own.
     *
     * @param endpoint where the broker is, such as {@code tcp://127.0.0.1:5555}
     * @return a client
     * @throws IllegalArgumentException if that is not an endpoint one can connect to; the message says what would be
     */
    public static GdpClient connect(String endpoint) {
        return connect(ClientConfig.of(ConnectionConfig.to(endpoint)));
    }

    /**
     * A client with an event loop of its own.
     *
     * @param config how it works
     * @return a client
     */
    public static GdpClient connect(ClientConfig config) {
        return new GdpClient(config, ZmtpTransport.create(1), true);
    }

    /**
     * A client on event loops that the caller has already.
     *
     * @param config how it works
     * @param transport where its channels are opened; closing the client does not close it
     * @return a client
     */
    public static GdpClient connect(ClientConfig config, ZmtpTransport transport) {
        return new GdpClient(config, transport, false);
    }

    /**
     * Asks a service.
     *
     * @param service name of the service, as text
     * @param body what is asked
     * @return as {@link #request(ServiceName, GdpMessage)}
     * @throws IllegalArgumentException if the name is empty or longer than 255 octets
     */
    public CompletableFuture<GdpMessage> request(String service, GdpMessage body) {
        return request(ServiceName.of(service), body);
    }

    /**
     * Asks a service.
     *
     * @param service name of the service
     * @param body what is asked
     * @return the reply, the parts of a streamed one joined; fails with a {@link GdpException}: TIMEOUT, BROKER_LOST, OVERLOADED, REFUSED, TOO_LARGE or
     *     CLOSED. To cancel it costs the connection, if the request is under way and the connection its own.
     */
    public CompletableFuture<GdpMessage> request(ServiceName service, GdpMessage body) {
        SingleReply request = new SingleReply(queue, service, body, config.connection().limits().messageSize());
        if (!queue.later(() -> queue.submit(request))) {
            request.fail(GdpException.Reason.CLOSED, "the client is closed");
        }
        return request.reply;
    }

    /**
     * Asks a service whose reply comes in parts.
     *
     * @param service name of the service, as text
     * @param body what is asked
     * @return as {@link #stream(ServiceName, GdpMessage)}
     * @throws IllegalArgumentException if the name is empty or longer than 255 octets
     */
    public Flow.Publisher<GdpMessage> stream(String service, GdpMessage body) {
        return stream(ServiceName.of(service), body);
    }

    /**
     * Asks a service whose reply comes in parts.
     *
     * <p>The request is sent when the publisher is subscribed to, which may happen once. Each partial reply is an element, the final one the last.
     * A service that answers in one piece, or a dialect that knows no partial replies, gives one element. In {@code MDP_0X}, which does not mark the last
     * reply, the stream is complete when none has come for the time of the client's timeout.
     *
     * <p>Signals come on the client's event loop, and must not block it. Where the subscriber asks for less than comes, up to
     * {@link ClientConfig#streamBuffer()} parts wait; then the client stops reading from the broker, and the broker from the worker. To cancel
     * costs the connection.
     *
     * @param service name of the service
     * @param body what is asked
     * @return a publisher for one subscriber; fails with a {@link GdpException}, as {@link #request(ServiceName, GdpMessage)} does
     */
    public Flow.Publisher<GdpMessage> stream(ServiceName service, GdpMessage body) {
        return new ReplyPublisher(queue, service, body, config.streamBuffer());
    }

    /**
     * What this client is to its broker. It does not connect before the first request needs it.
     *
     * @return CONNECTING, READY or CLOSED
     */
    public PeerState state() {
        return queue.state();
    }

    /**
     * Ends all connections; requests without a reply fail with CLOSED. Waits for an event loop of its own to end, a few seconds at most, unless
     * called on it. May be called twice, from any thread.
     */
    @Override
    public void close() {
        queue.soon(queue::close);
        if (ownsTransport) {
            transport.close();
        }
    }
}
