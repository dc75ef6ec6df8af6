package io.generaldomo.zmtp.socket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.zmtp.ZmtpException.Reason;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.socket.PublishOptions.WhenFull;
import io.generaldomo.zmtp.socket.XpubOptions.Decision;
import io.generaldomo.zmtp.socket.XpubOptions.Report;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** PUB, SUB, XPUB and XSUB among themselves. */
class PubSubTest extends SocketTest {
    private final Recorder told = new Recorder();
    private final Recorder heard = new Recorder();

    private ZmtpXpub xpub(XpubOptions telling) {
        return closedAtTheEnd(ZmtpXpub.open(options, PublishOptions.DEFAULT, telling, told));
    }

    private ZmtpXpub xpub() {
        return xpub(XpubOptions.DEFAULT);
    }

    private ZmtpSub sub(Recorder recorder) {
        return closedAtTheEnd(ZmtpSub.open(options, recorder));
    }

    private ZmtpXsub xsub(Recorder recorder) {
        return closedAtTheEnd(ZmtpXsub.open(options, recorder));
    }

    private static ZmtpMessage text(String... parts) {
        return ZmtpMessage.ofUtf8(parts);
    }

    private static byte[] octets(String text) {
        return text.getBytes(UTF_8);
    }

    @Test
    void pubsub_topics_count_messagesGoByPrefixToThoseWhoWantThem() {
        ZmtpXpub xpub = xpub();
        ZmtpSub sub = sub(heard);
        Recorder other = new Recorder();
        ZmtpSub others = sub(other);
        sub.subscribe("a");
        sub.connect(bind(xpub));
        assertThat(told.text()).isEqualTo("\u0001a");
        others.subscribe("ab");
        others.subscribe("b");
        others.connect(bind(xpub));
        assertThat(told.text()).isIn("\u0001ab", "\u0001b");
        told.text();
        for (String topic : new String[] {"", "a", "ab", "b", "abc"}) {
            done(xpub.send(text(topic, "body")));
        }
        assertThat(heard.text()).isEqualTo("a|body");
        assertThat(heard.text()).isEqualTo("ab|body");
        assertThat(heard.text()).isEqualTo("abc|body");
        assertThat(other.text()).isEqualTo("ab|body");
        assertThat(other.text()).isEqualTo("b|body");
        assertThat(other.text()).isEqualTo("abc|body");
        assertThat(done(xpub.topics())).isEqualTo(3);
    }

    @Test
    void xpub_verbose_aSubscriptionEndsWhenItIsTakenBackAsOftenAsItWasMade() {
        ZmtpXpub xpub = xpub(new XpubOptions(Report.EVERYTHING, Decision.SOCKET));
        ZmtpSub sub = sub(heard);
        sub.connect(bind(xpub));
        told.connected();
        heard.connected();
        sub.subscribe("t");
        sub.subscribe("t");
        assertThat(told.text()).isEqualTo("\u0001t");
        assertThat(told.text()).isEqualTo("\u0001t");
        sub.cancel("t");
        sub.subscribe("mark");
        assertThat(told.text()).isEqualTo("\u0001mark");
        done(xpub.send(text("t1")));
        assertThat(heard.text()).isEqualTo("t1");
        sub.cancel("t");
        assertThat(told.text()).isEqualTo("\u0000t");
        done(xpub.send(text("t2")));
        done(xpub.send(text("mark")));
        assertThat(heard.text()).isEqualTo("mark");
    }

    @Test
    void aSubThatBindsTellsEachPublisherThatConnects() {
        ZmtpSub sub = sub(heard);
        sub.subscribe("x");
        String endpoint = bind(sub);
        for (int i = 0; i < 3; i++) {
            Recorder recorder = new Recorder();
            ZmtpXpub xpub = closedAtTheEnd(ZmtpXpub.open(options, recorder));
            xpub.connect(endpoint);
            assertThat(recorder.text()).isEqualTo("\u0001x");
            done(xpub.send(text("x" + i)));
            assertThat(heard.text()).isEqualTo("x" + i);
        }
    }

    @Test
    void aPeerThatLeavesTakesItsSubscriptionsBack() {
        ZmtpXpub xpub = xpub();
        String endpoint = bind(xpub);
        ZmtpSub sub = sub(heard);
        sub.subscribe("only mine");
        sub.subscribe("ours");
        sub.connect(endpoint);
        told.text();
        told.text();
        ZmtpSub other = sub(new Recorder());
        other.subscribe("ours");
        other.subscribe("then");
        other.connect(endpoint);
        assertThat(told.text()).isEqualTo("\u0001then");
        sub.close();
        assertThat(told.text()).isEqualTo("\u0000only mine");
        assertThat(done(xpub.topics())).isEqualTo(2);
    }

