package io.generaldomo.gdp.broker;

import org.jspecify.annotations.Nullable;

/**
 * The requests that wait for one service. Each client has a lane, and the lanes take turns, so that a client that asks a lot delays others by one
 * request at most. O(1) in clients and requests. Confined to the broker's event loop.
 */
final class RequestQueue {
    private final Service service;
    private final Chain<Lane> turns = new Chain<>();

    /** Whatever their turns, the one that waits longest first. */
    private final Chain<Request> ages = new Chain<>();

    RequestQueue(Service service) {
        this.service = service;
    }

    int size() {
        return ages.size();
    }

    boolean isEmpty() {
        return ages.isEmpty();
    }

    /** The request that waits longest; null if there is none. */
    @Nullable Request oldest() {
        return ages.first();
    }

    /** Puts a request behind the others of its client. */
    void addLast(Request request) {
        Lane lane = lane(request.client);
        lane.requests.addLast(request.place);
        ages.addLast(request.age);
    }

    /** Puts a request, which a worker died with, before the others of its client, and gives that client the next turn. */
    void addFirst(Request request) {
        Lane lane = lane(request.client);
        lane.requests.addFirst(request.place);
        turns.addFirst(lane.turn);
        ages.addLast(request.age);
    }

    /** Takes the next request out; null if there is none. */
    @Nullable Request poll() {
        Lane lane = turns.first();
        if (lane == null) {
            return null;
        }
        Request request = lane.requests.first();
        if (request == null) {
            throw new IllegalStateException("an empty lane has its turn");
        }
        remove(request);
        if (lane.turn.isLinked()) {
            turns.addLast(lane.turn);
        }
        return request;
    }

    /** Takes a request out, wherever it is. */
    void remove(Request request) {
        request.place.unlink();
        request.age.unlink();
        Lane lane = request.client.lanes.get(service);
        if (lane != null && lane.requests.isEmpty()) {
            lane.turn.unlink();
            request.client.closeLane(service);
        }
    }

    private Lane lane(Peer client) {
        Lane lane = client.openLane(service);
        if (!lane.turn.isLinked()) {
            turns.addLast(lane.turn);
        }
        return lane;
    }
}
