package io.generaldomo.gdp.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.gdp.ConnectionConfig;
import io.generaldomo.gdp.GdpException.Reason;
import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.MajordomoDialect;
import io.generaldomo.gdp.client.RetryPolicy.Cause;
import io.generaldomo.gdp.connection.ScriptedBroker;
import io.generaldomo.gdp.connection.ScriptedBroker.Heard;
import io.generaldomo.gdp.protocol.Command.ClientRequest;
import io.generaldomo.gdp.protocol.ReplyKind;
import io.generaldomo.zmtp.ZmtpHeartbeat;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Requests that are sent again, and brokers that stand in for one another. */
class RecoveryTest extends ClientUnderTest {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    @Test
    void aRequestThatWasLostIsSentAgain() throws Exception {
        connect(config().withRetry(RetryPolicy.of(2)));
        CompletableFuture<GdpMessage> reply = ask("?");
        for (int i = 0; i < 2; i++) {
            broker.next(ClientRequest.class, time).from().close();
        }
        Heard third = broker.next(ClientRequest.class, time);
        assertThat(third.text()).isEqualTo("?");
        broker.reply(third, "!");
        assertThat(get(reply).utf8(0)).isEqualTo("!");
    }

    @Test
    void thereIsALimit() throws Exception {
        connect(config().withRetry(RetryPolicy.of(1)));
        CompletableFuture<GdpMessage> reply = ask("?");
        broker.next();
        time.advance(TIMEOUT);
        time.advance(PAUSE);
        broker.next();
        assertThat(reply).isNotDone();
        time.advance(TIMEOUT);
        assertThat(failure(reply)).isEqualTo(Reason.TIMEOUT);
    }

    @Test
    void onlyTheCausesOfThePolicyCount() throws Exception {
        connect(config().withRetry(RetryPolicy.of(5).withCauses(Cause.BROKER_LOST)));
        CompletableFuture<GdpMessage> reply = ask("?");
        broker.next();
        time.advance(TIMEOUT);
        assertThat(failure(reply)).isEqualTo(Reason.TIMEOUT);
    }

    @Test
    void theLateReplyToTheFirstAttemptIsNotRead() throws Exception {
        connect(config().withRetry(RetryPolicy.of(1)));
        CompletableFuture<GdpMessage> reply = ask("?");
        Heard first = broker.next();
        broker.reply(first, ReplyKind.PARTIAL, "a part of the first attempt");
        time.settle();
        time.advance(TIMEOUT);
        time.advance(PAUSE);
        Heard second = broker.next();
        broker.reply(first, "late");
        broker.reply(second, "in time");
        assertThat(get(reply)).isEqualTo(GdpMessage.ofUtf8("in time"));
    }

    @Test
    void whatRestsIsFailedByClosingAndEndedByCancelling() throws Exception {
        connect(config().withRetry(RetryPolicy.of(1)));
        CompletableFuture<GdpMessage> closed = ask("closed");
        CompletableFuture<GdpMessage> cancelled = ask("cancelled");
        broker.next();
        broker.next();
        time.advance(TIMEOUT);
        cancelled.cancel(false);
        client.close();
        assertThat(failure(closed)).isEqualTo(Reason.CLOSED);
        assertThat(broker.unheard()).isZero();
    }

    /** The first run hangs with a connection that nobody has ended; the second is found by another lane. */
    @Test
    void aNewRunOfTheBrokerMeansThatTheOldOneIsDead() throws Exception {
        connect(config().withRetry(RetryPolicy.of(1).withCauses(Cause.BROKER_REPLACED)));
        CompletableFuture<GdpMessage> stuck = ask("stuck");
        Heard request = broker.next();
        broker.stopListening();
        broker.listen("2");
        CompletableFuture<GdpMessage> other = ask("other");
        broker.reply(broker.next(), "other");
        get(other);
        assertThat(broker.departure()).isEqualTo(request.from());
        time.advance(PAUSE);
        Heard again = broker.next();
        assertThat(again.text()).isEqualTo("stuck");
        broker.reply(again, "free");
        assertThat(get(stuck).utf8(0)).isEqualTo("free");
    }

    @Test
    void withoutThatCauseRunsMayDifferAsWithSeveralBrokersBehindABalancer() throws Exception {
        connect(config());
        CompletableFuture<GdpMessage> one = ask("one");
        Heard request = broker.next();
        broker.stopListening();
        broker.listen("2");
        CompletableFuture<GdpMessage> two = ask("two");
        broker.reply(broker.next(), "two");
        get(two);
        broker.reply(request, "one");
        assertThat(get(one).utf8(0)).isEqualTo("one");
    }

    @Test
    void brokersAreTriedInTurnAndAllConnectionsUseTheSame() throws Exception {
        speak(MajordomoDialect.GDP);
        broker.stopListening();
        try (ScriptedBroker second = new ScriptedBroker(MajordomoDialect.GDP)) {
            ConnectionConfig both = ConnectionConfig.to(broker.endpoint(), second.endpoint()).withHeartbeat(ZmtpHeartbeat.OFF);
            connect(ClientConfig.of(both).withRetry(RetryPolicy.of(1))); // the third may be sent before the client sees the loss
            CompletableFuture<GdpMessage> first = ask("1");
            Heard request = second.next(ClientRequest.class, time);
            CompletableFuture<GdpMessage> other = ask("2"); // a new lane, which does not ask the first broker any more
            Heard another = second.next();
            assertThat(another.from()).isNotEqualTo(request.from());
            second.reply(request, "1");
            second.reply(another, "2");
            get(first);
            get(other);

            broker.listen("back");
            second.stopListening();
            request.from().close();
            another.from().close();
            second.departure();
            second.departure();
            CompletableFuture<GdpMessage> third = ask("3");
            Heard last = broker.next(ClientRequest.class, time);
            broker.reply(last, "3");
            assertThat(get(third).utf8(0)).isEqualTo("3");
        }
    }
}
