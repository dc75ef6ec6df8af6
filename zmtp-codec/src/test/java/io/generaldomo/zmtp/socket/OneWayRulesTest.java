package io.generaldomo.zmtp.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.generaldomo.zmtp.ZmtpMessage;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What libzmq's tests of RADIO, DISH, PAIR, CHANNEL, SCATTER, GATHER and of conflation check, under their names. */
class OneWayRulesTest extends SocketTest {
    private final Recorder heard = new Recorder();
    private final Recorder told = new Recorder();

    private static ZmtpMessage text(String... parts) {
        return ZmtpMessage.ofUtf8(parts);
    }

    /** Sends until something comes: a RADIO does not tell who has joined. */
    private String firstHeard(ZmtpRadio radio, String group) {
        CompletableFuture<String> first = CompletableFuture.supplyAsync(heard::text);
        while (!first.isDone()) {
            done(radio.send(group, text("hello")));
        }
        return first.join();
    }

    private String nextButHello() {
        String next = heard.text();
        while (next.endsWith("|hello")) {
            next = heard.text();
        }
        return next;
    }

    /** To join twice is to join, where libzmq refuses it. */
    @Test
    void radio_dish_aMessageGoesToThoseWhoHaveJoinedItsGroup() {
        ZmtpRadio radio = closedAtTheEnd(ZmtpRadio.open(options, told));
        ZmtpDish dish = closedAtTheEnd(ZmtpDish.open(options, heard));
        dish.join("TV");
        dish.join("TV");
        dish.connect(bind(radio));
        assertThat(firstHeard(radio, "TV")).isEqualTo("TV|hello");
        done(radio.send("Movies", text("not joined")));
        done(radio.send("TVs", text("a group is no prefix")));
        done(radio.send("TV", text("Friends")));
        assertThat(nextButHello()).isEqualTo("TV|Friends");
        dish.join("Movies");
        assertThat(firstHeard(radio, "Movies")).isIn("Movies|hello", "TV|hello");
        dish.leave("TV");
        done(radio.send("TV", text("left")));
        done(radio.send("Movies", text("Godfather")));
        assertThat(nextButHello()).isEqualTo("Movies|Godfather");
    }

    /** To leave what was not joined is nothing, where libzmq refuses it. */
    @Test
    void radio_dish_longGroups() {
        String longest = "g".repeat(255);
        ZmtpRadio radio = closedAtTheEnd(ZmtpRadio.open(options, told));
        ZmtpDish dish = closedAtTheEnd(ZmtpDish.open(options, heard));
        dish.join(longest);
        dish.connect(bind(radio));
        assertThat(firstHeard(radio, longest)).isEqualTo(longest + "|hello");
        assertThatThrownBy(() -> dish.join(longest + "g")).isInstanceOf(IllegalArgumentException.class);
        ZmtpMessage body = text("x");
        assertThatThrownBy(() -> radio.send(longest + "g", body)).isInstanceOf(IllegalArgumentException.class);
        assertThat(body.refCnt()).isZero();
        dish.leave("never joined");
    }

    @Test
    void pair_turnsASecondPeerAwayUntilTheFirstHasLeft() {
        ZmtpPair pair = closedAtTheEnd(ZmtpPair.open(options, told));
        String endpoint = bind(pair);
        ZmtpPair first = ZmtpPair.open(options, heard);
        first.connect(endpoint);
        told.connected();
        Recorder late = new Recorder();
        ZmtpPair second = closedAtTheEnd(ZmtpPair.open(options, late));
        second.connect(endpoint);
        late.connected();
        late.disconnected();
        done(pair.send(text("for the first")));
        assertThat(heard.text()).isEqualTo("for the first");
        first.close();
        told.disconnected();
        told.connected();
        done(pair.send(text("for the second")));
        assertThat(late.text()).isEqualTo("for the second");
        done(second.send(text("back", "in parts")));
        assertThat(told.text()).isEqualTo("back|in parts");
    }

    @Test
    void pair_anEndpointThatWasConnectedToWaitsForItsTurn() {
        ZmtpPair pair = closedAtTheEnd(ZmtpPair.open(options, told));
        ZmtpPair first = ZmtpPair.open(options, heard);
        first.connect(bind(pair));
        told.connected();
        Recorder late = new Recorder();
        ZmtpPair second = closedAtTheEnd(ZmtpPair.open(options, late));
        pair.connect(bind(second));
        late.disconnected();
        first.close();
        told.disconnected();
        told.connected();
        done(pair.send(text("for the second")));
        assertThat(late.text()).isEqualTo("for the second");
    }

    @Test
    void channel_messagesHaveOnePart() {
        ZmtpChannel channel = closedAtTheEnd(ZmtpChannel.open(options, told));
        ZmtpChannel other = closedAtTheEnd(ZmtpChannel.open(options, heard));
        other.connect(bind(channel));
        assertThatThrownBy(() -> channel.send(text("a", "b"))).isInstanceOf(IllegalArgumentException.class);
        done(channel.send(text("a")));
        assertThat(heard.text()).isEqualTo("a");
    }

    @Test
    void scatter_gather_peersTakeTurns() {
        ZmtpScatter scatter = closedAtTheEnd(ZmtpScatter.open(options, told));
        String endpoint = bind(scatter);
        Recorder[] gathering = {new Recorder(), new Recorder()};
        for (Recorder recorder : gathering) {
            closedAtTheEnd(ZmtpGather.open(options, recorder)).connect(endpoint);
            told.connected();
        }
        for (int i = 0; i < 4; i++) {
            done(scatter.send(text("m" + i)));
        }
        assertThat(gathering[0].text()).isEqualTo("m0");
        assertThat(gathering[0].text()).isEqualTo("m2");
        assertThat(gathering[1].text()).isEqualTo("m1");
        assertThat(gathering[1].text()).isEqualTo("m3");
        assertThatThrownBy(() -> scatter.send(text("a", "b"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void conflate_aQueueHoldsTheLastMessageOnly() {
        ZmtpPush push = closedAtTheEnd(ZmtpPush.open(options.withConflation(), told));
        ZmtpPull pull = closedAtTheEnd(ZmtpPull.open(options, heard));
        String endpoint = bindToLastingPort(pull);
        pull.close();
        push.connect(endpoint);
        for (int i = 0; i < 5000; i++) {
            done(push.send(text("m" + i)));
        }
        ZmtpPull later = closedAtTheEnd(ZmtpPull.open(options, heard));
        done(later.bind(endpoint));
        assertThat(heard.text()).isEqualTo("m4999");
    }

    @Test
    void conflate_anInboxKeepsTheLastMessageOnly() throws InterruptedException {
        Inbox latest = Inbox.ofLatest();
        ZmtpPull pull = closedAtTheEnd(ZmtpPull.open(options, latest));
        ZmtpPush push = closedAtTheEnd(ZmtpPush.open(options, told));
        push.connect(bind(pull));
        for (int i = 0; i < 5000; i++) {
            done(push.send(text("m" + i)));
        }
        String seen = "";
        int taken = 0;
        while (!seen.equals("m4999")) {
            seen = Recorder.text(latest.take().message());
            taken++;
        }
        assertThat(taken).isLessThanOrEqualTo(5000);
        assertThat(latest.poll(Duration.ZERO)).isEmpty();
    }
}
