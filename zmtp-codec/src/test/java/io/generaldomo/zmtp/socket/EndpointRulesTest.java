package io.generaldomo.zmtp.socket;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.generaldomo.zmtp.RoutingId;
import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpException.Reason;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.transport.Endpoint;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What libzmq's tests of binding, connecting and taking that back check, under their names. */
class EndpointRulesTest extends SocketTest {
    @TempDir
    private static Path folder;

    private final Recorder told = new Recorder();
    private final Recorder heard = new Recorder();

    private static ZmtpMessage text(String text) {
        return ZmtpMessage.ofUtf8(text);
    }

    private ZmtpPush push() {
        return closedAtTheEnd(ZmtpPush.open(options, told));
    }

    private ZmtpPull pull(Recorder recorder) {
        return closedAtTheEnd(ZmtpPull.open(options, recorder));
    }

    private void sendsNothing(ZmtpPush push) {
        CompletableFuture<Void> waits = push.send(text("to nobody"));
        onLoop();
        assertThat(waits).isNotDone();
        waits.cancel(false);
    }

    private static void isUnknown(CompletableFuture<Void> ended) {
        assertThatThrownBy(() -> done(ended)).hasCauseInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp://127.0.0.1:*", "tcp+ws://127.0.0.1:*", "ws://127.0.0.1:*/path", "ipc://FOLDER/socket", "inproc://term_endpoint"})
    void term_endpoint_whatIsUnboundEndsItsConnectionsAndIsFree(String free) {
        ZmtpPush push = push();
        String endpoint = done(push.bind(free.replace("FOLDER", folder.toString()))).toString();
        pull(heard).connect(endpoint.replace("tcp+ws", "ws"));
        told.connected();
        done(push.send(text("passes")));
        assertThat(heard.text()).isEqualTo("passes");
        done(push.unbind(endpoint));
        told.disconnected();
        sendsNothing(push);
        isUnknown(push.unbind(endpoint));
        ZmtpPush next = closedAtTheEnd(ZmtpPush.open(options, new Recorder()));
        done(next.bind(endpoint));
        done(next.send(text("from another")));
        assertThat(heard.text()).isEqualTo("from another");
    }

    /** Where the first octets decide what a connection speaks, the socket does not know it before them. */
    @Test
    void term_endpoint_whoHasSaidNothingYetComesTooLate() throws IOException {
        ZmtpPush push = push();
        String endpoint = done(push.bind("tcp+ws://127.0.0.1:*")).toString();
        try (Stranger stranger = new Stranger(endpoint.replace("tcp+ws", "tcp"))) {
            pull(heard).connect(endpoint.replace("tcp+ws", "ws"));
            told.connected(); // and so the stranger's connection is accepted, which came before
            done(push.unbind(endpoint));
            stranger.sends("ff00000000000000017f").awaitEnd();
        }
        told.disconnected();
        assertThat(told.sawAnybody()).isFalse();
    }

    /** Other endpoints of the socket go on. */
    @Test
    void term_endpoint_aWildcardIsKnownByWhatItCameToBe() {
        ZmtpPush push = push();
        Endpoint first = done(push.bind("tcp://*:*"));
        String second = bind(push);
        done(push.unbind(first.toString()));
        isUnknown(push.unbind(first.toString()));
        pull(heard).connect(second);
        done(push.send(text("still here")));
        assertThat(heard.text()).isEqualTo("still here");
    }

    @Test
    void term_endpoint_whoDisconnectsIsGoneAndMayComeAgain() {
        ZmtpPull pull = pull(heard);
        String endpoint = bind(pull);
        ZmtpPush push = push();
        push.connect(endpoint);
        done(push.send(text("one")));
        assertThat(heard.text()).isEqualTo("one");
        done(push.disconnect(endpoint));
        heard.disconnected();
        sendsNothing(push);
        isUnknown(push.disconnect(endpoint));
        push.connect(endpoint);
        done(push.send(text("two")));
        assertThat(heard.text()).isEqualTo("two");
    }

    @Test
    void term_endpoint_whatIsQueuedForAConnectionIsSentBeforeItEnds() throws IOException {
        options = options.withSendHighWaterMark(10).withLinger(Duration.ofSeconds(20));
        ZmtpPush push = push();
        String endpoint = bind(push);
        CompletableFuture<Void> ended;
        try (RawPeer slow = new RawPeer(endpoint, "PULL")) {
            told.connected();
            int sent = 0;
            CompletableFuture<Void> last;
            do {
                last = push.send(ZmtpMessage.copyOf((sent++ + ".").getBytes(US_ASCII), new byte[1 << 20]));
                onLoop();
            } while (last.isDone());
            last.cancel(false); // no queue had room for it
            ended = push.unbind(endpoint);
            for (int i = 0; i < sent - 1; i++) {
                assertThat(slow.receives()).startsWith(i + ".|");
            }
            assertThat(slow.isAtEnd()).isTrue();
        }
        done(ended);
    }

    @Test
    void term_endpoint_whatIsQueuedForNobodyIsDropped() {
        ZmtpPull pull = pull(heard);
        String endpoint = bindToLastingPort(pull);
        pull.close();
        ZmtpPush push = push();
        push.connect(endpoint);
        done(push.send(text("for nobody")));
        done(push.disconnect(endpoint));
        sendsNothing(push);
        Recorder late = new Recorder();
        done(pull(late).bind(endpoint));
        push.connect(endpoint);
        done(push.send(text("for the next")));
        assertThat(late.text()).isEqualTo("for the next");
    }

    @Test
    void term_endpoint_aRequestEndsWithTheConnectionThatItWentTo() {
        ZmtpRouter router = closedAtTheEnd(ZmtpRouter.open(options, heard));
        String endpoint = bind(router);
        ZmtpReq req = closedAtTheEnd(ZmtpReq.open(options));
        req.connect(endpoint);
        CompletableFuture<ZmtpMessage> reply = req.request(text("q"));
        assertThat(heard.text()).isEqualTo("|q");
        done(req.disconnect(endpoint));
        failsWith(Reason.CONNECTION_LOST, reply);
    }

    @Test
    void term_endpoint_aNameEndsWithTheConnectionThatItWasGivenTo() {
        ZmtpRouter router = closedAtTheEnd(ZmtpRouter.open(options, told));
        String endpoint = bind(closedAtTheEnd(ZmtpDealer.open(options, heard)));
        RoutingId name = RoutingId.of("name".getBytes(US_ASCII));
        done(router.connect(endpoint, name));
        done(router.send(name, text("first")));
        assertThat(heard.text()).isEqualTo("first");
        done(router.disconnect(endpoint));
        failsWith(Reason.NO_SUCH_PEER, router.send(name, text("late")));
        done(router.connect(endpoint, name));
        done(router.send(name, text("again")));
        assertThat(heard.text()).isEqualTo("again");
    }

    @Test
    void term_endpoint_aClosedSocketHasNone() {
        BlockingSocket socket = BlockingSocket.open(SocketType.PAIR, options);
        String endpoint = socket.bind(FREE_PORT).toString();
        socket.unbind(endpoint);
        socket.connect(endpoint);
        socket.disconnect(endpoint);
        socket.close();
        failsWith(Reason.CLOSED, socket.as(ZmtpPair.class).unbind(endpoint));
        failsWith(Reason.CLOSED, socket.as(ZmtpPair.class).disconnect(endpoint));
    }

    @Test
    void last_endpoint_isWhatBindCompletesWith() {
        ZmtpRouter router = closedAtTheEnd(ZmtpRouter.open(options, heard));
        Endpoint first = done(router.bind("tcp://127.0.0.1:*"));
        Endpoint second = done(router.bind("tcp://localhost:0"));
        assertThat(first.host()).isEqualTo("127.0.0.1");
        assertThat(first.port()).isPositive().isNotEqualTo(second.port());
        assertThat(done(router.bind("inproc://last_endpoint"))).hasToString("inproc://last_endpoint");
        String ipc = "ipc://" + folder.resolve("last");
        assertThat(done(router.bind(ipc))).hasToString(ipc);
        assertThat(done(router.bind("ws://127.0.0.1:*/path")).toString()).matches("ws://127.0.0.1:\\d+/path");
    }

    /** One after the other, each of which connects, is sent a message, and leaves. */
    @Test
    void issue_566_aHundredQuickConnections() {
        ZmtpRouter router = closedAtTheEnd(ZmtpRouter.open(options, told));
        String endpoint = bind(router);
        for (int i = 0; i < 100; i++) {
            byte[] identity = ("d" + i).getBytes(US_ASCII);
            try (ZmtpDealer dealer = ZmtpDealer.open(options.withIdentity(identity), heard)) {
                dealer.connect(endpoint);
                assertThat(told.connected().routingId()).isEqualTo(RoutingId.of(identity));
                done(router.send(RoutingId.of(identity), text("hello " + i)));
                assertThat(heard.text()).isEqualTo("hello " + i);
            }
        }
    }

    /** The same for one socket, with the same name each time. */
    @Test
    void issue_566_aHundredQuickReconnects() {
        ZmtpRouter router = closedAtTheEnd(ZmtpRouter.open(options, told));
        String endpoint = bind(router);
        RoutingId id = RoutingId.of("again".getBytes(US_ASCII));
        ZmtpDealer dealer = closedAtTheEnd(ZmtpDealer.open(options.withIdentity(id.octets()), heard));
        for (int i = 0; i < 100; i++) {
            dealer.connect(endpoint);
            told.connected();
            done(router.send(id, text("hello " + i)));
            assertThat(heard.text()).isEqualTo("hello " + i);
            done(dealer.disconnect(endpoint));
            told.disconnected();
        }
    }
}
