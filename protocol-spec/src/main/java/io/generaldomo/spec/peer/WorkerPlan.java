package io.generaldomo.spec.peer;

import java.time.Duration;
import java.util.Map;

/**
 * How a {@link LibzmqWorker} is to behave.
 *
 * @param dialect   that it speaks
 * @param socket    CLIENT for a dialect that is packed, else DEALER
 * @param endpoint  of the broker
 * @param service   that it registers
 * @param behaviour what it does with a request
 * @param parts     how many parts its replies have before their end ({@link ExpectedReply} tells which); 0 for plain
 *                  echoes. Where nothing marks the end, the parts are all of it
 * @param heartbeat interval of its heartbeats; after three intervals of silence it registers anew
 */
public record WorkerPlan(
        LibzmqDialect dialect, LibzmqSocketType socket, String endpoint, String service, Behaviour behaviour, int parts, Duration heartbeat) {
    /** What a worker does with a request. */
    public enum Behaviour {
        /** Replies with the request's own body, at once. */
        ECHO,
        /** Replies with parts, and then with the request's own body, at once. */
        STREAM,
        /**
         * Tells the test ({@link LibzmqWorker#awaitRequest}) and is busy until {@link LibzmqWorker#release}, and sends parts
         * only by {@link LibzmqWorker#sendPartial} until then.
         */
        HOLD
    }

    /**
     * A plan in the older dialect of the socket.
     *
     * @param socket    CLIENT (GDP) or DEALER (MDP 0.1)
     * @param endpoint  of the broker
     * @param service   that it registers
     * @param behaviour what it does with a request
     * @param heartbeat interval of its heartbeats
     */
    public WorkerPlan(LibzmqSocketType socket, String endpoint, String service, Behaviour behaviour, Duration heartbeat) {
        this(LibzmqDialect.of(socket), socket, endpoint, service, behaviour, 0, heartbeat);
    }

    /**
     * A worker in the older dialect of the socket that echoes and heartbeats every 2500 ms, as those of the ZeroMQ Guide do.
     *
     * @param socket   CLIENT (GDP) or DEALER (MDP 0.1)
     * @param endpoint of the broker
     * @param service  that it registers
     */
    public WorkerPlan(LibzmqSocketType socket, String endpoint, String service) {
        this(LibzmqDialect.of(socket), endpoint, service);
    }

    /**
     * A worker that echoes, and heartbeats as the dialect's own workers do.
     *
     * @param dialect  that it speaks
     * @param endpoint of the broker
     * @param service  that it registers
     */
    public WorkerPlan(LibzmqDialect dialect, String endpoint, String service) {
        this(dialect, dialect.peerSocket(), endpoint, service, Behaviour.ECHO, 0, dialect.heartbeat());
    }

    /**
     * The same plan for a worker that holds on to requests.
     *
     * @return a new plan
     */
    public WorkerPlan holding() {
        return new WorkerPlan(dialect, socket, endpoint, service, Behaviour.HOLD, parts, heartbeat);
    }

    /**
     * The same plan for a worker that replies in parts; one that holds on to requests goes on to do so.
     *
     * @param count of parts before the end
     * @return a new plan
     */
    public WorkerPlan streaming(int count) {
        Behaviour streaming = behaviour == Behaviour.HOLD ? Behaviour.HOLD : Behaviour.STREAM;
        return new WorkerPlan(dialect, socket, endpoint, service, streaming, count, heartbeat);
    }

    /**
     * The same plan with other heartbeats.
     *
     * @param interval of the heartbeats
     * @return a new plan
     */
    public WorkerPlan heartbeating(Duration interval) {
        return new WorkerPlan(dialect, socket, endpoint, service, behaviour, parts, interval);
    }

    Map<String, String> values() {
        return Map.of("dialect", dialect.word(), "socket", socket.word(), "endpoint", endpoint, "service", service,
                "behaviour", behaviour == Behaviour.HOLD ? "hold" : "echo", "parts", Integer.toString(parts),
                "heartbeat", Long.toString(heartbeat.toMillis()));
    }
}
