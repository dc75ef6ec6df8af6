package io.generaldomo.spec.peer;

import java.time.Duration;
import java.util.Map;

/**
 * How a {@link LibzmqWorker} is to behave.
 *
 * @param socket    CLIENT (GDP) or DEALER (7/MDP)
 * @param endpoint  of the broker
 * @param service   that it registers
 * @param behaviour what it does with a request
 * @param heartbeat interval of its heartbeats; after three intervals of silence it registers anew
 */
public record WorkerPlan(LibzmqSocketType socket, String endpoint, String service, Behaviour behaviour, Duration heartbeat) {
    /** What a worker does with a request. */
    public enum Behaviour {
        /** Replies with the request's own body, at once. */
        ECHO,
        /** Tells the test ({@link LibzmqWorker#awaitRequest}) and is busy until {@link LibzmqWorker#release}. */
        HOLD
    }

    /**
     * A worker that echoes and heartbeats every 2500 ms, as those of the ZeroMQ Guide do.
     *
     * @param socket   CLIENT or DEALER
     * @param endpoint of the broker
     * @param service  that it registers
     */
    public WorkerPlan(LibzmqSocketType socket, String endpoint, String service) {
        this(socket, endpoint, service, Behaviour.ECHO, Duration.ofMillis(2500));
    }

    /**
     * The same plan for a worker that holds on to requests.
     *
     * @return a new plan
     */
    public WorkerPlan holding() {
        return new WorkerPlan(socket, endpoint, service, Behaviour.HOLD, heartbeat);
    }

    /**
     * The same plan with other heartbeats.
     *
     * @param interval of the heartbeats
     * @return a new plan
     */
    public WorkerPlan heartbeating(Duration interval) {
        return new WorkerPlan(socket, endpoint, service, behaviour, interval);
    }

    Map<String, String> values() {
        return Map.of("socket", socket.word(), "endpoint", endpoint, "service", service,
                "behaviour", behaviour == Behaviour.HOLD ? "hold" : "echo", "heartbeat", Long.toString(heartbeat.toMillis()));
    }
}
