package io.generaldomo.zmtp.socket;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.zmtp.RoutingId;
import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpException.Reason;
import io.generaldomo.zmtp.ZmtpMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What libzmq's tests of DEALER, PUSH, PULL and ROUTER check of turns, of queues and of their end, under their names. */
class BalancedRulesTest extends SocketTest {
    private static final int LARGE = 1 << 20;

    private final Recorder told = new Recorder();
    private final Recorder heard = new Recorder();

    private static ZmtpMessage text(String... parts) {
        return ZmtpMessage.ofUtf8(parts);
    }

    private static ZmtpMessage large(int number) {
        return ZmtpMessage.copyOf((number + ".").getBytes(US_ASCII), new byte[LARGE]);
    }

    private ZmtpPush push(Recorder recorder) {
        return closedAtTheEnd(ZmtpPush.open(options, recorder));
    }

    private ZmtpPull pull(Recorder recorder) {
        return closedAtTheEnd(ZmtpPull.open(options, recorder));
    }

    private ZmtpDealer dealer(Recorder recorder) {
        return closedAtTheEnd(ZmtpDealer.open(options, recorder));
    }

    /** An endpoint that was bound, so that it can be bound, but is not. */
    private String nobody() {
        ZmtpPull pull = pull(new Recorder());
        String endpoint = bindToLastingPort(pull);
        pull.close();
        return endpoint;
    }

    @Test
    void spec_pushpull_peersTakeTurns() {
        ZmtpPush push = push(told);
        String endpoint = bind(push);
        List<Recorder> peers = List.of(new Recorder(), new Recorder(), new Recorder());
        for (Recorder peer : peers) {
            pull(peer).connect(endpoint);
            told.connected();
        }
        IntStream.range(0, 9).forEach(i -> done(push.send(text("m" + i))));
        IntStream.range(0, 9).forEach(i -> assertThat(peers.get(i % 3).text()).isEqualTo("m" + i));
    }

