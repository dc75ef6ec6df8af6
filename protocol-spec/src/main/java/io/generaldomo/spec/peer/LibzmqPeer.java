package io.generaldomo.spec.peer;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A process that runs libzmq with its draft sockets (the npm package {@code zeromq} under node), for interoperability
 * tests. It offers sockets that the test drives itself, and Majordomo roles that run inside the process, so that ten
 * thousand requests need not pass through its standard input.
 *
 * <p>The build of the module protocol-spec installs the program; the system property {@code generaldomo.libzmqPeer}
 * names its directory. Where it is not installed, or node is missing, {@link #unavailable()} says why, and tests marked
 * {@link RequiresLibzmq} are skipped.
 *
 * <p>Safe for use by several threads. Every call waits for the process's answer, for a bounded time, and throws
 * {@link LibzmqPeerException} when it fails. The process ends with {@link #close()} or {@link #kill()}, and with this
 * JVM in any case.
 */
public final class LibzmqPeer implements AutoCloseable {
    private final PeerProcess process;
    private final String version;

    private LibzmqPeer(PeerProcess process) {
        this.process = process;
        this.version = process.call("hello", Map.of()).value("libzmq");
    }

    /**
     * Why no peer can be started here.
     *
     * @return the reason, or empty when a peer can be started
     */
    public static Optional<String> unavailable() {
        return LibzmqInstallation.unavailable();
    }

    /**
     * Starts a process.
     *
     * @return the peer
     */
    public static LibzmqPeer start() {
        PeerProcess process = new PeerProcess(LibzmqInstallation.directory());
        try {
            return new LibzmqPeer(process);
        } catch (RuntimeException failure) {
            process.kill();
            throw failure;
        }
    }

    /**
     * Which libzmq it is.
     *
     * @return the version, as {@code 4.3.5}
     */
    public String version() {
        return version;
    }

    /**
     * The number of its process.
     *
     * @return the process id
     */
    public long pid() {
        return process.pid();
    }

    /**
     * Opens a socket with libzmq's default options.
     *
     * @param type of the socket
     * @return the socket
     */
    public LibzmqSocket open(LibzmqSocketType type) {
        return open(type, Map.of());
    }

    /**
     * Opens a socket.
     *
     * @param type    of the socket
     * @param options by zeromq.js's names, such as {@code routingId}, {@code sendHighWaterMark},
     *                {@code heartbeatInterval}, {@code handshakeInterval}; numbers in decimals, and {@code true} or
     *                {@code false}. Besides, {@code metadata}: properties {@code X-name:value}, each on its line
     * @return the socket
     */
    public LibzmqSocket open(LibzmqSocketType type, Map<String, String> options) {
        Map<String, String> values = new LinkedHashMap<>(options);
        values.put("type", type.word());
        return new LibzmqSocket(process.make("open", values));
    }

    /**
     * Lets peers in that come to PLAIN and CURVE servers of this process, and none but these. Without it PLAIN servers
     * let in nobody, and CURVE servers everybody.
     *
     * @param allowed {@code PLAIN user password}, or {@code CURVE} and the public key in hexadecimal, each
     * @return closes the door again
     */
    public LibzmqZap zap(String... allowed) {
        return new LibzmqZap(process.make("zap", allowed(allowed)));
    }

    static Map<String, String> allowed(String... allowed) {
        return Map.of("allowed", String.join("\n", allowed));
    }

    /**
     * Starts a client.
     *
     * @param load what it is to do
     * @return the client, which has begun
     */
    public LibzmqClient client(ClientLoad load) {
        return new LibzmqClient(process.make("mdpClient", load.values()));
    }

    /**
     * Starts a worker.
     *
     * @param plan how it is to behave
     * @return the worker, which has begun to register
     */
    public LibzmqWorker worker(WorkerPlan plan) {
        return new LibzmqWorker(process.make("mdpWorker", plan.values()));
    }

    /**
     * Starts a broker of the older dialect of a socket, which sends heartbeats every 2500 ms, as the ones of the ZeroMQ
     * Guide do.
     *
     * @param socket   ROUTER (MDP 0.1) or SERVER (GDP)
     * @param endpoint where to bind it; for tcp the port may be {@code *}
     * @return the broker, which is bound
     */
    public LibzmqBroker broker(LibzmqSocketType socket, String endpoint) {
        return broker(LibzmqDialect.of(socket), endpoint);
    }

    /**
     * Starts a broker of the older dialect of a socket.
     *
     * @param socket    ROUTER (MDP 0.1) or SERVER (GDP)
     * @param endpoint  where to bind it; for tcp the port may be {@code *}
     * @param heartbeat interval of its heartbeats to idle workers; after three of silence it takes a worker for dead
     * @return the broker, which is bound
     */
    public LibzmqBroker broker(LibzmqSocketType socket, String endpoint, Duration heartbeat) {
        return broker(LibzmqDialect.of(socket), endpoint, heartbeat);
    }

    /**
     * Starts a broker that sends heartbeats as often as the workers of the dialect expect it.
     *
     * @param dialect  that it speaks
     * @param endpoint where to bind it; for tcp the port may be {@code *}
     * @return the broker, which is bound
     */
    public LibzmqBroker broker(LibzmqDialect dialect, String endpoint) {
        return broker(dialect, endpoint, dialect.heartbeat());
    }

    /**
     * Starts a broker.
     *
     * @param dialect   that it speaks
     * @param endpoint  where to bind it; for tcp the port may be {@code *}
     * @param heartbeat interval of its heartbeats to idle workers; after three of silence it takes a worker for dead
     * @return the broker, which is bound
     */
    public LibzmqBroker broker(LibzmqDialect dialect, String endpoint, Duration heartbeat) {
        return new LibzmqBroker(process.make("mdpBroker", Map.of("dialect", dialect.word(), "socket", dialect.brokerSocket().word(),
                "bind", endpoint, "heartbeat", Long.toString(heartbeat.toMillis()))));
    }

    /** Kills the process as {@code kill -9} does, and waits until it is gone. */
    public void kill() {
        process.kill();
    }

    /** The same as {@link #kill()}: what must be said in parting, {@link LibzmqWorker#leave()} says. */
    @Override
    public void close() {
        kill();
    }
}
