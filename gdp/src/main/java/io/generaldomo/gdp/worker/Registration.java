package io.generaldomo.gdp.worker;

import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.RequestOutcome;
import io.generaldomo.gdp.connection.BrokerConnection;
import io.generaldomo.gdp.connection.BrokerListener;
import io.generaldomo.gdp.connection.Brokers;
import io.generaldomo.gdp.protocol.Body;
import io.generaldomo.gdp.protocol.Command;
import io.generaldomo.gdp.protocol.Replies;
import io.generaldomo.gdp.protocol.ReplyKind;
import io.generaldomo.zmtp.ZmtpPeer;
import io.netty.channel.EventLoop;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One registration of a worker with its broker: READY, heartbeats, one request at a time, or several where the dialect has that. Confined to the
 * worker's event loop; only the handler runs elsewhere.
 *
 * <pre>
 *   connecting --READY--> idle --REQUEST--> busy --last REPLY--> idle --drain--> left
 *        ^                 |                  |
 *        +---- lost, silence, DISCONNECT -----+     (a reply that comes after that is dropped: the request is another worker's by then)
 * </pre>
 *
 * <p>Heartbeats go out at each interval whether the handler runs or not, since they come from the event loop. In MDP 0X, where workers take further requests
 * while they work and cannot say how many, those wait for the executor. In GDP 0.3 a handler that fails costs its own request a try, and no other.
 */
final class Registration implements BrokerListener {
    private static final Logger log = LoggerFactory.getLogger(Registration.class);
    /** Most requests that a broker may give where the dialect sets no bound. */
    private static final int MOST_ASSIGNMENTS = 1000;

    private enum State {
        SERVING,
        /** Leaves when the requests in hand are done. */
        DRAINING,
        LEFT
    }

    private final WorkerConfig config;
    private final int capacity;
    private final StreamHandler handler;
    private final Executor executor;
    private final Brokers brokers;
    private final EventLoop loop;
    private final Runnable onLeft;
    private final Set<Assignment> underWay = Collections.newSetFromMap(new IdentityHashMap<>());
    private State state = State.SERVING;
    private @Nullable BrokerConnection connection;
    private final Pulse pulse;
    private int dismissals;

    /** What {@code onLeft} does happens once, on the event loop, when the broker was told or is not there. */
    Registration(WorkerConfig config, int capacity, StreamHandler handler, Executor executor, Brokers brokers, Runnable onLeft) {
        this.config = config;
        this.capacity = capacity;
        this.handler = handler;
        this.executor = executor;
        this.brokers = brokers;
        this.loop = brokers.loop();
        this.onLeft = onLeft;
        this.pulse = new Pulse(loop, config.heartbeat(), () -> send(Command.Heartbeat.INSTANCE), this::onSilence);
    }

    void open() {
        if (state == State.SERVING) {
            connection = brokers.connect(this);
        }
    }

    /** Finishes what is in hand and then takes leave of the broker. */
    void drain() {
        if (state == State.SERVING) {
            state = State.DRAINING;
            leaveIfDrained();
        }
    }

    private void leaveIfDrained() {
        if (state == State.DRAINING && underWay.isEmpty()) {
            close();
        }
    }

    /** Takes leave of the broker. */
    void close() {
        if (state != State.LEFT) {
            state = State.LEFT;
            endRegistration();
            leave(onLeft);
        }
    }

    @Override
    public void onReady(ZmtpPeer broker) {
        send(new Command.WorkerReady(config.service(), capacity));
        pulse.start();
    }

    private void onSilence() {
        log.atWarn().addKeyValue("service", config.service()).log("{}: the broker was silent for {} ms: connecting anew", config.service(), config.heartbeat().expiry().toMillis());
        reset();
    }

    @Override
    public void onCommand(Command command) {
        pulse.heard();
        if (command instanceof Command.WorkerRequest request) {
            onRequest(request);
        } else if (command instanceof Command.Heartbeat) {
            dismissals = 0;
        } else {
            command.release();
            onDismissal();
        }
    }

    private void onRequest(Command.WorkerRequest request) {
        dismissals = 0;
        GdpMessage body = request.body().toGdpMessage();
        request.release();
        if (underWay.size() == most()) {
            log.atWarn()
                    .addKeyValue("service", config.service())
                    .log("{}: the broker sent a request before the reply to the one under way: connecting anew", config.service());
            reset();
            return;
        }
        Assignment assignment = new Assignment(
                this, request.address(), brokers.dialect().replies() != Replies.MARKED, loop.ticker().nanoTime());
        underWay.add(assignment);
        brokers.observer().requestBegan(config.service());
        try {
            executor.execute(() -> handle(assignment, body));
        } catch (RejectedExecutionException e) {
            log.atWarn()
                    .addKeyValue("service", config.service())
                    .log("{}: the executor takes no requests any more: leaving the broker", config.service());
            close();
        }
    }

    private int most() {
        boolean unsaid = brokers.dialect().workerTakesSeveral() && !brokers.dialect().sharesConnections();
        return unsaid ? MOST_ASSIGNMENTS : capacity;
    }

    /** On the executor. */
    private void handle(Assignment assignment, GdpMessage request) {
        if (assignment.isLost()) {
            return;
        }
        try {
            handler.handle(request, assignment);
            if (!assignment.isFinished() && !assignment.isLost()) {
                throw new IllegalStateException("the handler returned without a final reply");
            }
        } catch (Throwable e) {
            if (!assignment.isLost() && !loop.isShuttingDown()) {
                log.atError()
                        .addKeyValue("service", config.service())
                        .setCause(e)
                        .log("{}: the handler failed: leaving the request to another worker", config.service());
            }
        }
        if (!assignment.isFinished()) {
            onLoop(() -> onUnfinished(assignment));
        }
    }

    /** On the handler's thread: a part of the reply, not the last one. What {@code written} does happens when it is on its way, or lost. */
    void reply(Assignment assignment, GdpMessage part, Runnable written) {
        onLoop(() -> onPartial(assignment, part, written));
    }

    /** On the handler's thread: the last part of the reply. */
    void reply(Assignment assignment, GdpMessage last) {
        onLoop(() -> onFinal(assignment, last));
    }

    private void onLoop(Runnable task) {
        try {
            loop.execute(task);
        } catch (RejectedExecutionException e) {
            log.atDebug().addKeyValue("service", config.service()).log("{}: the event loop has ended before the reply", config.service());
        }
    }

    /** Nothing is done for an assignment that is not under way any more: the registration under which the request came is over. */
    private void onPartial(Assignment assignment, GdpMessage part, Runnable written) {
        if (underWay.contains(assignment) && connection != null) {
            connection.send(new Command.WorkerReply(assignment.address, ReplyKind.PARTIAL, Body.of(part)), written);
        }
    }

    private void onFinal(Assignment assignment, GdpMessage last) {
        if (underWay.remove(assignment)) {
            ended(assignment, RequestOutcome.REPLIED);
            send(new Command.WorkerReply(assignment.address, Body.of(last)));
            leaveIfDrained();
        }
    }

    private void onUnfinished(Assignment assignment) {
        if (!underWay.remove(assignment)) {
            return;
        }
        ended(assignment, RequestOutcome.FAILED);
        if (brokers.dialect().sharesConnections()) {
            send(new Command.WorkerReturn(assignment.address));
            leaveIfDrained();
        } else {
            assignment.lose();
            endRegistration();
            if (state == State.DRAINING) {
                close();
            } else {
                leave(() -> {});
                reopenLater();
            }
        }
    }

    /** DISCONNECT: the broker does not know this worker, or does not want it. */
    private void onDismissal() {
        log.atInfo().addKeyValue("service", config.service()).log("{}: the broker ended the registration", config.service());
        if (connection != null) {
            connection.close();
        }
        onLost();
        reopenLater();
    }

    private void reopenLater() {
        long nanos = config.connection().reconnect().delay(dismissals++, ThreadLocalRandom.current()).toNanos();
        loop.schedule(this::open, nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void onLost() {
        endRegistration();
        leaveIfDrained();
    }

    private void endRegistration() {
        pulse.stop();
        List<Assignment> lost = List.copyOf(underWay);
        underWay.clear();
        lost.forEach(assignment -> {
            assignment.lose();
            ended(assignment, RequestOutcome.LOST);
        });
    }

    private void ended(Assignment assignment, RequestOutcome outcome) {
        brokers.observer().requestEnded(config.service(), outcome, loop.ticker().nanoTime() - assignment.beganNanos);
    }

    private void leave(Runnable done) {
        if (connection != null) {
            connection.closeAfter(Command.Disconnect.INSTANCE, done);
        } else {
            done.run();
        }
    }

    private void reset() {
        if (connection != null) {
            connection.reset();
        }
    }

    private void send(Command command) {
        if (connection != null) {
            connection.send(command);
        } else {
            command.release();
        }
    }
}
