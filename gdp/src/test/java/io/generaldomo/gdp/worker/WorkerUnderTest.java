package io.generaldomo.gdp.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.MajordomoDialect;
import io.generaldomo.gdp.connection.ScriptedBroker;
import io.generaldomo.gdp.connection.ScriptedBroker.Heard;
import io.generaldomo.gdp.connection.VirtualLoop;
import io.generaldomo.gdp.protocol.Command.WorkerReady;
import io.generaldomo.gdp.protocol.Command.WorkerReply;
import io.generaldomo.gdp.protocol.ReplyKind;
import io.generaldomo.zmtp.transport.ReconnectPolicy;
import io.netty.channel.Channel;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** A worker in virtual time, and a broker in the hands of the test. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class WorkerUnderTest {
    static final Duration INTERVAL = Duration.ofSeconds(1);
    static final ReconnectPolicy PACE = new ReconnectPolicy(Duration.ofMillis(100), Duration.ofSeconds(10));

    final VirtualLoop time = new VirtualLoop();
    final ExecutorService threads = Executors.newCachedThreadPool();
    private final Semaphore handling = new Semaphore(0);
    final CountDownLatch goOn = new CountDownLatch(1);
    ScriptedBroker broker = new ScriptedBroker(MajordomoDialect.GDP_02);
    GdpWorker worker;

    void speak(MajordomoDialect dialect) {
        broker.close();
        broker = new ScriptedBroker(dialect);
    }

    WorkerConfig config() {
        return WorkerConfig.of(broker.connection().withReconnect(PACE), "echo");
    }

    /** Answers "wait" when it may, "fail" not at all, and everything else at once. */
    GdpMessage echo(GdpMessage request) throws Exception {
        if (request.utf8(0).equals("wait")) {
            handling.release();
            assertThat(goOn.await(30, TimeUnit.SECONDS)).isTrue();
        } else if (request.utf8(0).equals("fail")) {
            throw new IllegalStateException("on purpose");
        }
        return request;
    }

    /** Until a handler has been told to wait. */
    void awaitHandler() throws InterruptedException {
        assertThat(handling.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
    }

    void serve() {
        worker = GdpWorker.serve(config(), this::echo, threads, time.transport());
    }

    void stream(StreamHandler handler) {
        worker = GdpWorker.stream(config(), handler, threads, time.transport());
    }

    Channel registration() throws InterruptedException {
        return broker.next(WorkerReady.class).from();
    }

    Channel registrationLater() throws InterruptedException {
        return broker.next(WorkerReady.class, time).from();
    }

    void expectReply(int token, ReplyKind kind, String... frames) throws InterruptedException {
        Heard heard = broker.next(WorkerReply.class);
        WorkerReply reply = (WorkerReply) heard.command();
        assertThat(reply.address().token()).isEqualTo(token);
        assertThat(reply.kind()).isEqualTo(kind);
        assertThat(heard.body()).isEqualTo(GdpMessage.ofUtf8(frames));
    }

    @AfterEach
    void end() throws InterruptedException {
        goOn.countDown();
        if (worker != null) {
            worker.close();
        }
        broker.close();
        time.close();
        threads.shutdownNow();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }
}
