package io.generaldomo.zmtp.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.zmtp.ZmtpException.Reason;
import io.generaldomo.zmtp.ZmtpMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** CLIENT and DEALER. */
class BalancedSocketsTest extends SocketTest {
    private final Recorder served = new Recorder();
    private final Recorder asked = new Recorder();

    private ZmtpDealer dealer() {
        return closedAtTheEnd(ZmtpDealer.open(options, asked));
    }

    @Test
    void takesMessagesBeforeThereIsAConnection() {
        ZmtpServer first = ZmtpServer.open(options, new Recorder());
        String endpoint = bindToLastingPort(first);
        first.close();
        ZmtpClient client = closedAtTheEnd(ZmtpClient.open(options, asked));
        CompletableFuture<Void> early = client.send(ZmtpMessage.ofUtf8("before connect"));
        assertThat(early).isNotDone();
        client.connect(endpoint);
        done(early);
        done(client.send(ZmtpMessage.ofUtf8("before bind")));
        done(closedAtTheEnd(ZmtpServer.open(options, served)).bind(endpoint));
        assertThat(served.text()).isEqualTo("before connect");
        assertThat(served.text()).isEqualTo("before bind");
    }

    @Test
    void comesBackWhenTheOtherSideRestarts() {
        Recorder before = new Recorder();
        ZmtpServer first = ZmtpServer.open(options, before);
        String endpoint = bindToLastingPort(first);
        ZmtpClient client = closedAtTheEnd(ZmtpClient.open(options, asked));
        client.connect(endpoint);
        client.send(ZmtpMessage.ofUtf8("one"));
        assertThat(before.text()).isEqualTo("one");
        first.close();
        asked.disconnected();
        client.send(ZmtpMessage.ofUtf8("two"));
        done(closedAtTheEnd(ZmtpServer.open(options, served)).bind(endpoint));
        assertThat(served.text()).isEqualTo("two");
    }

    @Test
    void spec_dealer_peersTakeTurns() {
        List<Recorder> peers = List.of(new Recorder(), new Recorder(), new Recorder());
        ZmtpDealer dealer = dealer();
        for (Recorder peer : peers) {
            dealer.connect(bind(closedAtTheEnd(ZmtpRouter.open(options, peer))));
            peer.connected();
        }
        for (int i = 0; i < 9; i++) {
            done(dealer.send(ZmtpMessage.ofUtf8(String.valueOf(i))));
        }
        for (int i = 0; i < 9; i++) {
            assertThat(peers.get(i % 3).text()).isEqualTo(String.valueOf(i));
        }
    }

    @Test
    void hwm_aPeerThatDoesNotReadHoldsTheSenderBack() {
        options = options.withSendHighWaterMark(4);
        ZmtpDealer dealer = dealer();
        dealer.connect(bind(closedAtTheEnd(ZmtpRouter.open(options, served))));
        SocketPeer reader = served.connected();
        reader.pauseReading();
        byte[] large = new byte[1 << 20];
        List<CompletableFuture<Void>> sends = new ArrayList<>();
        boolean heldBack = false;
        CompletableFuture<Void> last;
        do { // the buffers of TCP grow under way, so nobody knows beforehand how much they take
            last = dealer.send(ZmtpMessage.copyOf(large));
            onLoop();
            heldBack |= !last.isDone();
            sends.add(last);
        } while (!last.isCompletedExceptionally() && sends.size() < 400);
        sends.remove(last);
        failsWith(Reason.HIGH_WATER_MARK, last);
        assertThat(heldBack).isTrue();
        reader.resumeReading();
        sends.forEach(SocketTest::done);
        for (int i = 0; i < sends.size(); i++) {
            assertThat(served.text()).hasSize(large.length);
        }
    }

    @Test
    void aSendThatIsGivenUpIsNotSent() {
        ZmtpDealer dealer = dealer();
        CompletableFuture<Void> first = dealer.send(ZmtpMessage.ofUtf8("given up"));
        CompletableFuture<Void> second = dealer.send(ZmtpMessage.ofUtf8("kept"));
        first.cancel(false);
        dealer.connect(bind(closedAtTheEnd(ZmtpRouter.open(options, served))));
        done(second);
        assertThat(served.text()).isEqualTo("kept");
    }

    @Test
    void manySmallMessagesArriveInOrder() {
        ZmtpDealer dealer = dealer();
        dealer.connect(bind(closedAtTheEnd(ZmtpRouter.open(options, served))));
        served.connected();
        for (int i = 0; i < 20_000; i++) {
            CompletableFuture<Void> sent = dealer.send(ZmtpMessage.ofUtf8(String.valueOf(i)));
            if (i % 500 == 0) {
                done(sent);
            }
        }
        for (int i = 0; i < 20_000; i++) {
            assertThat(served.text()).isEqualTo(String.valueOf(i));
        }
    }
}