    /** Fills an inbox with messages of peers, each of which leaves. */
    private void takesFromPeersInTurn(SocketType sender, Function<SocketListener, ZmtpSocket> receiver) throws InterruptedException {
        Inbox inbox = new Inbox();
        ZmtpSocket socket = closedAtTheEnd(receiver.apply(new SocketListener() {
            @Override
            public void onMessage(SocketPeer from, ZmtpMessage message) {
                told.onMessage(from, message.retain());
                inbox.onMessage(from, message);
            }

            @Override
            public void onDisconnected(SocketPeer peer) {
                inbox.onDisconnected(peer);
                told.onDisconnected(peer);
            }

            @Override
            public void onClosed() {
                inbox.onClosed();
            }
        }));
        String endpoint = bind(socket);
        for (String name : new String[] {"a", "b", "c"}) {
            try (BlockingSocket peer = BlockingSocket.open(sender, options)) {
                peer.connect(endpoint);
                peer.send(name + 0);
                peer.send(name + 1);
                assertThat(told.text()).isEqualTo(name + 0);
                assertThat(told.text()).isEqualTo(name + 1);
            }
            told.disconnected();
        }
        List<String> taken = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            taken.add(Recorder.text(inbox.poll(Station.PATIENCE).orElseThrow().message()));
        }
        assertThat(taken).containsExactly("a0", "b0", "c0", "a1", "b1", "c1");
    }

    /** What peers have sent that are gone is delivered: libzmq drops it. */
    @Test
    void spec_pushpull_takesFromPeersInTurnAlsoWhenTheyHaveLeft() throws InterruptedException {
        takesFromPeersInTurn(SocketType.PUSH, listener -> ZmtpPull.open(options, listener));
    }

    /** As PULL does, which differs from libzmq. */
    @Test
    void spec_dealer_takesFromPeersInTurnAlsoWhenTheyHaveLeft() throws InterruptedException {
        takesFromPeersInTurn(SocketType.DEALER, listener -> ZmtpDealer.open(options, listener));
    }

    /** As PULL does, which differs from libzmq. */
    @Test
    void spec_router_takesFromPeersInTurnAlsoWhenTheyHaveLeft() throws InterruptedException {
        takesFromPeersInTurn(SocketType.DEALER, listener -> ZmtpRouter.open(options, listener));
    }

    @Test
    void spec_pushpull_waitsWithoutPeers() {
        ZmtpPush push = push(told);
        CompletableFuture<Void> early = push.send(text("early"));
        onLoop();
        assertThat(early).isNotDone();
        pull(heard).connect(bind(push));
        done(early);
        assertThat(heard.text()).isEqualTo("early");
    }

    @Test
    void spec_dealer_waitsWithoutPeers() {
        ZmtpDealer dealer = dealer(told);
        CompletableFuture<Void> early = dealer.send(text("early"));
        onLoop();
        assertThat(early).isNotDone();
        dealer(heard).connect(bind(dealer));
        done(early);
        assertThat(heard.text()).isEqualTo("early");
    }

    /** Sends until a queue is full and the last one waits for room, which tells how many. */
    private List<CompletableFuture<Void>> fill(Function<ZmtpMessage, CompletableFuture<Void>> sender) {
        List<CompletableFuture<Void>> sends = new ArrayList<>();
        do {
            sends.add(sender.apply(large(sends.size())));
            onLoop();
        } while (sends.get(sends.size() - 1).isDone());
        return sends;
    }

    @Test
    void spec_pushpull_theQueueOfAPeerEndsWithIt() throws IOException {
        options = options.withSendHighWaterMark(2);
        ZmtpPush push = push(told);
        String endpoint = bind(push);
        RawPeer mute = new RawPeer(endpoint, "PULL");
        told.connected();
        List<CompletableFuture<Void>> sends = fill(push::send);
        mute.close();
        pull(heard).connect(endpoint);
        assertThat(heard.text()).startsWith(sends.size() - 1 + ".|");
        done(push.send(text("next")));
        assertThat(heard.text()).isEqualTo("next");
    }

    @Test
    void spec_dealer_theQueueOfAPeerEndsWithIt() throws IOException {
        options = options.withSendHighWaterMark(2);
        ZmtpDealer dealer = dealer(told);
        String endpoint = bind(dealer);
        RawPeer mute = new RawPeer(endpoint, "DEALER");
        told.connected();
        List<CompletableFuture<Void>> sends = fill(dealer::send);
        mute.close();
        dealer(heard).connect(endpoint);
        assertThat(heard.text()).startsWith(sends.size() - 1 + ".|");
        done(dealer.send(text("next")));
        assertThat(heard.text()).isEqualTo("next");
    }

    @Test
    void spec_router_theQueueOfAPeerEndsWithIt() throws IOException {
        options = options.withSendHighWaterMark(2);
        ZmtpRouter router = closedAtTheEnd(ZmtpRouter.open(options, told));
        String endpoint = bind(router);
        RoutingId twin = RoutingId.of("twin".getBytes(US_ASCII));
        RawPeer mute = new RawPeer(endpoint, "DEALER", "twin");
        told.connected();
        CompletableFuture<Void> last;
        do {
            last = router.send(twin, large(0));
            onLoop();
        } while (!last.isCompletedExceptionally());
        failsWith(Reason.HIGH_WATER_MARK, last);
        mute.close();
        told.disconnected();
        closedAtTheEnd(ZmtpDealer.open(options.withIdentity("twin".getBytes(US_ASCII)), heard)).connect(endpoint);
        told.connected();
        done(router.send(twin, text("new")));
        assertThat(heard.text()).isEqualTo("new");
    }

    /** Nobody gets some of a message's parts, wherever there was no room for the others. */
    @Test
    void spec_pushpull_aMessageIsTakenOrRefusedWithAllItsParts() throws IOException {
        options = options.withSendHighWaterMark(1);
        ZmtpPush push = push(told);
        try (RawPeer slow = new RawPeer(bind(push), "PULL")) {
            told.connected();
            List<CompletableFuture<Void>> sends = fill(push::send);
            failsWith(Reason.HIGH_WATER_MARK, push.send(large(-1)));
            sends.get(sends.size() - 1).cancel(false);
            CompletableFuture<Void> last = push.send(text("the", "last"));
            for (int i = 0; i < sends.size() - 1; i++) {
                assertThat(slow.receives()).startsWith(i + ".|").hasSize((i + ".|").length() + LARGE);
            }
            done(last);
            assertThat(slow.receives()).isEqualTo("the|last");
        }
    }

    @Test
    void immediate_withoutItAnEndpointHasAQueueBeforeAnybodyIsThere() {
        String empty = nobody();
        ZmtpPush push = push(told);
        push.connect(empty);
        push.connect(bind(pull(heard)));
        told.connected();
        IntStream.range(0, 10).forEach(i -> done(push.send(text("m" + i))));
        IntStream.range(0, 5).forEach(i -> assertThat(heard.text()).isEqualTo("m" + (2 * i + 1)));
        Recorder late = new Recorder();
        done(pull(late).bind(empty));
        IntStream.range(0, 5).forEach(i -> assertThat(late.text()).isEqualTo("m" + 2 * i));
    }

    @Test
    void immediate_messagesGoToWhoIsConnected() {
        options = options.withQueuesOfConnections();
        ZmtpPush push = push(told);
        push.connect(nobody());
        CompletableFuture<Void> early = push.send(text("early"));
        onLoop();
        assertThat(early).isNotDone();
        push.connect(bind(pull(heard)));
        done(early);
        assertThat(heard.text()).isEqualTo("early");
        IntStream.range(0, 10).forEach(i -> done(push.send(text("m" + i))));
        IntStream.range(0, 10).forEach(i -> assertThat(heard.text()).isEqualTo("m" + i));
    }

    @Test
    void immediate_nothingIsQueuedForAConnectionThatBroke() {
        ZmtpDealer backend = dealer(heard);
        String endpoint = bindToLastingPort(backend);
        ZmtpDealer frontend = closedAtTheEnd(ZmtpDealer.open(options.withQueuesOfConnections(), told));
        frontend.connect(endpoint);
        told.connected();
        done(frontend.send(text("one")));
        assertThat(heard.text()).isEqualTo("one");
        backend.close();
        told.disconnected();
        CompletableFuture<Void> waits = frontend.send(text("two"));
        onLoop();
        assertThat(waits).isNotDone();
        done(dealer(heard).bind(endpoint));
        done(waits);
        assertThat(heard.text()).isEqualTo("two");
    }
}
