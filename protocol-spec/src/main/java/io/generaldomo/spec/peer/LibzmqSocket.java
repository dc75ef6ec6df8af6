package io.generaldomo.spec.peer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A libzmq socket in a {@link LibzmqPeer}, driven by the test. Everything that it receives is kept until it is taken.
 * Safe for use by several threads. Whatever fails throws {@link LibzmqPeerException}.
 */
public final class LibzmqSocket implements AutoCloseable {
    private final PeerHandle handle;

    LibzmqSocket(PeerHandle handle) {
        this.handle = handle;
    }

    /**
     * Binds.
     *
     * @param endpoint where to; for tcp the port may be {@code *}
     * @return the endpoint with the port that it got
     */
    public String bind(String endpoint) {
        return handle.call("bind", Map.of("endpoint", endpoint)).value("endpoint");
    }

    /**
     * Begins to connect. {@link #awaitEvent} with {@code "handshake"} tells when it is done.
     *
     * @param endpoint where to
     */
    public void connect(String endpoint) {
        handle.call("connect", Map.of("endpoint", endpoint));
    }

    /**
     * Takes back a {@link #connect}.
     *
     * @param endpoint as given to connect
     */
    public void disconnect(String endpoint) {
        handle.call("disconnect", Map.of("endpoint", endpoint));
    }

    /**
     * Subscribes a SUB.
     *
     * @param prefix the topic, which may be empty
     */
    public void subscribe(String prefix) {
        handle.call("subscribe", Map.of("prefix", prefix));
    }

    /**
     * Takes back a {@link #subscribe}.
     *
     * @param prefix the topic
     */
    public void unsubscribe(String prefix) {
        handle.call("unsubscribe", Map.of("prefix", prefix));
    }

    /**
     * Joins a group, of a DISH.
     *
     * @param group its name
     */
    public void join(String group) {
        handle.call("join", Map.of("group", group));
    }

    /**
     * Leaves a group, of a DISH.
     *
     * @param group its name
     */
    public void leave(String group) {
        handle.call("leave", Map.of("group", group));
    }

    /**
     * Sends a message; returns when libzmq has taken it.
     *
     * @param frames at a ROUTER the first is the identity of the receiver, at a RADIO the group
     */
    public void send(byte[]... frames) {
        handle.call("send", Map.of("frames", PeerLine.frames(List.of(frames))));
    }

    /**
     * Sends a message of text.
     *
     * @param frames each is encoded as UTF-8
     */
    public void send(String... frames) {
        send(Arrays.stream(frames).map(frame -> frame.getBytes(UTF_8)).toArray(byte[][]::new));
    }

    /**
     * Sends from a SERVER.
     *
     * @param routingId of the receiver, as {@link LibzmqMessage#routingId()} told it
     * @param part      the only part
     */
    public void sendTo(long routingId, byte[] part) {
        handle.call("send", Map.of("frames", PeerLine.frames(List.of(part)), "to", Long.toString(routingId)));
    }

    /**
     * Takes the next message.
     *
     * @param patience how long to wait for it
     * @return the message
     */
    public LibzmqMessage receive(Duration patience) {
        PeerLine line = handle.await("message", patience);
        return new LibzmqMessage(line.number("from"), line.frames());
    }

    /**
     * Takes the next monitor event of a type and leaves events of other types.
     *
     * @param type     as zeromq.js names it: {@code accept}, {@code connect}, {@code handshake}, {@code disconnect},
     *                 {@code connect:retry}, {@code handshake:error:protocol} and others
     * @param patience how long to wait for it
     * @return the event's detail: the error code where there is one, otherwise empty
     */
    public String awaitEvent(String type, Duration patience) {
        return handle.await("event", "type", type, patience).value("detail");
    }

    /** Closes the socket. Who waits for something from it meanwhile fails. */
    @Override
    public void close() {
        if (handle.process().isAlive()) {
            handle.call("close");
        }
        handle.process().drop(handle);
    }
}
