package io.generaldomo.gdp.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.gdp.GdpException;
import io.generaldomo.gdp.GdpException.Reason;
import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.MajordomoDialect;
import io.generaldomo.gdp.connection.ScriptedBroker.Heard;
import io.generaldomo.gdp.protocol.ReplyKind;
import java.time.Duration;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Replies that come in parts. What Reactive Streams asks of every publisher is in {@link ReactiveStreamsTest}. */
class ReplyStreamTest extends ClientUnderTest {
    private final Parts parts = new Parts();

    private Flow.Publisher<GdpMessage> stream() {
        return client.stream("echo", GdpMessage.ofUtf8("?"));
    }

    @ParameterizedTest
    @EnumSource(names = {"MDP_02", "MDP_02_ZPROTO", "GDP_02", "GDP_03"})
    void partsComeInOrderTheFinalOneLast(MajordomoDialect dialect) throws Exception {
        speak(dialect);
        connect(config());
        stream().subscribe(parts);
        parts.request(Long.MAX_VALUE);
        Heard request = broker.next();
        broker.reply(request, ReplyKind.PARTIAL, "a", "b");
        assertThat(parts.next()).isEqualTo(GdpMessage.ofUtf8("a", "b"));
        broker.reply(request, ReplyKind.PARTIAL, "c");
        broker.reply(request, ReplyKind.FINAL, "d");
        assertThat(parts.next().utf8(0)).isEqualTo("c");
        assertThat(parts.next().utf8(0)).isEqualTo("d");
        parts.awaitComplete();
    }

    @ParameterizedTest
    @EnumSource(names = {"MDP_01", "GDP", "GDP_LE32", "GDP_BE32"})
    void aDialectWithoutPartsGivesOne(MajordomoDialect dialect) throws Exception {
        speak(dialect);
        connect(config());
        stream().subscribe(parts);
        parts.request(1);
        broker.reply(broker.next(), "whole");
        assertThat(parts.next().utf8(0)).isEqualTo("whole");
        parts.awaitComplete();
    }

    @Test
    void nothingIsSentBeforeASubscription() throws Exception {
        connect(config());
        Flow.Publisher<GdpMessage> never = stream();
        assertThat(never).isNotNull();
        var reply = ask("first");
        Heard request = broker.next();
        assertThat(request.text()).isEqualTo("first");
        broker.reply(request, "!");
        get(reply);
    }

    @Test
    void silenceEndsAStreamOfReports() throws Exception {
        speak(MajordomoDialect.MDP_0X);
        connect(config());
        stream().subscribe(parts);
        parts.request(9);
        Heard request = broker.next();
        broker.reply(request, "1");
        parts.next();
        time.advance(TIMEOUT.minusSeconds(1));
        broker.reply(request, "2");
        parts.next();
        time.advance(TIMEOUT.minusSeconds(1));
        assertThat(parts.isEnded()).isFalse();
        time.advance(Duration.ofSeconds(1));
        parts.awaitComplete();
        assertThat(broker.departure()).isEqualTo(request.from());
    }

    @Test
    void eachPartHasTheWholeTime() throws Exception {
        connect(config());
        stream().subscribe(parts);
        parts.request(9);
        Heard request = broker.next();
        time.advance(TIMEOUT.minusSeconds(1));
        broker.reply(request, ReplyKind.PARTIAL, "1");
        parts.next();
        time.advance(TIMEOUT.minusSeconds(1));
        assertThat(parts.isEnded()).isFalse();
        time.advance(Duration.ofSeconds(1));
        assertThat(parts.failure()).isEqualTo(Reason.TIMEOUT);
    }

    @Test
    void whoDoesNotListenIsNotTooLate() throws Exception {
        connect(config().withStreamBuffer(1));
        stream().subscribe(parts);
        Heard request = broker.next();
        broker.reply(request, ReplyKind.PARTIAL, "1");
        broker.reply(request, ReplyKind.PARTIAL, "2");
        parts.request(1);
        parts.next();
        parts.request(1);
        parts.next();
        broker.reply(request, ReplyKind.PARTIAL, "3");
        awaitPause(request);
        time.advance(TIMEOUT.multipliedBy(3));
        parts.request(2);
        parts.next();
        broker.reply(request, ReplyKind.FINAL, "4");
        parts.next();
        parts.awaitComplete();
    }

    /** The part is in the client's buffer when a request that was sent after it has its reply, over another connection of the same loop. */
    private void awaitPause(Heard request) throws Exception {
        request.from().eventLoop().submit(() -> { }).sync();
        for (int i = 0; i < 20; i++) {
            var reply = ask("barrier");
            broker.reply(broker.next(), "!");
            get(reply);
        }
    }

