package io.generaldomo.gdp.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.gdp.GdpException.Reason;
import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.MajordomoDialect;
import io.generaldomo.gdp.ServiceName;
import io.generaldomo.gdp.connection.ScriptedBroker.Heard;
import io.generaldomo.gdp.protocol.Body;
import io.generaldomo.gdp.protocol.Command.ClientNak;
import io.generaldomo.gdp.protocol.Command.ClientReply;
import io.generaldomo.gdp.protocol.ReplyKind;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One reply to one request, and what may come between them. */
class GdpClientTest extends ClientUnderTest {
    @ParameterizedTest
    @EnumSource
    void speaksEveryDialect(MajordomoDialect dialect) throws Exception {
        speak(dialect);
        connect(config());
        for (int i = 0; i < 3; i++) {
            CompletableFuture<GdpMessage> reply = ask("request", Integer.toString(i));
            Heard request = broker.next();
            assertThat(request.body()).isEqualTo(GdpMessage.ofUtf8("request", Integer.toString(i)));
            broker.reply(request, "reply", "");
            assertThat(get(reply)).isEqualTo(GdpMessage.ofUtf8("reply", ""));
        }
    }

    @Test
    void joinsThePartsOfAStreamedReply() throws Exception {
        connect(config());
        CompletableFuture<GdpMessage> reply = ask("?");
        Heard request = broker.next();
        broker.reply(request, ReplyKind.PARTIAL, "a", "b");
        broker.reply(request, ReplyKind.PARTIAL, "");
        broker.reply(request, ReplyKind.FINAL, "c");
        assertThat(get(reply)).isEqualTo(GdpMessage.ofUtf8("a", "b", "", "c"));
    }

    @Test
    void joinsNoMoreThanAMessageMayHold() throws Exception {
        var connection = broker.connection();
        connect(ClientConfig.of(connection.withLimits(connection.limits().withMessageSize(1000))));
        CompletableFuture<GdpMessage> reply = ask("?");
        Heard request = broker.next();
        for (int i = 0; i < 20; i++) {
            broker.reply(request, ReplyKind.PARTIAL, "");
        }
        assertThat(failure(reply)).isEqualTo(Reason.TOO_LARGE);
        assertThat(broker.departure()).isEqualTo(request.from());
    }

    @Test
    void aLateReplyIsNeverTakenForAnothersReply() throws Exception {
        connect(config().withConnections(1));
        CompletableFuture<GdpMessage> first = ask("first");
        Heard late = broker.next();
        CompletableFuture<GdpMessage> second = ask("second");
        time.advance(TIMEOUT.minusSeconds(1));
        CompletableFuture<GdpMessage> third = ask("third");
        time.advance(Duration.ofSeconds(1));
        assertThat(failure(first)).isEqualTo(Reason.TIMEOUT);
        broker.reply(late, "first");
        assertThat(failure(second)).isEqualTo(Reason.TIMEOUT);
        Heard request = broker.next();
        assertThat(request.text()).isEqualTo("third");
        assertThat(request.from()).isNotEqualTo(late.from());
        assertThat(broker.departure()).isEqualTo(late.from());
        broker.reply(request, "third");
        assertThat(get(third).utf8(0)).isEqualTo("third");
    }

    /** The late reply is in the client's hands already, behind the reason to give the lane up. */
    @Test
    void aReplyBehindTheOneThatEndedTheLaneIsNotRead() throws Exception {
        connect(config().withConnections(1));
        CompletableFuture<GdpMessage> first = ask("first");
        Heard request = broker.next();
        CompletableFuture<GdpMessage> second = ask("second");
        Heard[] answered = {request};
        request.from().eventLoop().submit(() -> {
            ClientReply other = new ClientReply(ServiceName.of("other"), Body.of(GdpMessage.ofUtf8("x")));
            broker.send(answered[0].from(), other);
            broker.reply(answered[0], "too late");
            broker.reply(answered[0], "much too late");
        }).sync();
        assertThat(failure(first)).isEqualTo(Reason.BROKER_LOST);
        broker.departure();
        time.advance(Duration.ofSeconds(1));
        broker.reply(broker.next(), "second");
        assertThat(get(second).utf8(0)).isEqualTo("second");
    }

    @Test
    void aLostBrokerFailsWhatIsUnderWayAndKeepsWhatWaits() throws Exception {
        connect(config().withConnections(1));
        CompletableFuture<GdpMessage> first = ask("first");
        Heard request = broker.next();
        CompletableFuture<GdpMessage> second = ask("second");
        request.from().close();
        assertThat(failure(first)).isEqualTo(Reason.BROKER_LOST);
        time.advance(Duration.ofSeconds(1));
        broker.reply(broker.next(), "there");
        assertThat(get(second).utf8(0)).isEqualTo("there");
    }

    @Test
    void aFullQueueTakesNoMore() throws Exception {
        connect(config().withConnections(1).withQueued(1));
        CompletableFuture<GdpMessage> first = ask("first");
        Heard request = broker.next();
        CompletableFuture<GdpMessage> second = ask("second");
        assertThat(failure(ask("third"))).isEqualTo(Reason.OVERLOADED);
        broker.reply(request, "1");
        broker.reply(broker.next(), "2");
        assertThat(get(first).utf8(0)).isEqualTo("1");
        assertThat(get(second).utf8(0)).isEqualTo("2");
    }

