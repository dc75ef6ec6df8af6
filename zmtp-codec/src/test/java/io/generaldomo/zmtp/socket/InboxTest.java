package io.generaldomo.zmtp.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpMessage;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class InboxTest extends SocketTest {
    private final Inbox inbox = new Inbox(10);

    @Test
    void readsNoFurtherThanItsMarkAndGoesOnWhenMessagesAreTaken() throws InterruptedException {
        options = options.withSendHighWaterMark(10);
        ZmtpServer server = closedAtTheEnd(ZmtpServer.open(options, inbox));
        ZmtpClient client = closedAtTheEnd(ZmtpClient.open(options, new Recorder()));
        client.connect(bind(server));
        CompletableFuture<Void> sent = CompletableFuture.completedFuture(null);
        byte[] large = new byte[1 << 20];
        int count = 0;
        do {
            sent = client.send(ZmtpMessage.copyOf(large));
            count++;
            done(CompletableFuture.runAsync(() -> {}, transport.nextLoop()));
        } while (sent.isDone() && count < 200);
        assertThat(sent).isNotDone();
        for (int i = 0; i < count; i++) {
            inbox.take().message().release();
        }
        done(sent);
        assertThat(inbox.poll(Duration.ZERO)).isEmpty();
    }

    @Test
    void anInterruptEndsTheWait() {
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        Thread waiting = new Thread(() -> {
            try {
                inbox.take();
            } catch (InterruptedException e) {
                end.complete(e);
            }
        });
        waiting.start();
        waiting.interrupt();
        assertThat(done(end)).isInstanceOf(InterruptedException.class);
    }

    @Test
    void closingTheSocketEndsTheWaitAndReleasesWhatNobodyTook() throws InterruptedException {
        ZmtpServer server = ZmtpServer.open(options, inbox);
        ZmtpClient client = closedAtTheEnd(ZmtpClient.open(options, new Recorder()));
        client.connect(bind(server));
        client.send(ZmtpMessage.ofUtf8("taken"));
        client.send(ZmtpMessage.ofUtf8("not taken"));
        Received first = inbox.take();
        assertThat(Recorder.text(first.message())).isEqualTo("taken");
        CompletableFuture<Void> reader = CompletableFuture.runAsync(() -> {
            try {
                while (true) {
                    inbox.take().message().release();
                }
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        server.close();
        failsWith(ZmtpException.Reason.CLOSED, reader);
        assertThatExceptionOfType(ZmtpException.class).isThrownBy(inbox::take);
    }

    @Test
    void peersTakeTurnsAndThoseThatLeftMayLeaveAMarkful() throws InterruptedException {
        options = options.withLinger(Duration.ofSeconds(10));
        Recorder events = new Recorder();
        ZmtpServer server = closedAtTheEnd(ZmtpServer.open(options, new SocketListener() {
            @Override
            public void onMessage(SocketPeer from, ZmtpMessage message) {
                events.onMessage(from, message.retain());
                inbox.onMessage(from, message);
            }

            @Override
            public void onDisconnected(SocketPeer peer) {
                inbox.onDisconnected(peer);
                events.onDisconnected(peer);
            }

            @Override
            public void onClosed() {
                inbox.onClosed();
            }
        }));
        String endpoint = bind(server);
        for (String name : new String[] {"a", "b", "c"}) {
            ZmtpClient client = ZmtpClient.open(options, new Recorder());
            client.connect(endpoint);
            for (int i = 0; i < 4; i++) {
                client.send(ZmtpMessage.ofUtf8(name + i));
            }
            for (int i = 0; i < 4; i++) {
                events.text();
            }
            client.close();
            events.disconnected();
        }
        String[] taken = new String[10];
        for (int i = 0; i < taken.length; i++) {
            taken[i] = Recorder.text(inbox.take().message());
        }
        assertThat(taken).containsExactly("a0", "b0", "c0", "a1", "b1", "c1", "a2", "b2", "a3", "b3");
        assertThat(inbox.poll(Duration.ZERO)).isEmpty();
    }
}
