package io.generaldomo.gdp.broker;

import io.generaldomo.gdp.ServiceName;
import io.generaldomo.zmtp.ZmtpException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All who observe a broker, as if they were one. Confined to the broker's event loop. */
final class Observers implements BrokerObserver {
    private static final Logger LOG = LoggerFactory.getLogger(Observers.class);

    private final List<BrokerObserver> all;

    private Observers(List<BrokerObserver> all) {
        this.all = all;
    }

    /**
     * The flight recorder, and those of the configuration. Without the latter it stands alone: what happens costs a comparison then, and allocates
     * nothing.
     */
    static BrokerObserver of(List<BrokerObserver> configured) {
        FlightEvents recorder = new FlightEvents();
        if (configured.isEmpty()) {
            return recorder;
        }
        List<BrokerObserver> all = new ArrayList<>();
        all.add(recorder);
        all.addAll(configured);
        return new Observers(List.copyOf(all));
    }

    @Override
    public void requestAccepted(ObservedRequest request, long nowNanos) {
        tell(each -> each.requestAccepted(request, nowNanos));
    }

    @Override
    public void requestQueued(ObservedRequest request, long nowNanos) {
        tell(each -> each.requestQueued(request, nowNanos));
    }

    @Override
    public void requestDispatched(ObservedRequest request, ObservedWorker worker, long nowNanos) {
        tell(each -> each.requestDispatched(request, worker, nowNanos));
    }

    @Override
    public void requestReplied(ObservedRequest request, ObservedWorker worker, long nowNanos) {
        tell(each -> each.requestReplied(request, worker, nowNanos));
    }

    @Override
    public void requestRedispatched(ObservedRequest request, long nowNanos) {
        tell(each -> each.requestRedispatched(request, nowNanos));
    }

    @Override
    public void requestEnded(ObservedRequest request, RequestEnd end, long nowNanos) {
        tell(each -> each.requestEnded(request, end, nowNanos));
    }

    @Override
    public void requestRefused(ServiceName service, Refusal why, long nowNanos) {
        tell(each -> each.requestRefused(service, why, nowNanos));
    }

    @Override
    public void workerArrived(ObservedWorker worker, long nowNanos) {
        tell(each -> each.workerArrived(worker, nowNanos));
    }

    @Override
    public void workerRefused(ServiceName service, Refusal why, long nowNanos) {
        tell(each -> each.workerRefused(service, why, nowNanos));
    }

    @Override
    public void workerLeft(ObservedWorker worker, WorkerEnd end, long nowNanos) {
        tell(each -> each.workerLeft(worker, end, nowNanos));
    }

    @Override
    public void connectionOpened(ObservedConnection connection, long nowNanos) {
        tell(each -> each.connectionOpened(connection, nowNanos));
    }

    @Override
    public void handshakeFailed(ObservedConnection connection, ZmtpException.Reason cause, long nowNanos) {
        tell(each -> each.handshakeFailed(connection, cause, nowNanos));
    }

    @Override
    public void connectionClosed(ObservedConnection connection, long nowNanos) {
        tell(each -> each.connectionClosed(connection, nowNanos));
    }

    @Override
    public void dropped(DropReason reason, long nowNanos) {
        tell(each -> each.dropped(reason, nowNanos));
    }

    @Override
    public void sampled(BrokerSnapshot snapshot) {
        tell(each -> each.sampled(snapshot));
    }

    /** Each is told, whatever the others do, and none of them can hurt the broker. */
    private void tell(Consumer<BrokerObserver> what) {
        for (BrokerObserver each : all) {
            try {
                what.accept(each);
            } catch (RuntimeException | Error e) {
                LOG.error("an observer failed: {}", each.getClass().getName(), e);
            }
        }
    }
}
