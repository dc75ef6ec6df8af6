package io.generaldomo.gdp.client;

import io.generaldomo.gdp.GdpException.Reason;
import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.ServiceName;
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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection of a client, carrying one request at a time. Confined to the client's event loop.
 *
 * <p>A reply belongs to the request that is under way on its connection; nothing else ties them. So when a request is given up, the connection
 * is given up with it, and the lane is over: whatever still comes there is never read.
 */
final class Lane implements BrokerListener {
    private static final Logger log = LoggerFactory.getLogger(Lane.class);

    private final RequestQueue queue;
    private final Lanes lanes;
    private final Replies replies;
    private final BrokerConnection connection;
    private @Nullable PendingRequest current;
    private @Nullable ZmtpPeer broker;
    /** When it was used last. */
    long idleSince;

    Lane(RequestQueue queue, Lanes lanes, Brokers brokers) {
        this.queue = queue;
        this.lanes = lanes;
        this.replies = brokers.dialect().replies();
        this.connection = brokers.connect(this);
    }

    void send(PendingRequest request) {
        current = request;
        request.lane = this;
        connection.send(new Command.ClientRequest(request.service, Body.of(request.body)));
    }

    void pauseReading() {
        connection.pauseReading();
    }

    void resumeReading() {
        connection.resumeReading();
    }

    /** The request under way is not waited for any more. */
    void giveUp() {
        detach();
        connection.close();
        lanes.remove(this);
        queue.onLaneGone();
    }

    /** The end of the client. */
    void close() {
        PendingRequest request = detach();
        connection.close();
        if (request != null) {
            request.fail(Reason.CLOSED, "the client was closed");
        }
    }

    private @Nullable PendingRequest detach() {
        PendingRequest request = current;
        current = null;
        if (request != null) {
            request.lane = null;
        }
        return request;
    }

    /** Whether another lane has just found another run of this one's broker. */
    boolean isReplacedBy(Lane other) {
        return broker != null && other.broker != null && BrokerInstance.replaced(broker, other.broker);
    }

    void onReplaced() {
        PendingRequest request = detach();
        giveUp();
        if (request != null) {
            queue.failed(request, Cause.BROKER_REPLACED);
        }
    }

    @Override
    public void onReady(ZmtpPeer peer) {
        broker = peer;
        lanes.onReady(this);
        queue.onIdle(this);
    }

    @Override
    public void onCommand(Command command) {
        PendingRequest request = current;
        if (request != null && command instanceof ClientReply reply && isAbout(reply.service(), request)) {
            GdpMessage part = reply.body().toGdpMessage();
            command.release();
            if (request.onReply(reply.kind(), part, replies)) {
                onAnswered();
            }
        } else if (request != null && command instanceof ClientNak nak && isAbout(nak.service(), request)) {
            command.release();
            request.fail(Reason.REFUSED, "the broker does not let the request through");
            onAnswered();
        } else {
            command.release();
            log.warn("the broker sent what is no reply to the request under way: connecting anew");
            connection.reset();
        }
    }

    private static boolean isAbout(ServiceName service, PendingRequest request) {
        return service.equals(request.service);
    }

    private void onAnswered() {
        if (current == null) {
            return; // the caller gave it up when it heard the end
        }
        if (replies == Replies.UNMARKED) {
            giveUp(); // more may come, and would pass for the next request's
        } else {
            detach();
            connection.resumeReading();
            queue.onIdle(this);
        }
    }

    @Override
    public void onLost() {
        broker = null;
        lanes.onLost(this);
        PendingRequest request = detach();
        if (request != null) {
            queue.failed(request, Cause.BROKER_LOST);
        }
    }
}