    @Test
    void sub_forward_anXsubSubscribesByMessagesAndSendsOthers() {
        ZmtpXpub xpub = xpub();
        ZmtpXsub xsub = xsub(heard);
        xsub.connect(bind(xpub));
        heard.connected();
        done(xsub.send(text("\u0001a")));
        assertThat(told.text()).isEqualTo("\u0001a");
        done(xsub.send(text("to the publisher", "\u0001b")));
        assertThat(told.text()).isEqualTo("to the publisher|\u0001b");
        done(xpub.send(text("a")));
        assertThat(heard.text()).isEqualTo("a");
        done(xsub.send(text("\u0000a")));
        assertThat(told.text()).isEqualTo("\u0000a");
    }

    @Test
    void xpub_manual_anApplicationThatDecidesIsAskedAndAnswers() {
        ZmtpXpub xpub = xpub(new XpubOptions(Report.NEWS, Decision.APPLICATION));
        ZmtpSub sub = sub(heard);
        sub.connect(bind(xpub));
        SocketPeer peer = told.connected();
        heard.connected();
        sub.subscribe("A");
        sub.subscribe("B");
        assertThat(told.text()).isEqualTo("\u0001A");
        assertThat(told.text()).isEqualTo("\u0001B");
        xpub.subscribe(peer, octets("B"));
        done(xpub.send(text("A")));
        done(xpub.send(text("B")));
        assertThat(heard.text()).isEqualTo("B");
        xpub.cancel(peer, octets("B"));
        done(xpub.send(text("B, too late")));
        done(xpub.send(peer, text("A for one")));
        assertThat(heard.text()).isEqualTo("A for one");
        sub.close();
        told.disconnected();
        xpub.subscribe(peer, octets("B"));
        assertThat(done(xpub.topics())).isZero();
    }

    /** Messages to many peers wait a moment for others, so as to go together: the end of the socket must not overtake them. */
    @Test
    void whatWasPublishedLastArrivesAlthoughThePublisherCloses() {
        ZmtpXpub xpub = xpub();
        subscribed(heard, bind(xpub), "t");
        CompletableFuture<Void> last = new CompletableFuture<>();
        for (int i = 0; i < 200; i++) {
            last = xpub.send(text("t" + i));
        }
        done(last);
        xpub.close();
        for (int i = 0; i < 200; i++) {
            assertThat(heard.text()).isEqualTo("t" + i);
        }
    }

    /** An XSUB's messages and subscriptions keep their order. */
    @Test
    void aSubscriptionDoesNotOvertakeTheMessagesBeforeIt() {
        ZmtpXpub xpub = xpub();
        ZmtpXsub xsub = xsub(heard);
        xsub.connect(bind(xpub));
        heard.connected();
        for (int i = 0; i < 100; i++) {
            xsub.send(text("message " + i));
            xsub.send(text("\u0001topic " + i));
        }
        for (int i = 0; i < 100; i++) {
            assertThat(told.text()).isEqualTo("message " + i);
            assertThat(told.text()).isEqualTo("\u0001topic " + i);
        }
    }

    /** Enough to fill what TCP and the channel take on their way, and the queue. */
    private static void fill(ZmtpXpub xpub, String topic, int megabytes) {
        for (int i = 0; i < megabytes; i++) {
            done(xpub.send(ZmtpMessage.copyOf(octets(topic), new byte[1 << 20])));
        }
    }

    @Test
    void hwm_pubsub_aSlowSubscriberLosesMessagesAndNobodyElseDoes() {
        options = options.withSendHighWaterMark(2);
        ZmtpXpub xpub = xpub();
        String endpoint = bind(xpub);
        ZmtpSub slow = sub(heard);
        slow.subscribe("slow");
        slow.connect(endpoint);
        told.text();
        heard.connected().pauseReading();
        Recorder quick = new Recorder();
        ZmtpSub other = sub(quick);
        other.subscribe("quick");
        other.connect(endpoint);
        told.text();
        while (xpub.dropped() < 10) {
            fill(xpub, "slow", 10);
            done(xpub.send(text("quick")));
            assertThat(quick.text()).isEqualTo("quick");
        }
    }

