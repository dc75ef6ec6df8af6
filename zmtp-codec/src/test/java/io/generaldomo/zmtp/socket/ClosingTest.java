package io.generaldomo.zmtp.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.zmtp.ZmtpException.Reason;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.transport.ZmtpTransport;
import java.io.File;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class ClosingTest extends SocketTest {
    private static final File OPEN_FILES = new File("/proc/self/fd");

    private final Recorder served = new Recorder();
    private final Recorder asked = new Recorder();

    @Test
    void thePortIsFreeWhenASocketIsClosed() {
        ZmtpServer first = ZmtpServer.open(options, new Recorder());
        String endpoint = bindToLastingPort(first);
        first.close();
        for (int i = 0; i < 200; i++) {
            ZmtpServer next = closedAtTheEnd(ZmtpServer.open(options, new Recorder()));
            done(next.bind(endpoint));
            next.close();
        }
    }

    @Test
    void closesTwiceAndConcurrently() {
        ZmtpServer server = ZmtpServer.open(options, served);
        ZmtpClient client = ZmtpClient.open(options, asked);
        client.connect(bind(server));
        served.connected();
        CompletableFuture<?>[] closings = Stream.generate(() -> server)
                .limit(8)
                .map(socket -> CompletableFuture.runAsync(socket::close))
                .toArray(CompletableFuture<?>[]::new);
        done(CompletableFuture.allOf(closings));
        assertThat(served.isClosed()).isTrue();
        served.disconnected();
        client.close();
        client.close();
        assertThat(asked.isClosed()).isTrue();
    }

    @Test
    void closesInACallback() {
        CompletableFuture<ZmtpServer> itself = new CompletableFuture<>();
        CompletableFuture<Void> closed = new CompletableFuture<>();
        ZmtpServer server = closedAtTheEnd(ZmtpServer.open(options, (from, message) -> {
            message.release();
            itself.join().close();
            closed.complete(null);
        }));
        itself.complete(server);
        ZmtpClient client = closedAtTheEnd(ZmtpClient.open(options, asked));
        client.connect(bind(server));
        client.send(ZmtpMessage.ofUtf8("close yourself"));
        done(closed);
        asked.disconnected();
        done(server.closeAsync());
    }

    @Test
    void aClosedSocketRefusesEverything() {
        ZmtpClient client = ZmtpClient.open(options, asked);
        CompletableFuture<Void> waiting = client.send(ZmtpMessage.ofUtf8("waits"));
        client.close();
        failsWith(Reason.CLOSED, waiting);
        ZmtpMessage late = ZmtpMessage.ofUtf8("late");
        failsWith(Reason.CLOSED, client.send(late));
        assertThat(late.refCnt()).isZero();
        failsWith(Reason.CLOSED, client.bind(FREE_PORT));
        client.connect("tcp://127.0.0.1:1");
        ZmtpReq req = ZmtpReq.open(options);
        CompletableFuture<ZmtpMessage> request = req.request(ZmtpMessage.ofUtf8("q"));
        req.close();
        failsWith(Reason.CLOSED, request);
        failsWith(Reason.CLOSED, req.request(ZmtpMessage.ofUtf8("q")));
    }

    @Test
    void sendsWhatIsQueuedBeforeItCloses() {
        options = options.withLinger(Duration.ofSeconds(20));
        ZmtpServer server = closedAtTheEnd(ZmtpServer.open(options, served));
        ZmtpClient client = ZmtpClient.open(options, asked);
        client.connect(bind(server));
        SocketPeer reader = served.connected();
        SocketPeer writer = asked.connected();
        reader.pauseReading();
        byte[] large = new byte[1 << 20];
        for (int i = 0; i < 20; i++) {
            done(client.send(ZmtpMessage.copyOf(large)));
        }
        done(server.send(reader.routingId(), ZmtpMessage.ofUtf8("unread")));
        CompletableFuture<Void> closed = client.closeAsync();
        reader.resumeReading();
        for (int i = 0; i < 20; i++) {
            assertThat(served.text()).hasSize(large.length);
        }
        done(closed);
        assertThat(asked.disconnected()).isSameAs(writer);
    }

    @Test
    void doesNotWaitForeverForAPeerThatDoesNotRead() {
        options = options.withLinger(Duration.ofMillis(50));
        ZmtpServer server = closedAtTheEnd(ZmtpServer.open(options, served));
        ZmtpClient client = ZmtpClient.open(options, asked);
        client.connect(bind(server));
        served.connected().pauseReading();
        for (int i = 0; i < 20; i++) {
            done(client.send(ZmtpMessage.copyOf(new byte[1 << 20])));
        }
        done(client.closeAsync());
        assertThat(asked.isClosed()).isTrue();
    }

    @Test
    void outlivesItsEventLoop() {
        ZmtpTransport brief = ZmtpTransport.create(1);
        ZmtpClient client = ZmtpClient.open(SocketOptions.on(brief), asked);
        client.connect("tcp://127.0.0.1:1");
        done(client.send(ZmtpMessage.ofUtf8("never sent")));
        brief.close();
        failsWith(Reason.CLOSED, client.send(ZmtpMessage.ofUtf8("too late")));
        client.close();
        assertThat(asked.isClosed()).isTrue();
    }

    @Test
    void row26_aThousandSocketsLeaveNothingOpen() {
        Assumptions.assumeTrue(OPEN_FILES.isDirectory(), "file descriptors can be counted");
        openAndClose(0);
        int before = openFiles();
        for (int i = 0; i < 500; i++) {
            openAndClose(i);
        }
        assertThat(openFiles()).isLessThan(before + 50);
    }

    private static int openFiles() {
        return Objects.requireNonNull(OPEN_FILES.list()).length;
    }

    private void openAndClose(int round) {
        Recorder recorder = new Recorder();
        ZmtpServer server = ZmtpServer.open(options, recorder);
        ZmtpClient client = ZmtpClient.open(options, asked);
        client.connect(bind(server));
        done(client.send(ZmtpMessage.ofUtf8("hello")));
        if (round % 2 == 0) {
            assertThat(recorder.text()).isEqualTo("hello");
        }
        CompletableFuture<Void> closed = client.closeAsync();
        done(server.closeAsync());
        done(closed);
    }
}
