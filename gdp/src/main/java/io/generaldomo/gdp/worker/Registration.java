package io.generaldomo.gdp.worker;

import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.connection.BrokerConnection;
import io.generaldomo.gdp.connection.BrokerListener;
import io.generaldomo.gdp.protocol.Address;
import io.generaldomo.gdp.protocol.Body;
import io.generaldomo.gdp.protocol.Command;
import io.generaldomo.zmtp.transport.ZmtpTransport;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One registration of a worker with its broker: READY, heartbeats, one request at a time. Confined to the worker's event loop; only the handler
 * runs elsewhere.
 *
 * <pre>
 *   connecting --READY--> idle --REQUEST--> busy --REPLY--> idle
 *        ^                 |                  |
 *        +---- lost, silence, DISCONNECT -----+     (a reply that comes after that is dropped: the request is another worker's by then)
 * </pre>
 *
 * <p>Heartbeats go out at each interval whether the handler runs or not, since they come from the event loop.
 */
final class Registration implements BrokerListener {
    private static final Logger log = LoggerFactory.getLogger(Registration.class);

    private final WorkerConfig config;
    private final RequestHandler handler;
    private final Executor executor;
    private final ZmtpTransport transport;
    private final EventLoop loop;
    private @Nullable BrokerConnection connection;
    private @Nullable ScheduledFuture<?> heartbeat;
    private @Nullable Address underWay;
    private long heardAt;
    private int dismissals;
    private boolean closed;

    Registration(WorkerConfig config, RequestHandler handler, Executor executor, ZmtpTransport transport, EventLoop loop) {
        this.config = config;
        this.handler = handler;
        this.executor = executor;
        this.transport = transport;
        this.loop = loop;
    }

    void open() {
        if (!closed) {
            connection = BrokerConnection.open(transport, loop, config.connection(), this);
        }
    }

    /** Takes leave of the broker. */
    void close() {
        closed = true;
        stopHeartbeats();
        leave();
    }

    @Override
    public void onReady() {
        heardAt = now();
        send(new Command.WorkerReady(config.service()));
        long nanos = config.heartbeat().interval().toNanos();
        heartbeat = loop.scheduleAtFixedRate(this::onInterval, nanos, nanos, TimeUnit.NANOSECONDS);
    }

    private void onInterval() {
        if (now() - heardAt > config.heartbeat().expiry().toNanos()) {
            log.warn("{}: the broker was silent for {} ms: connecting anew", config.service(), config.heartbeat().expiry().toMillis());
            reset();
        } else {
            send(Command.Heartbeat.INSTANCE);
        }
    }

    @Override
    public void onCommand(Command command) {
        heardAt = now();
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
        if (underWay != null) {
            log.warn("{}: the broker sent a request before the reply to the one under way: connecting anew", config.service());
            reset();
            return;
        }
        Address address = request.address();
        underWay = address;
        try {
            executor.execute(() -> handle(address, body));
        } catch (RejectedExecutionException e) {
            log.warn("{}: the executor takes no requests any more: leaving the broker", config.service());
            close();
        }
    }

    /** On the executor. */
    private void handle(Address address, GdpMessage request) {
        @Nullable GdpMessage reply;
        try {
            reply = handler.handle(request);
        } catch (Throwable e) {
            if (!loop.isShuttingDown()) {
                log.error("{}: the handler failed: leaving the request to another worker", config.service(), e);
            }
            reply = null;
        }
        GdpMessage answer = reply;
        if (!loop.isShuttingDown()) {
            loop.execute(() -> onHandled(address, answer));
        }
    }

    private void onHandled(Address address, @Nullable GdpMessage reply) {
        if (underWay != address) {
            return; // the registration under which the request came is over
        }
        underWay = null;
        if (reply == null) {
            leave();
            reopenLater();
        } else {
            send(new Command.WorkerReply(address, Body.of(reply)));
        }
    }

    /** DISCONNECT: the broker does not know this worker, or does not want it. */
    private void onDismissal() {
        log.info("{}: the broker ended the registration", config.service());
        if (connection != null) {
            connection.close();
        }
        reopenLater();
    }

    private void reopenLater() {
        onLost();
        long nanos = config.connection().reconnect().delay(dismissals++, ThreadLocalRandom.current()).toNanos();
        loop.schedule(this::open, nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void onLost() {
        stopHeartbeats();
        underWay = null;
    }

    private void stopHeartbeats() {
        if (heartbeat != null) {
            heartbeat.cancel(false);
            heartbeat = null;
        }
    }

    private void leave() {
        if (connection != null) {
            connection.closeAfter(Command.Disconnect.INSTANCE);
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

    private long now() {
        return loop.ticker().nanoTime();
    }
}
