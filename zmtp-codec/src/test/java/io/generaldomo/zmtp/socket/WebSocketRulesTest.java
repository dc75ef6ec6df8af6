package io.generaldomo.zmtp.socket;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.socket.XpubOptions.Decision;
import io.generaldomo.zmtp.socket.XpubOptions.Report;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What libzmq's test of WebSocket checks beside what every transport has to do, under its name. */
class WebSocketRulesTest extends SocketTest {
    private final Recorder told = new Recorder();

    @ParameterizedTest
    @ValueSource(strings = {"ws://127.0.0.1:*", "ws://127.0.0.1:*/", "ws://127.0.0.1:*/some/path"})
    void ws_transport_withAPathAndWithout(String free) {
        ZmtpRep rep = closedAtTheEnd(ZmtpRep.open(options, CompletableFuture::completedFuture));
        ZmtpReq req = closedAtTheEnd(ZmtpReq.open(options));
        req.connect(done(rep.bind(free)).toString());
        assertThat(Recorder.text(done(req.request(ZmtpMessage.ofUtf8("there", "and back"))))).isEqualTo("there|and back");
    }

    /** Who connects masks what it sends, for each peer by another mask, and the octets are the same message's. */
    @Test
    void ws_transport_aMessageToSeveralPeersIsMaskedForEach() {
        ZmtpXpub xpub = closedAtTheEnd(
                ZmtpXpub.open(options, PublishOptions.DEFAULT, new XpubOptions(Report.EVERY_SUBSCRIPTION, Decision.SOCKET), told));
        Recorder[] subscribers = {new Recorder(), new Recorder(), new Recorder()};
        for (Recorder recorder : subscribers) {
            ZmtpSub sub = closedAtTheEnd(ZmtpSub.open(options, recorder));
            sub.subscribe("");
            xpub.connect(done(sub.bind("ws://127.0.0.1:*")).toString());
            assertThat(told.text()).isEqualTo("\u0001");
        }
        for (int length : new int[] {1, 255, 65_536}) {
            String text = "m".repeat(length);
            done(xpub.send(ZmtpMessage.copyOf(text.getBytes(US_ASCII))));
            for (Recorder recorder : subscribers) {
                assertThat(recorder.text()).isEqualTo(text);
            }
        }
    }
}
