package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpException.Reason;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.socket.RequestOptions.Order;
import io.generaldomo.zmtp.socket.RequestOptions.Pairing;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** REQ: one request at a time, to peers in turn; the others wait in order. Confined to the socket's event loop. */
final class RequestPattern implements Pattern {
    private static final Logger log = LoggerFactory.getLogger(RequestPattern.class);

    private final int mark;
    private final RequestOptions options;
    private final LoadBalancer balancer = new LoadBalancer();
    private final Queue<Request> waiting = new ArrayDeque<>();
    private @Nullable Request outstanding;

    private int number = ThreadLocalRandom.current().nextInt();

    RequestPattern(int mark, RequestOptions options) {
        this.mark = mark;
        this.options = options;
    }

    void request(Request request) {
        if (options.order() == Order.RELAXED) {
            // Each of them comes back as abandoned.
            Stream.concat(Stream.ofNullable(outstanding), List.copyOf(waiting).stream()).forEach(earlier -> earlier.reply().cancel(false));
        }
        if (waiting.size() >= mark) {
            request.refuse(Reason.HIGH_WATER_MARK, mark + " requests wait already");
            return;
        }
        request.compact();
        waiting.add(request);
        sendNext();
    }

    /** The caller does not wait for the reply any more. One that came late must not pass for the reply to another request. */
    void abandon(Request request) {
        if (waiting.remove(request)) {
            request.refuse(Reason.CLOSED, "the request was given up");
        } else if (outstanding == request) {
            outstanding = null;
            if (options.pairing() == Pairing.BY_CONNECTION) {
                request.link().retract();
            }
            sendNext();
        }
    }

    private void sendNext() {
        while (outstanding == null && !waiting.isEmpty()) {
            Link link = balancer.next();
            if (link == null) {
                return;
            }
            outstanding = waiting.remove();
            if (options.pairing() == Pairing.BY_NUMBER) {
                outstanding.sendOn(link, ++number);
            } else {
                outstanding.sendOn(link);
            }
        }
    }

    @Override
    public void onLink(Link link) {
        balancer.add(link);
        sendNext();
    }

    @Override
    public void onUnlink(Link link) {
        balancer.remove(link);
        failOutstanding(link, Reason.CONNECTION_LOST, "the peer that was asked is gone");
        sendNext();
    }

    @Override
    public void onRoom() {
        sendNext();
    }

    @Override
    public void onMessage(LivePeer from, ZmtpMessage message) {
        int envelope = envelopeOf(message);
        if (envelope == 0) {
            log.debug("REQ: {} sent a reply without an envelope", from);
            message.release();
            failOutstanding(from.link(), Reason.MALFORMED, "the reply had no envelope");
            from.disconnect();
        } else if (outstanding == null || outstanding.link() != from.link() || !isFor(outstanding, message, envelope)) {
            message.release();
        } else {
            Request answered = outstanding;
            outstanding = null;
            ZmtpMessage reply = message.retainedFrom(envelope);
            message.release();
            answered.answer(reply);
        }
        sendNext();
    }

    /** How many parts are not the body: the delimiter, and a number in front of it where requests have one; 0 if it is not there. */
    private int envelopeOf(ZmtpMessage message) {
        boolean numbered = options.pairing() == Pairing.BY_NUMBER && message.part(0).readableBytes() == Integer.BYTES;
        int delimiter = numbered ? 1 : 0;
        return message.size() > delimiter + 1 && !message.part(delimiter).isReadable() ? delimiter + 1 : 0;
    }

    private boolean isFor(Request request, ZmtpMessage message, int envelope) {
        return options.pairing() == Pairing.BY_CONNECTION
                || envelope == 2 && message.part(0).getInt(message.part(0).readerIndex()) == request.number();
    }

    @Override
    public void onLost(LivePeer peer) {
        // A request that is still queued goes out on the next connection.
        if (peer.link().isEmpty()) {
            failOutstanding(peer.link(), Reason.CONNECTION_LOST, "the peer that was asked is gone");
            sendNext();
        }
    }

    private void failOutstanding(Link link, Reason reason, String why) {
        if (outstanding != null && outstanding.link() == link) {
            Request failed = outstanding;
            outstanding = null;
            failed.fail(new ZmtpException(reason, why));
        }
    }

    @Override
    public void onClosing() {
        Request last = outstanding;
        outstanding = null;
        if (last != null) {
            last.fail(new ZmtpException(Reason.CLOSED, "the socket was closed before the reply came"));
        }
        for (Request request = waiting.poll(); request != null; request = waiting.poll()) {
            request.refuse(Reason.CLOSED, "the socket was closed before the request was sent");
        }
    }
}
