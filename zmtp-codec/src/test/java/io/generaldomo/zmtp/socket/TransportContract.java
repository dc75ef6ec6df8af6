package io.generaldomo.zmtp.socket;

import static io.generaldomo.zmtp.socket.OwnStation.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.generaldomo.zmtp.ZmtpException.Reason;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.transport.ReconnectPolicy;
import io.generaldomo.zmtp.transport.ZmtpTransport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What sockets may expect of every transport. A test of a transport says what its addresses are, and inherits the rest. That every pair of sockets
 * talks over it, whichever binds, is in {@link SocketTableTest}.
 */
interface TransportContract {
    /** More than a sender may have waiting at its high-water mark in the test of that. */
    int MOST_WAITING = 30;

    /** Around the borders of every framing beneath: ZMTP's, WebSocket's, which has an octet more in each, and what is copied and what is not. */
    int[] SIZES = {0, 1, 124, 125, 126, 254, 255, 256, 4096, 4097, 65_534, 65_535, 65_536};

    /** Messages of all sizes, there and back. */
    static void talk(Pair pair, Station asking, Station answering) {
        for (int size : SIZES) {
            byte[] octets = new byte[size];
            new Random(size).nextBytes(octets);
            pair.ask(asking, answering, List.of(octets));
            if (!pair.asker.singlePart()) {
                pair.ask(asking, answering, List.of(octets, new byte[0], new byte[] {1}));
            }
        }
    }

    /** Event loops of the tests of one class; two, so that the ends of a connection are not always on the same one. */
    ZmtpTransport transport();

    /** An address where nobody is, to be bound; each time another one. */
    String free();

    /** What to connect to where that was bound. */
    default String reach(String bound) {
        return bound;
    }

    /** Sockets to be closed at the end of a test. */
    List<AutoCloseable> open();

    @AfterEach
    default void closeAll() throws Exception {
        for (AutoCloseable socket : open()) {
            socket.close();
        }
        open().clear();
    }

    private <T extends AutoCloseable> T closedAtTheEnd(T socket) {
        open().add(socket);
        return socket;
    }

    private SocketOptions options() {
        return SocketOptions.on(transport()).withReconnect(new ReconnectPolicy(Duration.ofMillis(1), Duration.ofMillis(20)));
    }

    @ParameterizedTest
    @EnumSource
    default void everyMechanismWorks(Secured secured) {
        OwnStation server = closedAtTheEnd(OwnStation.of(Pair.DEALER_ROUTER.answerer, options().withSecurity(secured.ownServer)));
        OwnStation client = closedAtTheEnd(OwnStation.of(Pair.DEALER_ROUTER.asker, options().withSecurity(secured.ownClient)));
        client.connect(reach(server.bind(free())));
        talk(Pair.DEALER_ROUTER, client, server);
    }

    @Test
    default void connectsBeforeItIsBound() {
        Recorder recorder = new Recorder();
        String address = done(closedAtTheEnd(ZmtpRouter.open(options(), recorder)).bind(free())).toString();
        open().forEach(TransportContract::close);
        ZmtpDealer dealer = closedAtTheEnd(ZmtpDealer.open(options(), recorder));
        dealer.connect(reach(address));
        done(dealer.send(ZmtpMessage.ofUtf8("early")));
        done(closedAtTheEnd(ZmtpRouter.open(options(), recorder)).bind(address));
        assertThat(recorder.text()).isEqualTo("early");
    }

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    default void comesBackToOneThatIsBoundAgain() {
        Recorder first = new Recorder();
        ZmtpRouter router = closedAtTheEnd(ZmtpRouter.open(options(), first));
        String address = done(router.bind(free())).toString();
        Recorder told = new Recorder();
        ZmtpDealer dealer = closedAtTheEnd(ZmtpDealer.open(options(), told));
        dealer.connect(reach(address));
        told.connected();
        router.close();
        told.disconnected();
        Recorder second = new Recorder();
        done(closedAtTheEnd(ZmtpRouter.open(options(), second)).bind(address));
        told.connected();
        done(dealer.send(ZmtpMessage.ofUtf8("again")));
        assertThat(second.text()).isEqualTo("again");
    }

    @Test
    default void isBoundOnce() {
        String address = done(closedAtTheEnd(ZmtpRouter.open(options(), new Recorder())).bind(free())).toString();
        ZmtpRouter other = closedAtTheEnd(ZmtpRouter.open(options(), new Recorder()));
        assertThatThrownBy(() -> done(other.bind(address)))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOf(IOException.class)
                .hasMessageContaining("already in use");
    }

    /** What nobody takes fills the receiver's queue, then the way, then the sender's; after that sends are refused. Nothing of it is lost. */
    @Test
    default void aReceiverThatTakesNothingHoldsTheSenderBack() throws InterruptedException {
        int octets = 60_000;
        Inbox inbox = new Inbox(10);
        ZmtpPull pull = closedAtTheEnd(ZmtpPull.open(options().withReceiveHighWaterMark(10), inbox));
        ZmtpPush push = closedAtTheEnd(ZmtpPush.open(options().withSendHighWaterMark(10), new Recorder()));
        push.connect(reach(done(pull.bind(free())).toString()));
        List<CompletableFuture<Void>> sends = new ArrayList<>();
        while (sends.stream().noneMatch(CompletableFuture::isCompletedExceptionally)) {
            if (sends.stream().filter(send -> !send.isDone()).count() < MOST_WAITING) {
                sends.add(push.send(ZmtpMessage.copyOf(ByteBuffer.allocate(octets).putInt(0, sends.size()).array())));
            }
            assertThat(sends).as("messages on the way").hasSizeLessThan(50_000);
        }
        List<Integer> received = new ArrayList<>();
        while (received.size() < sends.stream().filter(send -> !send.isCompletedExceptionally()).count()) {
            Received next = inbox.poll(Station.PATIENCE).orElseThrow();
            received.add(next.message().part(0).getInt(0));
            next.message().release();
        }
        List<Integer> taken = IntStream.range(0, sends.size()).filter(i -> !sends.get(i).isCompletedExceptionally()).boxed().toList();
        assertThat(received).isEqualTo(taken);
        SocketTest.failsWith(Reason.HIGH_WATER_MARK, sends.stream().filter(CompletableFuture::isCompletedExceptionally).findFirst().orElseThrow());
    }
}
