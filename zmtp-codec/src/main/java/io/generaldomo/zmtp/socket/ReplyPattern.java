package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.ZmtpMessage;
import io.netty.channel.EventLoop;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** REP: serves one request at a time, peers in turn. Confined to the socket's event loop. */
final class ReplyPattern implements Pattern {
    private static final Logger log = LoggerFactory.getLogger(ReplyPattern.class);

    private final EventLoop loop;
    private final RoutingTable table;
    private final Function<? super ZmtpMessage, ? extends CompletionStage<ZmtpMessage>> service;
    private final FairQueue requests;
    private boolean busy;
    private boolean closing;

    ReplyPattern(
            EventLoop loop,
            RoutingTable table,
            Function<? super ZmtpMessage, ? extends CompletionStage<ZmtpMessage>> service,
            FairQueue requests) {
        this.loop = loop;
        this.table = table;
        this.service = service;
        this.requests = requests;
    }

    @Override
    public void onMessage(LivePeer from, ZmtpMessage message) {
        if (Envelope.lengthIn(message) == 0) {
            log.debug("REP: dropped a message without an envelope from {}", from);
            message.release();
            return;
        }
        requests.add(from, List.of(message.compacted()));
        serveNext();
    }

    private void serveNext() {
        Received next = busy || closing ? null : requests.poll();
        if (next == null) {
            return;
        }
        busy = true;
        Envelope envelope = Envelope.of(next.message());
        ZmtpMessage body = next.message().retainedFrom(envelope.length());
        next.message().release();
        // Through the event loop's queue even if the reply is there already: a service that is never late must not recurse through the queue.
        serve(body).whenComplete((reply, failure) -> onLoop(() -> answer(next.from(), envelope, reply, failure), envelope, reply));
    }

    private CompletionStage<ZmtpMessage> serve(ZmtpMessage body) {
        try {
            return service.apply(body);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void onLoop(Runnable step, Envelope envelope, @Nullable ZmtpMessage reply) {
        try {
            loop.execute(step);
        } catch (RejectedExecutionException e) {
            envelope.drop(reply);
        }
    }

    private void answer(SocketPeer to, Envelope envelope, @Nullable ZmtpMessage reply, @Nullable Throwable failure) {
        busy = false;
        if (reply == null) {
            log.warn("REP: a request was not answered", failure);
            envelope.drop(null);
        } else if (closing || !(to instanceof LivePeer peer) || !table.contains(peer) || !peer.link().hasRoom()) {
            envelope.drop(reply);
        } else {
            peer.link().send(envelope.around(reply));
        }
        serveNext();
    }

    @Override
    public void onLost(LivePeer peer) {
        peer.link().clear();
        requests.leave(peer);
    }

    @Override
    public void onClosing() {
        closing = true;
        requests.clear();
    }
}
