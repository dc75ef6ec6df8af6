package io.generaldomo.zmtp.socket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpMessage;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BlockingSocketTest extends SocketTest {
    private static final Duration PATIENCE = Station.PATIENCE;

    private BlockingSocket open(SocketType type) {
        BlockingSocket socket = BlockingSocket.open(type, options);
        closedAtTheEnd(socket.as(ZmtpSocket.class));
        return socket;
    }

    private static String receive(BlockingSocket socket) throws InterruptedException {
        return Recorder.text(socket.receive(PATIENCE).orElseThrow());
    }

    @Test
    void reqAndRepTakeTurns() throws InterruptedException {
        BlockingSocket rep = open(SocketType.REP);
        BlockingSocket req = open(SocketType.REQ);
        req.connect(rep.bind(FREE_PORT).toString());
        assertThatThrownBy(req::receive).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> rep.send("unasked")).isInstanceOf(IllegalStateException.class);
        for (int i = 0; i < 100; i++) {
            req.send("request " + i, "more");
            assertThat(receive(rep)).isEqualTo("request " + i + "|more");
            rep.send("reply " + i);
            assertThat(receive(req)).isEqualTo("reply " + i);
        }
        assertThat(rep.receive(Duration.ZERO)).isEmpty();
    }

    @Test
    void aRouterNamesPeersByTheFirstPart() throws InterruptedException {
        BlockingSocket router = open(SocketType.ROUTER);
        BlockingSocket dealer = BlockingSocket.open(SocketType.DEALER, options.withIdentity("d".getBytes(UTF_8)));
        closedAtTheEnd(dealer.as(ZmtpDealer.class)).connect(router.bind(FREE_PORT).toString());
        dealer.send("question");
        assertThat(receive(router)).isEqualTo("d|question");
        router.send("d", "answer");
        assertThat(receive(dealer)).isEqualTo("answer");
        assertThatThrownBy(() -> router.send("nobody", "x")).isInstanceOf(ZmtpException.class);
        assertThatThrownBy(() -> router.send("only a name")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSubscriberHearsAPublisher() throws InterruptedException {
        BlockingSocket xpub = open(SocketType.XPUB);
        BlockingSocket sub = open(SocketType.SUB);
        sub.as(ZmtpSub.class).subscribe("a");
        sub.connect(xpub.bind(FREE_PORT).toString());
        assertThat(receive(xpub)).isEqualTo("\u0001a");
        xpub.send("b");
        xpub.send("a", "body");
        assertThat(receive(sub)).isEqualTo("a|body");
        assertThatThrownBy(() -> sub.send("x")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void everyTypeCanBeOpened() {
        for (SocketType type : SocketType.values()) {
            assertThat(open(type).as(ZmtpSocket.class).type()).isEqualTo(type);
        }
    }

    @Test
    void aSendThatFindsNoRoomInTimeIsTakenBack() throws InterruptedException {
        BlockingSocket push = open(SocketType.PUSH);
        ZmtpMessage message = ZmtpMessage.ofUtf8("nobody there");
        assertThat(push.send(message, Duration.ZERO)).isFalse();
        BlockingSocket pull = open(SocketType.PULL);
        pull.connect(push.bind(FREE_PORT).toString());
        push.send("first");
        assertThat(receive(pull)).isEqualTo("first");
        assertThat(message.refCnt()).isZero();
    }

    @Test
    void whoWaitsHearsThatTheSocketIsClosed() throws InterruptedException {
        for (SocketType type : new SocketType[] {SocketType.PULL, SocketType.REP}) {
            BlockingSocket socket = open(type);
            CompletableFuture<ZmtpMessage> waits = CompletableFuture.supplyAsync(() -> {
                try {
                    return socket.receive();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            });
            socket.close();
            assertThatThrownBy(waits::join).hasCauseInstanceOf(ZmtpException.class);
            assertThatThrownBy(socket::receive).isInstanceOf(ZmtpException.class);
        }
    }

    /** Ten thousand interrupts of threads that wait to receive, and then everything works. */
    @Test
    void tenThousandInterruptsOfReceiversLoseNothing() throws InterruptedException {
        BlockingSocket push = open(SocketType.PUSH);
        BlockingSocket pull = open(SocketType.PULL);
        pull.connect(push.bind(FREE_PORT).toString());
        AtomicInteger interrupted = new AtomicInteger();
        AtomicInteger received = new AtomicInteger();
        Thread waiting = new Thread(() -> {
            while (interrupted.get() < 10_000) {
                try {
                    pull.receive().release();
                    received.incrementAndGet();
                } catch (InterruptedException e) {
                    interrupted.incrementAndGet();
                }
            }
        });
        waiting.start();
        int sent = 0;
        for (int seen = 0; seen < 10_000; seen++) {
            if (seen % 10 == 0) {
                push.send("m" + sent++);
            }
            waiting.interrupt();
            while (interrupted.get() == seen && waiting.isAlive()) {
                Thread.onSpinWait();
            }
        }
        waiting.join();
        assertThat(interrupted).hasValue(10_000);
        while (received.get() < sent) {
            pull.receive(PATIENCE).orElseThrow().release();
            received.incrementAndGet();
        }
        push.send("last");
        assertThat(receive(pull)).isEqualTo("last");
    }

    @Test
    void tenThousandInterruptsOfSendersLeaveNothingBehind() throws InterruptedException {
        BlockingSocket push = open(SocketType.PUSH);
        AtomicInteger interrupted = new AtomicInteger();
        Thread waiting = new Thread(() -> {
            while (interrupted.get() < 10_000) {
                try {
                    push.send("nobody takes this");
                } catch (InterruptedException e) {
                    interrupted.incrementAndGet();
                }
            }
        });
        waiting.start();
        for (int seen = 0; seen < 10_000; seen++) {
            waiting.interrupt();
            while (interrupted.get() == seen && waiting.isAlive()) {
                Thread.onSpinWait();
            }
        }
        waiting.join();
        BlockingSocket pull = open(SocketType.PULL);
        pull.connect(push.bind(FREE_PORT).toString());
        push.send("last");
        assertThat(receive(pull)).isEqualTo("last");
    }
}
