package io.generaldomo.zmtp.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.zmtp.ZmtpException.Reason;
import io.generaldomo.zmtp.ZmtpMessage;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** REQ and REP. */
class RequestReplyTest extends SocketTest {
    private final Recorder seen = new Recorder();

    private ZmtpReq req() {
        return closedAtTheEnd(ZmtpReq.open(options));
    }

    private ZmtpRep echo() {
        return closedAtTheEnd(ZmtpRep.open(options, CompletableFuture::completedFuture));
    }

    private ZmtpRouter router() {
        return closedAtTheEnd(ZmtpRouter.open(options, seen));
    }

    private static String ask(ZmtpReq req, String... parts) {
        return Recorder.text(done(req.request(ZmtpMessage.ofUtf8(parts))));
    }

    @Test
    void requestsThatWaitAreAnsweredInOrder() {
        ZmtpReq req = req();
        CompletableFuture<ZmtpMessage> first = req.request(ZmtpMessage.ofUtf8("1"));
        CompletableFuture<ZmtpMessage> second = req.request(ZmtpMessage.ofUtf8("2", "two"));
        req.connect(bind(echo()));
        assertThat(Recorder.text(done(first))).isEqualTo("1");
        assertThat(Recorder.text(done(second))).isEqualTo("2|two");
    }

    @Test
    void losingThePeerFailsTheRequestAndTheNextOneGoesOn() {
        ZmtpReq req = req();
        ZmtpRouter router = ZmtpRouter.open(options, seen);
        String endpoint = bindToLastingPort(router);
        req.connect(endpoint);
        CompletableFuture<ZmtpMessage> lost = req.request(ZmtpMessage.ofUtf8("lost"));
        assertThat(seen.text()).isEqualTo("|lost");
        router.close();
        failsWith(Reason.CONNECTION_LOST, lost);
        done(echo().bind(endpoint));
        assertThat(ask(req, "again")).isEqualTo("again");
    }

    @Test
    void aReplyWithoutDelimiterCostsTheConnection() {
        ZmtpReq req = req();
        ZmtpRouter router = router();
        req.connect(bind(router));
        CompletableFuture<ZmtpMessage> request = req.request(ZmtpMessage.ofUtf8("q"));
        SocketPeer peer = seen.connected();
        seen.text();
        done(router.send(peer.routingId(), ZmtpMessage.ofUtf8("no", "delimiter")));
        failsWith(Reason.MALFORMED, request);
        assertThat(seen.disconnected()).isSameAs(peer);
    }

    @Test
    void aRequestGivenUpDoesNotGetItsLateReplyMistakenForAnother() {
        ZmtpReq req = req();
        ZmtpRouter router = router();
        req.connect(bind(router));
        CompletableFuture<ZmtpMessage> slow = req.request(ZmtpMessage.ofUtf8("slow"));
        SocketPeer first = seen.connected();
        assertThat(seen.text()).isEqualTo("|slow");
        slow.cancel(false);
        CompletableFuture<ZmtpMessage> next = req.request(ZmtpMessage.ofUtf8("next"));
        assertThat(seen.disconnected()).isSameAs(first);
        SocketPeer second = seen.connected();
        assertThat(seen.text()).isEqualTo("|next");
        failsWith(Reason.NO_SUCH_PEER, router.send(first.routingId(), ZmtpMessage.ofUtf8("", "late")));
        done(router.send(second.routingId(), ZmtpMessage.ofUtf8("", "right")));
        assertThat(Recorder.text(done(next))).isEqualTo("right");
    }

    @Test
    void spec_rep_keepsTheEnvelopeAndDropsWhatHasNone() {
        ZmtpDealer dealer = closedAtTheEnd(ZmtpDealer.open(options, seen));
        dealer.connect(bind(echo()));
        dealer.send(ZmtpMessage.ofUtf8("no delimiter"));
        dealer.send(ZmtpMessage.ofUtf8(""));
        dealer.send(ZmtpMessage.ofUtf8("way", "back", "", "a", "", "b"));
        assertThat(seen.text()).isEqualTo("way|back||a||b");
    }

    @Test
    void spec_rep_servesOneAtATimeAndPeersInTurn() {
        CompletableFuture<ZmtpMessage> gate = new CompletableFuture<>();
        Recorder order = new Recorder();
        ZmtpRep rep = closedAtTheEnd(ZmtpRep.open(options, request -> {
            order.onMessage(null, request.retain());
            return gate.isDone() ? CompletableFuture.completedFuture(request) : gate.thenApply(go -> {
                go.release();
                return request;
            });
        }));
        String endpoint = bind(rep);
        ZmtpDealer greedy = closedAtTheEnd(ZmtpDealer.open(options, seen));
        greedy.connect(endpoint);
        greedy.send(ZmtpMessage.ofUtf8("", "g1"));
        assertThat(order.text()).isEqualTo("g1");
        greedy.send(ZmtpMessage.ofUtf8("", "g2"));
        greedy.send(ZmtpMessage.ofUtf8("", "g3"));
        ZmtpDealer modest = closedAtTheEnd(ZmtpDealer.open(options, seen));
        modest.connect(endpoint);
        done(modest.send(ZmtpMessage.ofUtf8("", "m1")));
        assertThat(order.waiting()).isZero();
        gate.complete(ZmtpMessage.ofUtf8("go"));
        assertThat(new String[] {order.text(), order.text(), order.text()}).containsExactlyInAnyOrder("g2", "g3", "m1");
        for (int i = 0; i < 4; i++) {
            seen.text();
        }
    }

    @Test
    void aServiceThatFailsAnswersNobodyAndServesTheNext() {
        ZmtpRep rep = closedAtTheEnd(ZmtpRep.open(options, request -> {
            if (request.utf8(0).equals("bad")) {
                request.release();
                throw new IllegalStateException("expected in this test");
            }
            return CompletableFuture.completedFuture(request);
        }));
        ZmtpDealer dealer = closedAtTheEnd(ZmtpDealer.open(options, seen));
        dealer.connect(bind(rep));
        dealer.send(ZmtpMessage.ofUtf8("", "bad"));
        dealer.send(ZmtpMessage.ofUtf8("", "good"));
        assertThat(seen.text()).isEqualTo("|good");
    }
}
