package io.generaldomo.gdp.connection;

import io.generaldomo.gdp.PeerObserver;
import io.generaldomo.gdp.PeerState;
import io.generaldomo.gdp.RequestOutcome;
import io.generaldomo.gdp.ServiceName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells an observer, and keeps its failures from whoever tells. As thread-safe as the observer. */
final class GuardedObserver implements PeerObserver {
    private static final Logger log = LoggerFactory.getLogger(GuardedObserver.class);

    private final PeerObserver observer;

    GuardedObserver(PeerObserver observer) {
        this.observer = observer;
    }

    @Override
    public void stateChanged(PeerState state) {
        guarded(() -> observer.stateChanged(state));
    }

    @Override
    public void connected() {
        guarded(observer::connected);
    }

    @Override
    public void lost() {
        guarded(observer::lost);
    }

    @Override
    public void requestBegan(ServiceName service) {
        guarded(() -> observer.requestBegan(service));
    }

    @Override
    public void requestEnded(ServiceName service, RequestOutcome outcome, long nanos) {
        guarded(() -> observer.requestEnded(service, outcome, nanos));
    }

    private static void guarded(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException | Error e) {
            log.error("an observer failed", e);
        }
    }
}