    /** What the slow one does not get in the end was counted; the other, which wants the same by other prefixes, gets all. */
    @Test
    void hwm_pubsub_whatASlowSubscriberLosesIsCountedToTheLastMessage() {
        options = options.withSendHighWaterMark(2);
        ZmtpXpub xpub = xpub();
        String endpoint = bind(xpub);
        SocketPeer publisher = subscribed(heard, endpoint, "", "n", "news/");
        publisher.pauseReading();
        Recorder quick = new Recorder();
        subscribed(quick, endpoint, "ne", "news", "news/a");
        int sent = 0;
        for (; xpub.dropped() < 10; sent++) {
            done(xpub.send(ZmtpMessage.copyOf(octets("news/a" + sent), new byte[1 << 20])));
            assertThat(quick.text()).startsWith("news/a" + sent + "|");
        }
        publisher.resumeReading();
        for (int i = 0; i < sent - 10; i++) {
            assertThat(heard.text()).startsWith("news/a");
        }
        done(xpub.send(text("news/a, the last")));
        assertThat(heard.text()).isEqualTo("news/a, the last");
        assertThat(quick.text()).isEqualTo("news/a, the last");
        assertThat(xpub.dropped()).isEqualTo(10);
    }

    /** A SUB whose subscriptions the publisher has heard of, and its publisher. */
    private SocketPeer subscribed(Recorder recorder, String endpoint, String... topics) {
        ZmtpSub sub = sub(recorder);
        sub.connect(endpoint);
        SocketPeer publisher = recorder.connected();
        for (String topic : topics) {
            sub.subscribe(topic);
            assertThat(told.text()).isEqualTo("\u0001" + topic);
        }
        return publisher;
    }

    @Test
    void xpub_nodrop_aPublisherThatMustNotDropWaits() {
        options = options.withSendHighWaterMark(2);
        ZmtpXpub xpub = closedAtTheEnd(ZmtpXpub.open(options, PublishOptions.DEFAULT.with(WhenFull.WAIT), XpubOptions.DEFAULT, told));
        ZmtpSub slow = sub(heard);
        slow.subscribe("");
        slow.connect(bind(xpub));
        told.text();
        SocketPeer publisher = heard.connected();
        publisher.pauseReading();
        int sent = 0;
        CompletableFuture<Void> last;
        do {
            last = xpub.send(ZmtpMessage.copyOf(octets(sent + " "), new byte[1 << 20]));
            sent++;
            done(xpub.topics()); // so that it has been looked at
        } while (last.isDone());
        CompletableFuture<Void> waits = xpub.send(text("waits"));
        done(xpub.topics());
        failsWith(Reason.HIGH_WATER_MARK, xpub.send(text("too many")));
        publisher.resumeReading();
        done(last);
        done(waits);
        for (int i = 0; i < sent; i++) {
            assertThat(heard.text()).startsWith(i + " ");
        }
        assertThat(heard.text()).isEqualTo("waits");
        assertThat(xpub.dropped()).isZero();
    }

    /** The sender's callback runs on the event loop, in the middle of publishing: what it sends waits behind what waits already. */
    @Test
    void xpub_nodrop_whatIsPublishedWhenRoomIsFoundComesAfterIt() {
        options = options.withSendHighWaterMark(1);
        ZmtpXpub xpub = closedAtTheEnd(ZmtpXpub.open(options, PublishOptions.DEFAULT.with(WhenFull.WAIT), XpubOptions.DEFAULT, told));
        SocketPeer publisher = subscribed(heard, bind(xpub), "");
        publisher.pauseReading();
        int sent = 0;
        CompletableFuture<Void> last;
        do {
            last = xpub.send(ZmtpMessage.copyOf(octets(sent + " "), new byte[1 << 20]));
            sent++;
            done(xpub.topics()); // so that it has been looked at
        } while (last.isDone());
        CompletableFuture<Void> next = last.thenCompose(found -> xpub.send(text("next")));
        publisher.resumeReading();
        done(next);
        for (int i = 0; i < sent; i++) {
            assertThat(heard.text()).startsWith(i + " ");
        }
        assertThat(heard.text()).isEqualTo("next");
    }

    @Test
    void pub_invert_matching_subscriptionsMeanEverythingElse() {
        ZmtpXpub xpub = closedAtTheEnd(
                ZmtpXpub.open(options, PublishOptions.DEFAULT.with(Matching.INVERTED), XpubOptions.DEFAULT, told));
        ZmtpSub sub = closedAtTheEnd(ZmtpSub.open(options, Matching.INVERTED, heard));
        sub.subscribe("A");
        sub.connect(bind(xpub));
        told.text();
        done(xpub.send(text("A")));
        done(xpub.send(text("B")));
        assertThat(heard.text()).isEqualTo("B");
    }

    /** CVE-2021-20237. */
    @Test
    void row10_whatSubscribersSendToAPubIsReleased() {
        Recorder connections = new Recorder();
        ZmtpPub pub = closedAtTheEnd(ZmtpPub.open(options, connections));
        ZmtpXsub xsub = xsub(heard);
        xsub.connect(bind(pub));
        heard.connected();
        for (int i = 0; i < 1000; i++) {
            done(xsub.send(ZmtpMessage.copyOf(new byte[] {2}, new byte[10_000])));
        }
        done(xsub.send(text("\u0001")));
        CompletableFuture<String> first = CompletableFuture.supplyAsync(heard::text);
        while (!first.isDone()) {
            done(pub.send(text("still here")));
        }
        assertThat(first.join()).isEqualTo("still here");
    }