    @Test
    void closingFailsEverythingAndMayHappenTwice() throws Exception {
        connect(config().withConnections(1));
        CompletableFuture<GdpMessage> underWay = ask("under way");
        broker.next();
        CompletableFuture<GdpMessage> waiting = ask("waiting");
        client.close();
        client.close();
        assertThat(failure(underWay)).isEqualTo(Reason.CLOSED);
        assertThat(failure(waiting)).isEqualTo(Reason.CLOSED);
        assertThat(failure(ask("afterwards"))).isEqualTo(Reason.CLOSED);
        broker.departure();
    }

    @Test
    void aClientOfItsOwnLoopCanBeClosedFromThere() throws Exception {
        client = GdpClient.connect(config());
        CompletableFuture<Void> closed = ask("?").thenRun(client::close);
        broker.reply(broker.next(), "!");
        closed.get(30, TimeUnit.SECONDS);
        broker.departure();
        assertThat(failure(ask("afterwards"))).isEqualTo(Reason.CLOSED);
    }

    @Test
    void aCancelledRequestThatWaitsIsNotSent() throws Exception {
        connect(config().withConnections(1));
        CompletableFuture<GdpMessage> first = ask("first");
        Heard request = broker.next();
        ask("cancelled").cancel(false);
        CompletableFuture<GdpMessage> third = ask("third");
        broker.reply(request, "1");
        get(first);
        Heard next = broker.next();
        assertThat(next.text()).isEqualTo("third");
        broker.reply(next, "3");
        get(third);
    }

    /** So that the broker can drop it, and no place is taken by what nobody waits for. */
    @Test
    void aCancelledRequestUnderWayCostsItsConnection() throws Exception {
        connect(config().withConnections(1));
        CompletableFuture<GdpMessage> first = ask("first");
        Heard request = broker.next();
        CompletableFuture<GdpMessage> second = ask("second");
        first.cancel(false);
        assertThat(broker.departure()).isEqualTo(request.from());
        broker.reply(broker.next(), "2");
        assertThat(get(second).utf8(0)).isEqualTo("2");
    }

    @Test
    void whoAsksAgainFromTheCallbackUsesTheSameConnection() throws Exception {
        connect(config());
        CompletableFuture<GdpMessage> second = ask("first").thenCompose(reply -> ask("second"));
        Heard request = broker.next();
        broker.reply(request, "1");
        Heard again = broker.next();
        assertThat(again.from()).isEqualTo(request.from());
        broker.reply(again, "2");
        assertThat(get(second).utf8(0)).isEqualTo("2");
    }

    @Test
    void aReplyThatNobodyWaitsForEndsTheConnection() throws Exception {
        connect(config());
        CompletableFuture<GdpMessage> reply = ask("?");
        Heard request = broker.next();
        broker.reply(request, "!");
        get(reply);
        broker.reply(request, "!");
        assertThat(broker.departure()).isEqualTo(request.from());
    }

    @Test
    void aNakIsARefusal() throws Exception {
        speak(MajordomoDialect.MDP_0X);
        connect(config());
        CompletableFuture<GdpMessage> reply = ask("?");
        Heard request = broker.next();
        broker.send(request.from(), new ClientNak(ServiceName.of("echo"), Body.of(request.body())));
        assertThat(failure(reply)).isEqualTo(Reason.REFUSED);
    }

    /** Nothing marks the last report: another may follow, and must not answer the next request. */
    @Test
    void afterAReportTheConnectionIsNotUsedAgain() throws Exception {
        speak(MajordomoDialect.MDP_0X);
        connect(config().withConnections(1));
        CompletableFuture<GdpMessage> first = ask("first");
        Heard request = broker.next();
        broker.reply(request, "1");
        get(first);
        CompletableFuture<GdpMessage> second = ask("second");
        broker.reply(request, "a report of the first");
        Heard next = broker.next();
        assertThat(next.from()).isNotEqualTo(request.from());
        broker.reply(next, "2");
        assertThat(get(second).utf8(0)).isEqualTo("2");
    }

    @Test
    void connectionsThatNobodyNeedsAreClosedButForOne() throws Exception {
        connect(config().withConnections(3).withIdleTime(Duration.ofMinutes(1)));
        CompletableFuture<GdpMessage> a = ask("a");
        CompletableFuture<GdpMessage> b = ask("b");
        CompletableFuture<GdpMessage> c = ask("c");
        for (int i = 0; i < 3; i++) {
            broker.reply(broker.next(), "!");
        }
        CompletableFuture.allOf(a, b, c).get(30, TimeUnit.SECONDS);
        time.advance(Duration.ofSeconds(50));
        CompletableFuture<GdpMessage> d = ask("d");
        Heard request = broker.next();
        broker.reply(request, "!");
        get(d);
        time.advance(Duration.ofSeconds(10));
        assertThat(broker.departure()).isNotEqualTo(request.from());
        assertThat(broker.departure()).isNotEqualTo(request.from());
        time.advance(Duration.ofMinutes(10));
        CompletableFuture<GdpMessage> e = ask("e");
        Heard last = broker.next();
        assertThat(last.from()).isEqualTo(request.from());
        broker.reply(last, "!");
        get(e);
    }
}
