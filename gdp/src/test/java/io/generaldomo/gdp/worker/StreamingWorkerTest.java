package io.generaldomo.gdp.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.generaldomo.gdp.GdpException;
import io.generaldomo.gdp.GdpException.Reason;
import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.MajordomoDialect;
import io.generaldomo.gdp.protocol.Command.Disconnect;
import io.generaldomo.gdp.protocol.ReplyKind;
import io.netty.channel.Channel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Replies that are made in parts. */
class StreamingWorkerTest extends WorkerUnderTest {
    private static void abc(GdpMessage request, ReplySink replies) throws InterruptedException {
        replies.partial(GdpMessage.ofUtf8("a", "b"));
        replies.partial(GdpMessage.ofUtf8(""));
        replies.finish(GdpMessage.ofUtf8("c"));
    }

    @ParameterizedTest
    @EnumSource(names = {"MDP_02", "MDP_02_ZPROTO", "GDP_02", "GDP_03"})
    void partsGoOutAsTheyCome(MajordomoDialect dialect) throws Exception {
        speak(dialect);
        stream(StreamingWorkerTest::abc);
        Channel channel = registration();
        for (int token = 1; token < 3; token++) {
            broker.assign(channel, token, "?");
            expectReply(token, ReplyKind.PARTIAL, "a", "b");
            expectReply(token, ReplyKind.PARTIAL, "");
            expectReply(token, ReplyKind.FINAL, "c");
        }
    }

    /** A report is complete in itself, so that a part must not be sent as one. */
    @ParameterizedTest
    @EnumSource(names = {"MDP_02", "MDP_02_ZPROTO", "GDP_02", "GDP_03"}, mode = EnumSource.Mode.EXCLUDE)
    void partsAreJoinedWhereThereAreNone(MajordomoDialect dialect) throws Exception {
        speak(dialect);
        stream(StreamingWorkerTest::abc);
        broker.assign(registration(), 1, "?");
        expectReply(1, dialect == MajordomoDialect.MDP_0X ? ReplyKind.REPORT : ReplyKind.FINAL, "a", "b", "", "c");
    }

    @Test
    void joiningHasALimit() throws Exception {
        speak(MajordomoDialect.GDP);
        CompletableFuture<Void> refused = new CompletableFuture<>();
        stream((request, replies) -> {
            assertThatThrownBy(() -> {
                for (int i = 0; i <= 1000; i++) {
                    replies.partial(GdpMessage.ofUtf8("x"));
                }
            }).isInstanceOf(IllegalStateException.class);
            refused.complete(null);
            throw new IllegalStateException("on purpose");
        });
        broker.assign(registration(), 1, "?");
        refused.get(30, TimeUnit.SECONDS);
        broker.next(Disconnect.class);
    }

    @Test
    void aHandlerThatForgetsTheEndHasFailed() throws Exception {
        stream((request, replies) -> replies.partial(request));
        Channel channel = registration();
        broker.assign(channel, 1, "a");
        expectReply(1, ReplyKind.PARTIAL, "a");
        broker.next(Disconnect.class);
        assertThat(broker.departure()).isEqualTo(channel);
        registrationLater();
    }

    @Test
    void afterTheEndNothingCanBeAdded() throws Exception {
        CompletableFuture<Void> checked = new CompletableFuture<>();
        stream((request, replies) -> {
            replies.finish(request);
            assertThatThrownBy(() -> replies.partial(request)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> replies.finish(request)).isInstanceOf(IllegalStateException.class);
            checked.complete(null);
        });
        Channel channel = registration();
        broker.assign(channel, 1, "a");
        expectReply(1, ReplyKind.FINAL, "a");
        checked.get(30, TimeUnit.SECONDS);
        broker.assign(channel, 2, "b");
        expectReply(2, ReplyKind.FINAL, "b");
    }

    @Test
    void aHandlerHearsThatNobodyWaitsAnyMore() throws Exception {
        CompletableFuture<Void> begun = new CompletableFuture<>();
        CompletableFuture<Reason> heard = new CompletableFuture<>();
        stream((request, replies) -> {
            try {
                while (true) {
                    replies.partial(request);
                    begun.complete(null);
                }
            } catch (GdpException e) {
                heard.complete(e.reason());
                throw e;
            }
        });
        Channel channel = registration();
        broker.assign(channel, 1, "x".repeat(10_000));
        broker.answerBy(ignored -> { });
        begun.get(30, TimeUnit.SECONDS);
        channel.close();
        assertThat(heard.get(30, TimeUnit.SECONDS)).isEqualTo(Reason.BROKER_LOST);
    }

    @Test
    void aHandlerWaitsForABrokerThatDoesNotRead() throws Exception {
        int count = 1000;
        AtomicInteger made = new AtomicInteger();
        CompletableFuture<Thread> handler = new CompletableFuture<>();
        CountDownLatch start = new CountDownLatch(1);
        stream((request, replies) -> {
            handler.complete(Thread.currentThread());
            start.await();
            GdpMessage part = GdpMessage.wrap(new byte[1 << 16]);
            for (int i = 1; i < count; i++) {
                replies.partial(part);
                made.incrementAndGet();
            }
            replies.finish(GdpMessage.ofUtf8("end"));
        });
        Channel channel = registration();
        broker.assign(channel, 1, "?");
        Thread working = handler.get(30, TimeUnit.SECONDS);
        channel.eventLoop().submit(() -> channel.config().setAutoRead(false)).sync();
        start.countDown();
        int before = -1;
        while (working.getState() != Thread.State.WAITING || made.get() != before) {
            before = made.get();
            time.settle(); // what can be written is written
        }
        assertThat(made.get()).as("parts of 64 kB that nobody reads").isLessThan(count / 2);
        channel.config().setAutoRead(true);
        for (int i = 1; i < count; i++) {
            assertThat(broker.next().body().octets()).isEqualTo(1 << 16);
        }
        expectReply(1, ReplyKind.FINAL, "end");
    }

    @Test
    void drainingFinishesAStream() throws Exception {
        stream((request, replies) -> {
            replies.partial(request);
            goOn.await();
            replies.partial(request);
            replies.finish(request);
        });
        broker.assign(registration(), 1, "a");
        expectReply(1, ReplyKind.PARTIAL, "a");
        CompletableFuture<Void> left = worker.drain(Duration.ofMinutes(1));
        time.settle();
        goOn.countDown();
        expectReply(1, ReplyKind.PARTIAL, "a");
        expectReply(1, ReplyKind.FINAL, "a");
        broker.next(Disconnect.class);
        left.get(30, TimeUnit.SECONDS);
    }
}
