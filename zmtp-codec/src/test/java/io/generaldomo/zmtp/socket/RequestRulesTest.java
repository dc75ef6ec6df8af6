package io.generaldomo.zmtp.socket;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.generaldomo.zmtp.ZmtpException.Reason;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.socket.RequestOptions.Order;
import io.generaldomo.zmtp.socket.RequestOptions.Pairing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What libzmq's tests of REQ and REP check, under their names. */
class RequestRulesTest extends SocketTest {
    private final Recorder served = new Recorder();
    private final Inbox requests = new Inbox();

    private ZmtpReq req(RequestOptions behaviour) {
        return closedAtTheEnd(ZmtpReq.open(options, behaviour, served));
    }

    private ZmtpRep rep(String name) {
        return closedAtTheEnd(ZmtpRep.open(options, request -> {
            request.release();
            return CompletableFuture.completedFuture(ZmtpMessage.ofUtf8(name));
        }));
    }

    private ZmtpRouter router() {
        return closedAtTheEnd(ZmtpRouter.open(options, requests));
    }

    private static String asked(CompletableFuture<ZmtpMessage> reply) {
        return Recorder.text(done(reply));
    }

    private static ZmtpMessage text(String... parts) {
        return ZmtpMessage.ofUtf8(parts);
    }

    @Test
    void spec_req_asksItsPeersInTurn() {
        ZmtpReq req = req(RequestOptions.DEFAULT);
        String endpoint = bind(req);
        for (int i = 0; i < 5; i++) {
            rep("rep " + i).connect(endpoint);
            served.connected();
        }
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            answers.add(asked(req.request(text("q"))));
        }
        assertThat(answers.subList(0, 5)).containsExactlyInAnyOrder("rep 0", "rep 1", "rep 2", "rep 3", "rep 4");
        assertThat(answers.subList(5, 10)).isEqualTo(answers.subList(0, 5));
    }

    /** On the wire: an empty part, then the request; nothing in front of the answer's but the same. */
    @Test
    void spec_req_putsADelimiterInFront() throws IOException {
        ZmtpReq req = req(RequestOptions.DEFAULT);
        try (RawPeer rep = new RawPeer(bind(req), "REP")) {
            CompletableFuture<ZmtpMessage> reply = req.request(text("ABC", "DEF"));
            assertThat(rep.receives()).isEqualTo("|ABC|DEF");
            rep.sends("", "GHI");
            assertThat(asked(reply)).isEqualTo("GHI");
        }
    }

    /** Here libzmq has a test that it does not run. */
    @Test
    void spec_req_hearsOnlyWhomItAsked() throws IOException {
        ZmtpReq req = req(RequestOptions.DEFAULT);
        String endpoint = bind(req);
        try (RawPeer first = new RawPeer(endpoint, "REP")) {
            served.connected();
            try (RawPeer second = new RawPeer(endpoint, "REP")) {
                served.connected();
                CompletableFuture<ZmtpMessage> reply = req.request(text("q"));
                assertThat(first.receives()).isEqualTo("|q");
                second.sends("", "WRONG").isRead();
                assertThat(reply).isNotDone();
                first.sends("", "GOOD");
                assertThat(asked(reply)).isEqualTo("GOOD");
            }
        }
    }

    @Test
    void spec_req_waitsWithoutPeers() {
        ZmtpReq req = req(RequestOptions.DEFAULT);
        CompletableFuture<ZmtpMessage> reply = req.request(text("early"));
        assertThat(reply).isNotDone();
        rep("late").connect(bind(req));
        assertThat(asked(reply)).isEqualTo("late");
    }

    @Test
    void spec_rep_repliesBehindTheEnvelope() {
        ZmtpRep rep = rep("answer");
        ZmtpDealer dealer = closedAtTheEnd(ZmtpDealer.open(options, served));
        dealer.connect(bind(rep));
        done(dealer.send(text("", "A")));
        assertThat(served.text()).isEqualTo("|answer");
        done(dealer.send(text("X", "Y", "", "A")));
        assertThat(served.text()).isEqualTo("X|Y||answer");
    }

    @Test
    void req_correlate_skipsRepliesToOtherRequests() throws InterruptedException {
        ZmtpRouter router = router();
        ZmtpReq req = req(new RequestOptions(Pairing.BY_NUMBER, Order.STRICT));
        req.connect(bind(router));
        CompletableFuture<ZmtpMessage> reply = req.request(text("q"));
        Received request = requests.take();
        byte[] number = request.message().bytes(0);
        assertThat(number).hasSize(4);
        assertThat(request.message().bytes(1)).isEmpty();
        byte[] other = number.clone();
        other[3]++;
        request.message().release();
        byte[] empty = {};
        done(router.send(request.from().routingId(), ZmtpMessage.copyOf(other, empty, "wrong".getBytes(US_ASCII))));
        done(router.send(request.from().routingId(), ZmtpMessage.copyOf(number, empty, "right".getBytes(US_ASCII))));
        assertThat(asked(reply)).isEqualTo("right");
    }

    @Test
    void req_relaxed_aRequestTakesThePlaceOfTheOneBefore() throws InterruptedException {
        ZmtpRouter router = router();
        ZmtpReq req = req(new RequestOptions(Pairing.BY_NUMBER, Order.RELAXED));
        req.connect(bind(router));
        SocketPeer connection = served.connected();
        CompletableFuture<ZmtpMessage> first = req.request(text("first"));
        Received one = requests.take();
        CompletableFuture<ZmtpMessage> second = req.request(text("second"));
        Received two = requests.take();
        assertThat(two.from()).isSameAs(one.from()); // over the same connection
        assertThatThrownBy(first::join).isInstanceOf(CancellationException.class);
        done(router.send(one.from().routingId(), one.message()));
        done(router.send(two.from().routingId(), two.message()));
        assertThat(asked(second)).isEqualTo("second");
        assertThat(connection.peer().socketType()).isPresent();
    }

    /** The cases 1 and 3: a late reply is dropped, and whoever sent it is asked again when its turn comes, over the same connection. */
    @Test
    void req_relaxed_1_3_aLateReplyIsDroppedAndItsSenderAskedAgain() throws IOException {
        ZmtpReq req = req(new RequestOptions(Pairing.BY_NUMBER, Order.RELAXED));
        String endpoint = bind(req);
        try (RawPeer one = new RawPeer(endpoint, "REP")) {
            served.connected();
            try (RawPeer two = new RawPeer(endpoint, "REP")) {
                served.connected();
                req.request(text("A", "B"));
                String first = one.receives();
                assertThat(first.substring(4)).isEqualTo("||A|B");
                CompletableFuture<ZmtpMessage> reply = req.request(text("C", "D"));
                String second = two.receives();
                one.sends(first.substring(0, 4), "", "WRONG");
                two.sends(second.substring(0, 4), "", "OK");
                assertThat(asked(reply)).isEqualTo("OK");
                CompletableFuture<ZmtpMessage> next = req.request(text("J"));
                one.sends(one.receives().substring(0, 4), "", "K");
                assertThat(asked(next)).isEqualTo("K");
            }
        }
    }

    /** Case 2: a reply that is there already is its request's; here nobody can have overlooked it. */
    @Test
    void req_relaxed_2_aReplyThatIsThereIsTheReplyToItsRequest() throws IOException {
        ZmtpReq req = req(new RequestOptions(Pairing.BY_NUMBER, Order.RELAXED));
        try (RawPeer rep = new RawPeer(bind(req), "REP")) {
            CompletableFuture<ZmtpMessage> first = req.request(text("H"));
            rep.sends(rep.receives().substring(0, 4), "", "there");
            assertThat(asked(first)).isEqualTo("there");
            CompletableFuture<ZmtpMessage> second = req.request(text("I"));
            rep.sends(rep.receives().substring(0, 4), "", "GOOD");
            assertThat(asked(second)).isEqualTo("GOOD");
        }
    }

    /** Case 4: requests that piled up before anybody was there. */
    @Test
    void req_relaxed_4_onlyTheLastOfThoseThatWaitedIsAnswered() throws InterruptedException {
        ZmtpRouter nobody = ZmtpRouter.open(options, new Recorder());
        String endpoint = bindToLastingPort(nobody);
        nobody.close();
        ZmtpReq req = req(new RequestOptions(Pairing.BY_NUMBER, Order.RELAXED));
        req.connect(endpoint);
        CompletableFuture<ZmtpMessage> first = req.request(text("to be discarded"));
        CompletableFuture<ZmtpMessage> second = req.request(text("to be answered"));
        ZmtpRouter router = router();
        done(router.bind(endpoint));
        for (int i = 0; i < 2; i++) {
            Received request = requests.take();
            done(router.send(request.from().routingId(), request.message()));
        }
        assertThat(asked(second)).isEqualTo("to be answered");
        assertThatThrownBy(first::join).isInstanceOf(CancellationException.class);
    }

    @Test
    void req_relaxed_withoutNumbersTheConnectionEnds() throws InterruptedException {
        ZmtpRouter router = router();
        ZmtpReq req = req(new RequestOptions(Pairing.BY_CONNECTION, Order.RELAXED));
        req.connect(bind(router));
        req.request(text("first"));
        Received one = requests.take();
        CompletableFuture<ZmtpMessage> second = req.request(text("second"));
        Received two = requests.take();
        assertThat(two.from()).isNotSameAs(one.from());
        one.message().release();
        done(router.send(two.from().routingId(), two.message()));
        assertThat(asked(second)).isEqualTo("second");
    }

    /** It costs its sender the connection; libzmq goes on waiting for another one. */
    @Test
    void invalid_rep_aReplyWithoutItsDelimiterIsNone() throws InterruptedException {
        ZmtpRouter router = router();
        ZmtpReq req = req(RequestOptions.DEFAULT);
        req.connect(bind(router));
        CompletableFuture<ZmtpMessage> reply = req.request(text("q"));
        Received request = requests.take();
        request.message().release();
        done(router.send(request.from().routingId(), text("no delimiter")));
        failsWith(Reason.MALFORMED, reply);
        CompletableFuture<ZmtpMessage> next = req.request(text("again"));
        Received again = requests.take();
        done(router.send(again.from().routingId(), again.message()));
        assertThat(asked(next)).isEqualTo("again");
    }
}
