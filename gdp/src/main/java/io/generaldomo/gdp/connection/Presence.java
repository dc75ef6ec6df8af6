package io.generaldomo.gdp.connection;

import io.generaldomo.gdp.PeerObserver;
import io.generaldomo.gdp.PeerState;

/**
 * What a client or a worker is to its broker, as its connections come and go. Confined to the event loop of its {@link Brokers}, except {@link #state()}.
 */
public final class Presence {
    private final PeerObserver observer;
    private int ready;
    private boolean draining;
    private volatile PeerState state = PeerState.CONNECTING;

    Presence(PeerObserver observer) {
        this.observer = observer;
    }

    /**
     * What it is at present. Any thread may ask.
     *
     * @return the state
     */
    public PeerState state() {
        return state;
    }

    /** It takes nothing new. */
    public void drain() {
        draining = true;
        update();
    }

    /** It has ended. */
    public void close() {
        become(PeerState.CLOSED);
    }

    void connected() {
        ready++;
        observer.connected();
        update();
    }

    void lost() {
        observer.lost();
        ended();
    }

    /** This side has ended a connection that was ready. */
    void ended() {
        ready--;
        update();
    }

    private void update() {
        if (draining) {
            become(PeerState.DRAINING);
        } else {
            become(ready > 0 ? PeerState.READY : PeerState.CONNECTING);
        }
    }

    private void become(PeerState next) {
        if (state != next && state != PeerState.CLOSED) {
            state = next;
            observer.stateChanged(next);
        }
    }
}
