package io.generaldomo.gdp.broker;

import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.protocol.Address;
import io.generaldomo.gdp.protocol.Body;
import io.generaldomo.gdp.protocol.Command;
import io.generaldomo.gdp.protocol.Command.ClientNak;
import io.generaldomo.gdp.protocol.Command.ClientReply;
import io.generaldomo.gdp.protocol.Command.Heartbeat;
import io.generaldomo.gdp.protocol.Command.WorkerRequest;
import io.generaldomo.gdp.protocol.Dialect;
import io.generaldomo.gdp.protocol.ReplyKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;

/** A peer of the core under test: writes down what it is sent, and releases it. */
final class TestPeer implements PeerPort {
    final Peer peer;
    final Dialect dialect;

    /** What it was sent, without heartbeats. */
    final List<String> received = new ArrayList<>();

    /** When it was sent heartbeats, in virtual milliseconds. */
    final List<Long> heartbeats = new ArrayList<>();

    /** The addresses of the requests it was sent and did not reply to through {@link #takeAddress()}. */
    final Deque<Address> addresses = new ArrayDeque<>();

    boolean paused;
    boolean writable = true;
    boolean closed;

    /** What it does as soon as it is read again, once. */
    Runnable onResume = () -> {};

    private final TestBroker broker;

    TestPeer(TestBroker broker, String name, Dialect dialect, Optional<String> user) {
        this.broker = broker;
        this.dialect = dialect;
        this.peer = new Peer(name, user, this);
    }

    @Override
    public void send(Dialect in, Command command) {
        if (in != dialect) {
            throw new AssertionError(peer + " speaks " + dialect + " and was sent " + in);
        }
        if (command instanceof Heartbeat) {
            heartbeats.add(broker.millis());
        } else if (command instanceof WorkerRequest request) {
            addresses.add(request.address());
            received.add("REQUEST " + text(request.body()));
        } else if (command instanceof ClientReply reply) {
            String kind = reply.kind() == ReplyKind.FINAL ? "REPLY " : reply.kind() + " ";
            String ticket = dialect.sharesConnections() ? reply.ticket() + " " : "";
            received.add(kind + ticket + reply.service() + " " + text(reply.body()));
        } else if (command instanceof ClientNak nak) {
            received.add("NAK " + nak.service() + " " + text(nak.body()));
        } else {
            received.add(command.getClass().getSimpleName().toUpperCase(Locale.ROOT));
        }
        command.release();
    }

    @Override
    public void pauseReading() {
        if (paused) {
            throw new AssertionError("paused twice");
        }
        paused = true;
    }

    @Override
    public void resumeReading() {
        if (!paused) {
            throw new AssertionError("resumed without a pause");
        }
        paused = false;
        Runnable then = onResume;
        onResume = () -> {};
        then.run();
    }

    @Override
    public boolean isWritable() {
        return writable;
    }

    @Override
    public void close() {
        closed = true;
    }

    Address takeAddress() {
        return addresses.remove();
    }

    /** What it received since the last call. */
    List<String> take() {
        List<String> taken = List.copyOf(received);
        received.clear();
        return taken;
    }

    static String text(Body body) {
        GdpMessage message = body.toGdpMessage();
        StringJoiner text = new StringJoiner(",");
        for (int i = 0; i < message.size(); i++) {
            text.add(message.utf8(i));
        }
        return text.toString();
    }
}
