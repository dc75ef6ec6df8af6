package io.generaldomo.zmtp.socket;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.socket.XpubOptions.Decision;
import io.generaldomo.zmtp.socket.XpubOptions.Report;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What libzmq's tests of an XPUB whose application decides, of counting and of forwarding check, under their names; subscribers go by hand. */
class XpubRulesTest extends SocketTest {
    private final Recorder told = new Recorder();

    private ZmtpXpub xpub(Decision decision) {
        return closedAtTheEnd(ZmtpXpub.open(options, PublishOptions.DEFAULT, new XpubOptions(Report.NEWS, decision), told));
    }

    private static ZmtpMessage text(String... parts) {
        return ZmtpMessage.ofUtf8(parts);
    }

    private static byte[] octets(String text) {
        return text.getBytes(US_ASCII);
    }

    /** A subscriber whose wish the application was told, and granted. */
    private RawPeer granted(ZmtpXpub xpub, String endpoint, String topic) throws IOException {
        RawPeer sub = new RawPeer(endpoint, "SUB").sends("\u0001" + topic);
        assertThat(told.text()).isEqualTo("\u0001" + topic);
        xpub.subscribe(told.connected(), octets(topic));
        return sub;
    }

    /** Where libzmq's option sends the next message to the last subscriber only, here a message is sent to that one. */
    @Test
    void xpub_manual_last_value_goesToTheNewSubscriberAlone() throws IOException {
        ZmtpXpub xpub = xpub(Decision.APPLICATION);
        String endpoint = bind(xpub);
        try (RawPeer first = granted(xpub, endpoint, "A")) {
            done(xpub.send(text("A", "1")));
            assertThat(first.receives()).isEqualTo("A|1");
            try (RawPeer second = new RawPeer(endpoint, "SUB")) {
                SocketPeer newcomer = told.connected();
                second.sends("\u0001A");
                assertThat(told.text()).isEqualTo("\u0001A");
                xpub.subscribe(newcomer, octets("A"));
                done(xpub.send(newcomer, text("A", "1, which was the last")));
                done(xpub.send(text("A", "2")));
                assertThat(second.receives()).isEqualTo("A|1, which was the last");
                assertThat(second.receives()).isEqualTo("A|2");
                assertThat(first.receives()).isEqualTo("A|2");
            }
        }
    }

    @Test
    void xpub_manual_theApplicationIsToldOfCancellationsAndMessagesToo() throws IOException {
        ZmtpXpub xpub = xpub(Decision.APPLICATION);
        try (RawPeer sub = granted(xpub, bind(xpub), "A")) {
            sub.sends("\u0001B").sends("\u0000C").sends("a message", "of two parts").sends("\u0000A");
            assertThat(told.text()).isEqualTo("\u0001B");
            assertThat(told.text()).isEqualTo("\u0000C");
            assertThat(told.text()).isEqualTo("a message|of two parts");
            assertThat(told.text()).isEqualTo("\u0000A");
            done(xpub.send(text("A, which nobody has ended")));
            assertThat(sub.receives()).isEqualTo("A, which nobody has ended");
        }
    }

    /** Nothing happens when the application ends what it never granted. */
    @Test
    void xpub_manual_whatWasNotGrantedNeedsNoEnd() throws IOException {
        ZmtpXpub xpub = xpub(Decision.APPLICATION);
        try (RawPeer sub = new RawPeer(bind(xpub), "SUB")) {
            SocketPeer peer = told.connected();
            xpub.cancel(peer, octets("B"));
            xpub.subscribe(peer, octets("A"));
            xpub.cancel(peer, octets("B"));
            done(xpub.send(text("B")));
            done(xpub.send(text("A")));
            assertThat(sub.receives()).isEqualTo("A");
        }
        told.disconnected();
        assertThat(done(xpub.topics())).isZero();
    }

    @Test
    void pubsub_topics_count_goesUpAndDown() throws IOException {
        ZmtpXpub xpub = xpub(Decision.SOCKET);
        String endpoint = bind(xpub);
        try (RawPeer sub = new RawPeer(endpoint, "SUB")) {
            sub.sends("\u0001topicA").sends("\u0001topicB").sends("\u0001topicA").isRead();
            assertThat(done(xpub.topics())).isEqualTo(2);
            sub.sends("\u0000topicA").isRead();
            assertThat(done(xpub.topics())).as("how often does not count").isEqualTo(1);
            sub.sends("\u0000topicA").sends("\u0000topicB").sends("\u0000topicB").isRead();
            assertThat(done(xpub.topics())).isZero();
            sub.sends("\u0001topicC").isRead();
            told.connected();
        }
        told.disconnected();
        assertThat(done(xpub.topics())).isZero();
    }

    /** Between an XPUB and an XSUB that hand on what they get. */
    @Test
    void sub_forward_subscriptionsGoOneWayAndMessagesTheOther() throws InterruptedException {
        try (BlockingSocket front = BlockingSocket.open(SocketType.XPUB, options);
                BlockingSocket back = BlockingSocket.open(SocketType.XSUB, options)) {
            ZmtpXpub publisher = xpub(Decision.SOCKET);
            publisher.connect(back.bind(FREE_PORT).toString());
            told.connected();
            Recorder heard = new Recorder();
            ZmtpSub sub = closedAtTheEnd(ZmtpSub.open(options, heard));
            sub.connect(front.bind(FREE_PORT).toString());
            sub.subscribe("A");
            back.send(front.receive(Station.PATIENCE).orElseThrow());
            assertThat(told.text()).isEqualTo("\u0001A");
            done(publisher.send(text("not wanted")));
            done(publisher.send(text("A message", "in parts")));
            front.send(back.receive(Station.PATIENCE).orElseThrow());
            assertThat(heard.text()).isEqualTo("A message|in parts");
        }
    }
}
