package io.generaldomo.gdp.client;

import io.generaldomo.gdp.ConnectionConfig;
import io.generaldomo.gdp.GdpException.Reason;
import io.generaldomo.gdp.connection.BrokerConnection;
import io.generaldomo.gdp.connection.BrokerListener;
import io.generaldomo.gdp.protocol.Body;
import io.generaldomo.gdp.protocol.Command;
import io.generaldomo.gdp.protocol.ReplyKind;
import io.generaldomo.zmtp.transport.ZmtpTransport;
import io.netty.channel.EventLoop;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection of a client, carrying one request at a time. Confined to the client's event loop.
 *
 * <p>A reply belongs to the request that is under way on its connection; nothing else ties them. So when a request is given up, the connection
 * is given up with it: whatever still comes there is never read.
 */
final class Lane implements BrokerListener {
    private static final Logger log = LoggerFactory.getLogger(Lane.class);

    private final RequestQueue queue;
    private final BrokerConnection connection;
    private @Nullable PendingRequest current;

    Lane(RequestQueue queue, ZmtpTransport transport, EventLoop loop, ConnectionConfig config) {
        this.queue = queue;
        this.connection = BrokerConnection.open(transport, loop, config, this);
    }

    void send(PendingRequest request) {
        current = request;
        request.lane = this;
        connection.send(new Command.ClientRequest(request.service, Body.of(request.body)));
    }

    /** The request under way is not waited for any more. */
    void giveUp() {
        current = null;
        connection.reset();
    }

    void close() {
        fail(Reason.CLOSED, "the client was closed");
        connection.close();
    }

    private void fail(Reason reason, String message) {
        PendingRequest request = current;
        current = null;
        if (request != null) {
            request.fail(reason, message);
        }
    }

    @Override
    public void onReady() {
        queue.onIdle(this);
    }

    @Override
    public void onCommand(Command command) {
        PendingRequest request = current;
        if (request != null && command instanceof Command.ClientReply reply && reply.kind() != ReplyKind.PARTIAL
                && reply.service().equals(request.service)) {
            current = null;
            request.complete(reply.body().toGdpMessage());
            command.release();
            queue.onIdle(this);
        } else {
            command.release();
            log.warn("the broker sent what is no reply to the request under way: connecting anew");
            connection.reset();
        }
    }

    @Override
    public void onLost() {
        queue.onLost(this);
        fail(Reason.BROKER_LOST, "the connection to the broker was lost with the request under way");
    }
}
