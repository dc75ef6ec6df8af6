package io.generaldomo.gdp.worker;

import io.generaldomo.gdp.GdpException;
import io.generaldomo.gdp.GdpException.Reason;
import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.protocol.Address;
import io.generaldomo.gdp.protocol.Body;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * A request that the broker has given to a registration. The handler's thread puts the reply in, the event loop takes it out; between them are no
 * more than {@value #WINDOW} parts.
 */
final class Assignment implements ReplySink {
    private static final int WINDOW = 16;
    /** More than anybody waits for, and not so many that the semaphore could overflow. */
    private static final int EVERYBODY = 1 << 20;

    private enum State {
        OPEN,
        FINISHED,
        /** The registration under which the request came is over. */
        LOST
    }

    final Address address;

    /** When it came. */
    final long beganNanos;

    private final Registration registration;
    private final boolean joining;
    private final List<GdpMessage> parts = new ArrayList<>(1);
    private final Semaphore room = new Semaphore(WINDOW);
    private int frames;
    private volatile State state = State.OPEN;

    Assignment(Registration registration, Address address, boolean joining, long nowNanos) {
        this.registration = registration;
        this.address = address;
        this.joining = joining;
        this.beganNanos = nowNanos;
    }

    @Override
    public void partial(GdpMessage part) throws InterruptedException {
        requireOpen();
        if (joining) {
            keep(part);
            return;
        }
        room.acquire();
        requireOpen();
        registration.reply(this, part, room::release);
    }

    @Override
    public void finish(GdpMessage last) {
        requireOpen();
        keep(last);
        GdpMessage reply = GdpMessage.join(parts);
        parts.clear();
        synchronized (this) {
            requireOpen();
            state = State.FINISHED;
        }
        registration.reply(this, reply);
    }

    private void keep(GdpMessage part) {
        frames += part.size();
        if (frames > Body.MAX_FRAMES) {
            throw new IllegalStateException("a reply has " + Body.MAX_FRAMES + " frames at most");
        }
        parts.add(part);
    }

    private void requireOpen() {
        switch (state) {
            case FINISHED -> throw new IllegalStateException("the reply is finished already");
            case LOST -> throw new GdpException(Reason.BROKER_LOST, "nobody waits for the reply any more");
            case OPEN -> { }
        }
    }

    boolean isFinished() {
        return state == State.FINISHED;
    }

    boolean isLost() {
        return state == State.LOST;
    }

    /** On the event loop: the broker gives the request to somebody else. */
    void lose() {
        synchronized (this) {
            if (state == State.FINISHED) {
                return;
            }
            state = State.LOST;
        }
        room.release(EVERYBODY);
    }
}