    @Test
    void row9_aPeerThatSubscribesToTooMuchLosesItsConnectionAlone() {
        SubscriptionLimits limits = new SubscriptionLimits(100, 10_000);
        ZmtpXpub xpub = closedAtTheEnd(ZmtpXpub.open(options, PublishOptions.DEFAULT.with(limits), XpubOptions.DEFAULT, told));
        String endpoint = bind(xpub);
        ZmtpSub good = sub(heard);
        good.subscribe("good");
        good.connect(endpoint);
        assertThat(told.text()).isEqualTo("\u0001good");
        SocketPeer first = told.connected();
        ZmtpSub greedy = sub(new Recorder());
        for (int i = 0; i < 101; i++) {
            greedy.subscribe("good" + i);
        }
        greedy.connect(endpoint);
        assertThat(told.failure().reason()).isEqualTo(Reason.LIMIT_EXCEEDED);
        assertThat(told.disconnected()).isNotSameAs(first);
        greedy.close();
        done(xpub.send(text("good")));
        assertThat(heard.text()).isEqualTo("good");
    }

    @Test
    void xpub_verbose_oneOptionTellsEverySubscriptionAnotherOnlyNews() {
        ZmtpXpub xpub = xpub(new XpubOptions(Report.EVERY_SUBSCRIPTION, Decision.SOCKET));
        String endpoint = bind(xpub);
        for (int i = 0; i < 2; i++) {
            ZmtpSub sub = sub(heard);
            sub.subscribe("A");
            sub.connect(endpoint);
            assertThat(told.text()).isEqualTo("\u0001A");
        }
        ZmtpXpub terse = xpub();
        String other = bind(terse);
        for (String topic : new String[] {"A", "B"}) {
            ZmtpXsub xsub = xsub(heard);
            xsub.connect(other);
            done(xsub.send(text("\u0001A")));
            done(xsub.send(text("\u0001" + topic)));
            assertThat(told.text()).isEqualTo("\u0001" + topic);
        }
    }

    @Test
    void xpub_verbose_everythingIsToldOfEveryCancellation() {
        ZmtpXpub xpub = xpub(new XpubOptions(Report.EVERYTHING, Decision.SOCKET));
        String endpoint = bind(xpub);
        ZmtpXsub[] both = {xsub(heard), xsub(heard)};
        for (ZmtpXsub xsub : both) {
            done(xsub.send(text("\u0001A")));
            xsub.connect(endpoint);
            assertThat(told.text()).isEqualTo("\u0001A");
        }
        for (ZmtpXsub xsub : both) {
            done(xsub.send(text("\u0000A")));
            assertThat(told.text()).isEqualTo("\u0000A");
        }
    }

    @Test
    void xsub_verbose_everyCancellationIsToldIfItIsToBe() {
        ZmtpXpub xpub = xpub(new XpubOptions(Report.EVERYTHING, Decision.SOCKET));
        ZmtpXsub xsub = closedAtTheEnd(ZmtpXsub.open(options, ZmtpXsub.Cancels.EVERY, heard));
        xsub.connect(bind(xpub));
        heard.connected();
        for (String message : new String[] {"\u0001A", "\u0001A", "\u0000A", "\u0000A", "\u0000A"}) {
            done(xsub.send(text(message)));
            assertThat(told.text()).isEqualTo(message);
        }
    }

    @Test
    void xpub_welcome_msg_isTheFirstToASubscriberThatWantsIt() {
        options = options.withHello(octets("W"));
        ZmtpXpub xpub = xpub();
        options = SocketOptions.on(transport);
        ZmtpSub sub = sub(heard);
        sub.subscribe("W");
        sub.connect(bind(xpub));
        assertThat(heard.text()).isEqualTo("W");
    }

    /** Beyond what fits in the short form of a frame, with and without the octet in front. */
    @Test
    void xpub_topic_longTopics() {
        ZmtpXpub xpub = xpub();
        ZmtpSub sub = sub(heard);
        sub.connect(bind(xpub));
        heard.connected();
        for (int length : new int[] {244, 245, 246, 254, 255, 256, 8000}) {
            String topic = "t".repeat(length);
            sub.subscribe(topic);
            assertThat(told.text()).isEqualTo("\u0001" + topic);
            done(xpub.send(text(topic)));
            assertThat(heard.text()).isEqualTo(topic);
        }
    }
}
