package io.generaldomo.gdp.client;

import io.generaldomo.gdp.GdpException.Reason;
import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.client.RetryPolicy.Cause;
import io.generaldomo.gdp.connection.BrokerConnection;
import io.generaldomo.gdp.connection.BrokerInstance;
import io.generaldomo.gdp.connection.BrokerListener;
import io.generaldomo.gdp.connection.Brokers;
import io.generaldomo.gdp.protocol.Body;
import io.generaldomo.gdp.protocol.Command;
import io.generaldomo.gdp.protocol.Command.ClientNak;
import io.generaldomo.gdp.protocol.Command.ClientReply;
import io.generaldomo.gdp.protocol.Replies;
import io.generaldomo.zmtp.ZmtpPeer;
import io.netty.util.collection.IntObjectHashMap;
import io.netty.util.collection.IntObjectMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection of a client. Carries one request at a time; in a dialect whose requests bear tickets many, or one stream. Confined to the
 * client's event loop.
 *
 * <p>Without tickets, a reply belongs to the request that is under way on its connection; nothing else ties them. So when a request is given up, the
 * connection is given up with it, and the lane is over: whatever still comes there is never read. A stream always has its lane for itself, as it may
 * stop reading, and its end may be long in coming.
 */
final class Lane implements BrokerListener {
    private static final Logger log = LoggerFactory.getLogger(Lane.class);

    /** Enough to fill the connection, and no more than a broker will take from one client for long. */
    private static final int MOST_SHARING = 1000;

    private final RequestQueue queue;
    private final Lanes lanes;
    private final Replies replies;
    private final boolean tickets;
    private final BrokerConnection connection;
    private final IntObjectMap<PendingRequest> underWay = new IntObjectHashMap<>(1);
    private int lastTicket;
    /** By a request that shares it with no other. */
    private boolean taken;
    private boolean paused;
    private @Nullable ZmtpPeer broker;
    /** When it was used last. */
    long idleSince;
    /** Whether it is among those that {@link Lanes} gives requests to. */
    boolean open;

    Lane(RequestQueue queue, Lanes lanes, Brokers brokers) {
        this.queue = queue;
        this.lanes = lanes;
        this.replies = brokers.dialect().replies();
        this.tickets = brokers.dialect().sharesConnections();
        this.connection = brokers.connect(this);
    }

    boolean isReady() {
        return broker != null;
    }

    boolean isEmpty() {
        return underWay.isEmpty();
    }

    /** Whether it takes any request at all. */
    boolean hasRoom() {
        return isEmpty() || !taken && underWay.size() < MOST_SHARING;
    }

    boolean hasRoomFor(PendingRequest request) {
        return isEmpty() || hasRoom() && request.sharesLane();
    }

    /** Where there is room for it. */
    void send(PendingRequest request) {
        taken = !tickets || !request.sharesLane();
        if (tickets) {
            lastTicket++;
        }
        underWay.put(lastTicket, request);
        request.lane = this;
        request.ticket = lastTicket;
        connection.send(new Command.ClientRequest(request.service, lastTicket, Body.of(request.body)));
    }

    void pauseReading() {
        paused = true;
        connection.pauseReading();
    }

    void resumeReading() {
        if (paused) {
            paused = false;
            connection.resumeReading();
        }
    }

    /** A request under way is not waited for any more. */
    void giveUp(PendingRequest request) {
        detach(request);
        if (taken) {
            giveUp();
        } else {
            lanes.onRoom(this); // its reply will be dropped
        }
    }

    /** Nothing is waited for any more. */
    void giveUp() {
        connection.close();
        lanes.remove(this);
        queue.onLaneGone();
    }

    /** The end of the client. */
    void close() {
        List<PendingRequest> requests = detachAll();
        connection.close();
        requests.forEach(request -> request.fail(Reason.CLOSED, "the client was closed"));
    }

    private void detach(PendingRequest request) {
        underWay.remove(request.ticket);
        request.lane = null;
    }

    private List<PendingRequest> detachAll() {
        List<PendingRequest> requests = List.copyOf(underWay.values());
        requests.forEach(this::detach);
        return requests;
    }

    /** Whether another lane has just found another run of this one's broker. */
    boolean isReplacedBy(Lane other) {
        return broker != null && other.broker != null && BrokerInstance.replaced(broker, other.broker);
    }

    void onReplaced() {
        List<PendingRequest> requests = detachAll();
        giveUp();
        requests.forEach(request -> queue.failed(request, Cause.BROKER_REPLACED));
    }

    @Override
    public void onReady(ZmtpPeer peer) {
        broker = peer;
        lanes.onReady(this);
    }

    @Override
    public void onCommand(Command command) {
        if (command instanceof ClientReply reply) {
            onReply(reply);
        } else if (command instanceof ClientNak nak) {
            onNak(nak);
        } else {
            command.release();
            onNonsense();
        }
    }

    private void onReply(ClientReply reply) {
        PendingRequest request = underWay.get(reply.ticket());
        if (request == null && tickets) {
            reply.release(); // to a request that was given up
        } else if (request == null || !reply.service().equals(request.service)) {
            reply.release();
            onNonsense();
        } else {
            GdpMessage part = reply.body().toGdpMessage();
            reply.release();
            if (request.onReply(reply.kind(), part, replies)) {
                onAnswered(request);
            }
        }
    }

    private void onNak(ClientNak nak) {
        PendingRequest request = underWay.get(0);
        nak.release();
        if (request == null || !nak.service().equals(request.service)) {
            onNonsense();
        } else {
            request.fail(Reason.REFUSED, "the broker does not let the request through");
            onAnswered(request);
        }
    }

    private void onNonsense() {
        log.warn("the broker sent what is no reply to the request under way: connecting anew");
        connection.reset();
    }

    private void onAnswered(PendingRequest request) {
        if (request.lane != this) {
            return; // the caller gave it up when it heard the end
        }
        detach(request);
        if (replies == Replies.UNMARKED) {
            giveUp(); // more may come, and would pass for the next request's
        } else {
            resumeReading();
            lanes.onRoom(this);
        }
    }

    @Override
    public void onLost() {
        broker = null;
        paused = false;
        lanes.onLost(this);
        detachAll().forEach(request -> queue.failed(request, Cause.BROKER_LOST));
    }
}
