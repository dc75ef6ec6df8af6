package io.generaldomo.gdp.broker;

import io.generaldomo.gdp.protocol.Command;
import io.generaldomo.gdp.protocol.Command.WorkerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A bug that is put into the core on purpose, to see that the simulation finds it. */
enum Sabotage {
    /** None. */
    NONE,
    /** A request that a lost worker held goes nowhere. */
    LOST_REDISPATCH,
    /** A worker is not sent what it is taken to hold. */
    LOST_DISPATCH,
    /** A worker that is idle is forgotten. */
    FORGOTTEN_WORKER,
    /** A departed client's requests are kept. */
    LOST_DEPARTURE,
    /** A body is retained once too often. */
    LEAKED_BODY;

    /** Whether this command, which the core sends, vanishes. */
    boolean swallows(Command command) {
        return this == LOST_DISPATCH && command instanceof WorkerRequest request && request.address().token() % 500 == 0;
    }

    /** A peer's connection has ended: tells the core, rightly or not. */
    void gone(BrokerCore core, Peer peer, long nowNanos, Random random) {
        if (this == LOST_DEPARTURE && !peer.lanes.isEmpty()) {
            peer.lanes.clear();
        }
        List<Request> held = new ArrayList<>();
        if (this == LOST_REDISPATCH && peer.worker != null && peer.worker.isBusy()) {
            held.add(peer.worker.held.last().request);
        }
        core.onPeerGone(peer, nowNanos);
        for (Request request : held) {
            if (request.age.isLinked()) {
                request.service.queue.remove(request);
                request.service.gate.leave(request);
                core.gate().leave(request);
                request.patience.cancel();
                core.services().collect(request.service);
            }
        }
    }

    /** Between two events. */
    void meddle(BrokerCore core, Random random) {
        if (this == NONE || random.nextInt(1000) != 0) {
            return;
        }
        for (Service service : core.services().ordered().values()) {
            Worker idle = service.idle.first();
            if (this == FORGOTTEN_WORKER && idle != null) {
                idle.place.unlink();
                idle.silence.cancel();
                return;
            }
            Request waiting = service.queue.oldest();
            if (this == LEAKED_BODY && waiting != null) {
                waiting.bodyForTry(0);
                return;
            }
        }
    }
}
