package io.generaldomo.gdp.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.gdp.GdpException.Reason;
import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.MajordomoDialect;
import io.generaldomo.gdp.connection.ScriptedBroker.Heard;
import io.generaldomo.gdp.protocol.Command.ClientRequest;
import io.generaldomo.gdp.protocol.ReplyKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many requests on one connection, as GDP 0.3 has it. */
class SharedLaneTest extends ClientUnderTest {
    @BeforeEach
    void speakWithTickets() {
        speak(MajordomoDialect.GDP_03);
    }

    @Test
    void repliesInAnyOrderFindTheirRequests() throws Exception {
        connect(config());
        List<CompletableFuture<GdpMessage>> replies = new ArrayList<>();
        List<Heard> requests = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            replies.add(ask(Integer.toString(i)));
        }
        for (int i = 0; i < 50; i++) {
            requests.add(broker.next());
            assertThat(requests.get(i).from()).isEqualTo(requests.get(0).from());
        }
        for (int i = 49; i >= 0; i--) {
            broker.reply(requests.get(i), requests.get(i).text() + "!");
        }
        for (int i = 0; i < 50; i++) {
            assertThat(get(replies.get(i)).utf8(0)).isEqualTo(i + "!");
        }
        assertThat(broker.arrivalsSoFar()).isEqualTo(1);
    }

    @Test
    void aRequestThatIsGivenUpCostsNobodyTheConnection() throws Exception {
        connect(config());
        CompletableFuture<GdpMessage> first = ask("first");
        Heard late = broker.next();
        time.advance(TIMEOUT.minusSeconds(1));
        CompletableFuture<GdpMessage> second = ask("second");
        Heard request = broker.next();
        CompletableFuture<GdpMessage> third = ask("third");
        Heard cancelled = broker.next();
        third.cancel(false);
        time.advance(Duration.ofSeconds(1));
        assertThat(failure(first)).isEqualTo(Reason.TIMEOUT);
        broker.reply(late, "first");
        broker.reply(cancelled, "third");
        broker.reply(request, "second");
        assertThat(get(second).utf8(0)).isEqualTo("second");
        assertThat(request.from()).isEqualTo(late.from());
    }

    @Test
    void aLostConnectionFailsAllThatIsUnderWayOnIt() throws Exception {
        connect(config());
        CompletableFuture<GdpMessage> first = ask("first");
        Heard request = broker.next();
        CompletableFuture<GdpMessage> second = ask("second");
        broker.next();
        request.from().close();
        assertThat(failure(first)).isEqualTo(Reason.BROKER_LOST);
        assertThat(failure(second)).isEqualTo(Reason.BROKER_LOST);
        CompletableFuture<GdpMessage> third = ask("third");
        broker.reply(broker.next(ClientRequest.class, time), "!");
        assertThat(get(third).utf8(0)).isEqualTo("!");
    }

    @Test
    void partsOfSeveralRepliesMayMix() throws Exception {
        connect(config());
        CompletableFuture<GdpMessage> first = ask("first");
        CompletableFuture<GdpMessage> second = ask("second");
        Heard one = broker.next();
        Heard two = broker.next();
        broker.reply(one, ReplyKind.PARTIAL, "1a");
        broker.reply(two, ReplyKind.PARTIAL, "2a");
        broker.reply(one, ReplyKind.FINAL, "1b");
        broker.reply(two, ReplyKind.FINAL, "2b");
        assertThat(get(first)).isEqualTo(GdpMessage.ofUtf8("1a", "1b"));
        assertThat(get(second)).isEqualTo(GdpMessage.ofUtf8("2a", "2b"));
    }

    /** A subscriber that takes its time must not keep others from reading. */
    @Test
    void aStreamHasAConnectionForItself() throws Exception {
        connect(config().withStreamBuffer(1));
        Parts parts = new Parts();
        client.stream("echo", GdpMessage.ofUtf8("stream")).subscribe(parts);
        Heard stream = broker.next();
        broker.reply(stream, ReplyKind.PARTIAL, "a");
        broker.reply(stream, ReplyKind.PARTIAL, "b");
        CompletableFuture<GdpMessage> reply = ask("request");
        Heard request = broker.next();
        assertThat(request.from()).isNotEqualTo(stream.from());
        broker.reply(request, "!");
        assertThat(get(reply).utf8(0)).isEqualTo("!");
        broker.reply(stream, ReplyKind.FINAL, "c");
        parts.request(3);
        assertThat(parts.next().utf8(0) + parts.next().utf8(0) + parts.next().utf8(0)).isEqualTo("abc");
        parts.awaitComplete();
    }

    @Test
    void closingFailsEveryRequest() throws Exception {
        connect(config());
        CompletableFuture<GdpMessage> first = ask("first");
        CompletableFuture<GdpMessage> second = ask("second");
        broker.next();
        broker.next();
        client.close();
        assertThat(failure(first)).isEqualTo(Reason.CLOSED);
        assertThat(failure(second)).isEqualTo(Reason.CLOSED);
    }
}
