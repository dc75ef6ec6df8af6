package io.generaldomo.gdp.broker;

import io.generaldomo.gdp.protocol.Command;
import io.generaldomo.gdp.protocol.Dialect;
import io.generaldomo.gdp.protocol.DialectDetector;
import io.generaldomo.gdp.protocol.Direction;
import io.generaldomo.zmtp.ZmtpMessage;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * A connection between a simulated peer and the broker: keeps the order of messages in each direction, and delays them at random, so that those of different
 * connections overtake each other. What crosses it are octets. Breaks when it is told to; what is under way then is lost.
 */
final class SimLink implements PeerPort {
    final Peer peer;
    final Dialect dialect;
    private final Simulation world;
    private final Consumer<Command> inbox;
    private final Runnable onBreak;
    private final Queue<ZmtpMessage> atBroker = new ArrayDeque<>();
    private long lastUp;
    private long lastDown;
    private boolean broken;
    private boolean paused;
    private boolean writable = true;

    SimLink(Simulation world, String name, Dialect dialect, Consumer<Command> inbox, Runnable onBreak) {
        this.world = world;
        this.dialect = dialect;
        this.inbox = inbox;
        this.onBreak = onBreak;
        this.peer = new Peer(name, Optional.empty(), this);
        this.lastUp = world.time.now();
        this.lastDown = lastUp;
    }

    boolean hasUnread() {
        return !atBroker.isEmpty();
    }

    boolean isBroken() {
        return broken;
    }

    /** The peer sends a command. */
    void sendUp(Command command) {
        ZmtpMessage message = dialect.encode(command, world.allocator);
        lastUp = later(lastUp);
        world.time.at(lastUp, () -> arriveAtBroker(message));
    }

    private void arriveAtBroker(ZmtpMessage message) {
        if (broken) {
            message.release();
            return;
        }
        atBroker.add(message);
        // What was read before may still be delivered to a core that does not want it.
        if (!paused || world.random.nextInt(10) == 0) {
            world.whenAwake(this::deliverOne);
        }
    }

    private void deliverOne() {
        ZmtpMessage message = atBroker.poll();
        if (message == null) {
            return;
        }
        if (broken) {
            message.release();
            return;
        }
        Dialect detected = DialectDetector.detect(message);
        world.ledger.check(detected == dialect, "a message of %s was taken for one of %s", dialect, detected);
        world.core.onCommand(peer, detected, detected.decode(message, Direction.TO_BROKER), world.time.now());
        world.afterStep();
    }

    @Override
    public void send(Dialect to, Command command) {
        world.ledger.check(to == dialect, "%s speaks %s and was sent %s", peer, dialect, to);
        world.ledger.sent(peer, command);
        if (broken || world.sabotage.swallows(command)) {
            command.release();
            return;
        }
        ZmtpMessage message = to.encode(command, world.allocator);
        lastDown = later(lastDown);
        world.time.at(lastDown, () -> {
            if (broken) {
                message.release();
            } else {
                inbox.accept(dialect.decode(message, Direction.FROM_BROKER));
            }
        });
    }

    private long later(long last) {
        long time = world.time.now() + world.delayNanos();
        return time - last < 0 ? last : time;
    }

    /** Either side, or the net between them, ends the connection. The broker learns it at once or some time later. */
    void breakDown() {
        if (broken) {
            return;
        }
        broken = true;
        atBroker.forEach(ZmtpMessage::release);
        atBroker.clear();
        onBreak.run();
        world.time.at(world.time.now() + world.delayNanos(), () -> world.whenAwake(() -> world.gone(peer)));
    }

    /** The peer does not read for a time. */
    void stopReading(long millis) {
        writable = false;
        world.time.after(millis, () -> world.whenAwake(() -> {
            writable = true;
            if (!broken) {
                world.core.onWritable(peer);
                world.afterStep();
            }
        }));
    }

    @Override
    public void pauseReading() {
        world.ledger.check(!paused, "%s paused twice", peer);
        paused = true;
    }

    @Override
    public void resumeReading() {
        world.ledger.check(paused, "%s resumed without a pause", peer);
        paused = false;
        // As Netty would: what is there is delivered at once, from within this call.
        while (!paused && !atBroker.isEmpty() && !broken) {
            deliverOne();
        }
    }

    @Override
    public boolean isWritable() {
        return writable;
    }

    @Override
    public void close() {
        world.time.after(0, this::breakDown);
    }

    /** What stands in the way of its messages. */
    @Override
    public String toString() {
        return peer + " (" + dialect + ", " + atBroker.size() + " not read" + (paused ? ", stopped" : "") + (writable ? "" : ", does not read") + ") ";
    }
}