    @Test
    void withoutDemandTheClientStopsReading() throws Exception {
        connect(config().withStreamBuffer(2));
        stream().subscribe(parts);
        parts.request(1);
        Heard request = broker.next();
        String big = "x".repeat(1 << 16);
        int count = 1000;
        for (int i = 1; i < count; i++) {
            broker.reply(request, ReplyKind.PARTIAL, big);
        }
        broker.reply(request, ReplyKind.FINAL, "end");
        parts.next();
        awaitPause(request);
        long unsent = request.from().eventLoop()
                .submit(() -> request.from().unsafe().outboundBuffer().totalPendingWriteBytes()).get();
        assertThat(unsent).as("octets of 64 MB that the client lets wait at the broker").isGreaterThan(32 << 20);
        parts.request(Long.MAX_VALUE);
        for (int i = 1; i < count; i++) {
            parts.next();
        }
        parts.awaitComplete();
    }

    @Test
    void aFinishedStreamLeavesItsConnectionToOthers() throws Exception {
        connect(config().withConnections(1));
        stream().subscribe(parts);
        Heard request = broker.next();
        broker.reply(request, ReplyKind.PARTIAL, "1");
        broker.reply(request, ReplyKind.FINAL, "2");
        var reply = ask("another");
        Heard another = broker.next();
        assertThat(another.from()).isEqualTo(request.from());
        broker.reply(another, "!");
        get(reply);
        parts.request(2);
        assertThat(parts.next().utf8(0)).isEqualTo("1");
        assertThat(parts.next().utf8(0)).isEqualTo("2");
        parts.awaitComplete();
    }

    @Test
    void cancellingCostsTheConnection() throws Exception {
        connect(config().withConnections(1));
        stream().subscribe(parts);
        parts.request(1);
        Heard request = broker.next();
        broker.reply(request, ReplyKind.PARTIAL, "1");
        parts.next();
        parts.cancel();
        assertThat(broker.departure()).isEqualTo(request.from());
        var reply = ask("another");
        broker.reply(broker.next(), "!");
        get(reply);
        assertThat(parts.isEnded()).isFalse();
    }

    @Test
    void aLostBrokerEndsTheStreamEvenIfNobodyListens() throws Exception {
        connect(config().withRetry(RetryPolicy.of(5)));
        stream().subscribe(parts);
        parts.request(1);
        Heard request = broker.next();
        broker.reply(request, ReplyKind.PARTIAL, "1");
        parts.next();
        request.from().close();
        assertThat(parts.failure()).as("not sent again: it has begun").isEqualTo(Reason.BROKER_LOST);
    }

    @Test
    void aStreamThatHasNotBegunIsSentAgain() throws Exception {
        connect(config().withRetry(RetryPolicy.of(5)));
        stream().subscribe(parts);
        parts.request(1);
        broker.next();
        time.advance(TIMEOUT);
        time.advance(Duration.ofSeconds(1));
        broker.reply(broker.next(), "!");
        parts.next();
        parts.awaitComplete();
    }

    @Test
    void closingEndsTheStream() throws Exception {
        connect(config());
        stream().subscribe(parts);
        broker.next();
        client.close();
        assertThat(parts.failure()).isEqualTo(Reason.CLOSED);
        Parts late = new Parts();
        stream().subscribe(late);
        assertThat(late.failure()).isEqualTo(Reason.CLOSED);
    }

    /** The end of the client's own loop must not leave a subscriber without a last signal. */
    @Test
    void demandAfterTheEndOfTheLoopIsAnsweredByAFailure() throws Exception {
        client = GdpClient.connect(config());
        stream().subscribe(parts);
        broker.reply(broker.next(), "!");
        var barrier = ask("barrier");
        broker.reply(broker.next(), "!");
        get(barrier);
        client.close();
        parts.request(1);
        assertThat(parts.failure()).isEqualTo(Reason.CLOSED);
    }

    @Test
    void aStreamIsForOneSubscriber() throws Exception {
        connect(config());
        Flow.Publisher<GdpMessage> once = stream();
        once.subscribe(parts);
        broker.next();
        Parts second = new Parts();
        once.subscribe(second);
        assertThat(second.error()).isInstanceOf(IllegalStateException.class).isNotInstanceOf(GdpException.class);
    }

    @Test
    void aSubscriberThatThrowsHasLeft() throws Exception {
        connect(config());
        stream().subscribe(new Parts() {
            @Override
            public void onNext(GdpMessage part) {
                throw new IllegalStateException("on purpose");
            }

            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(1);
            }
        });
        Heard request = broker.next();
        broker.reply(request, ReplyKind.PARTIAL, "1");
        assertThat(broker.departure()).isEqualTo(request.from());
    }
}
