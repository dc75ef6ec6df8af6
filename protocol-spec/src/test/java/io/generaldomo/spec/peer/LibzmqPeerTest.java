package io.generaldomo.spec.peer;

import static io.generaldomo.spec.peer.LibzmqSocketType.CLIENT;
import static io.generaldomo.spec.peer.LibzmqSocketType.DEALER;
import static io.generaldomo.spec.peer.LibzmqSocketType.PUSH;
import static io.generaldomo.spec.peer.LibzmqSocketType.ROUTER;
import static io.generaldomo.spec.peer.LibzmqSocketType.SERVER;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RequiresLibzmq
final class LibzmqPeerTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private LibzmqPeer peer;

    @BeforeEach
    void start() {
        peer = LibzmqPeer.start();
    }

    @AfterEach
    void end() {
        peer.close();
        assertThat(ProcessHandle.of(peer.pid())).isEmpty();
    }

    @Test
    void isTheLibzmqThatTheVectorsName() {
        assertThat(peer.version()).isEqualTo("4.3.5");
    }

    @Test
    void serverAnswersClientByRoutingId() {
        LibzmqSocket server = peer.open(SERVER);
        LibzmqSocket client = peer.open(CLIENT);
        client.connect(server.bind("tcp://127.0.0.1:*"));
        client.awaitEvent("handshake", SOON);
        client.send("ping");
        LibzmqMessage ping = server.receive(SOON);
        assertThat(ping.text()).containsExactly("ping");
        assertThat(ping.routingId()).isPositive();
        server.sendTo(ping.routingId(), "pong".getBytes(UTF_8));
        assertThat(client.receive(SOON).text()).containsExactly("pong");
    }

    @Test
    void routerSeesTheIdentityOfADealerAndEmptyFrames() {
        LibzmqSocket router = peer.open(ROUTER);
        LibzmqSocket dealer = peer.open(DEALER, Map.of("routingId", "1234", "sendHighWaterMark", "7"));
        dealer.connect(router.bind("tcp://127.0.0.1:*"));
        dealer.send("", "a b=c%", "");
        assertThat(router.receive(SOON).text()).containsExactly("1234", "", "a b=c%", "");
        router.send("1234", "", "\u00e9");
        assertThat(dealer.receive(SOON).text()).containsExactly("", "\u00e9");
        dealer.close();
        router.awaitEvent("disconnect", SOON);
    }

    @Test
    void refusalTellsTheReason() {
        LibzmqSocket push = peer.open(PUSH);
        assertThatExceptionOfType(LibzmqPeerException.class)
                .isThrownBy(() -> push.connect("tcp://nonsense"))
                .withMessageContaining("connect").withMessageContaining("EINVAL");
        assertThatExceptionOfType(LibzmqPeerException.class)
                .isThrownBy(() -> peer.open(PUSH, Map.of("noSuchOption", "1")))
                .withMessageContaining("noSuchOption");
    }

    @Test
    void silenceIsAnExceptionAndNotAHang() {
        LibzmqSocket server = peer.open(SERVER);
        assertThatExceptionOfType(LibzmqPeerException.class)
                .isThrownBy(() -> server.receive(Duration.ofMillis(50)))
                .withMessageContaining("sent no message");
    }

    @Test
    void closingASocketEndsTheWaitsForIt() {
        LibzmqSocket server = peer.open(SERVER);
        CompletableFuture<LibzmqMessage> waiting = CompletableFuture.supplyAsync(() -> server.receive(Duration.ofMinutes(5)));
        server.close();
        assertThat(waiting).failsWithin(SOON).withThrowableThat().withCauseInstanceOf(LibzmqPeerException.class);
    }

    @Test
    void deathOfTheProcessEndsEveryWait() {
        LibzmqSocket server = peer.open(SERVER);
        peer.kill();
        assertThatExceptionOfType(LibzmqPeerException.class)
                .isThrownBy(() -> server.receive(Duration.ofMinutes(1)))
                .withMessageContaining("ended with status 137");
        assertThatExceptionOfType(LibzmqPeerException.class).isThrownBy(() -> peer.open(SERVER));
    }
}
