package io.generaldomo.zmtp.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.spec.peer.LibzmqPeer;
import io.generaldomo.spec.peer.LibzmqSocket;
import io.generaldomo.spec.peer.LibzmqSocketType;
import io.generaldomo.spec.peer.LibzmqZap;
import io.generaldomo.spec.peer.RequiresLibzmq;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.ZmtpMetadata;
import io.generaldomo.zmtp.ZmtpPeer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Properties of the application, between our sockets and libzmq's, under each mechanism. */
@RequiresLibzmq
class MetadataTest extends SocketTest {
    private static final ZmtpMetadata OWN = ZmtpMetadata.EMPTY.with("X-b", "2").with("X-a", "1").with(ZmtpMetadata.RESOURCE, "a/b");

    private static LibzmqPeer libzmq;
    private static LibzmqZap zap;

    private final Recorder recorder = new Recorder();

    @BeforeAll
    static void startLibzmq() {
        libzmq = LibzmqPeer.start();
        zap = libzmq.zap(Secured.ALLOWED);
    }

    @AfterAll
    static void stopLibzmq() {
        zap.close();
        libzmq.close();
    }

    private static Map<String, String> announcing(Map<String, String> security) {
        Map<String, String> settings = new HashMap<>(security);
        settings.put("metadata", "X-name:of libzmq\nX-other:1");
        return settings;
    }

    private void isShown(ZmtpPeer peer) {
        assertThat(peer.metadata().text("X-name")).contains("of libzmq");
        assertThat(peer.metadata().text("X-other")).contains("1");
    }

    @ParameterizedTest
    @EnumSource(Secured.class)
    void app_meta_ofAPeerThatComes(Secured secured) {
        ZmtpRouter router = closedAtTheEnd(
                ZmtpRouter.open(options.withSecurity(secured.ownServer).withMetadata(OWN), recorder));
        try (LibzmqSocket dealer = libzmq.open(LibzmqSocketType.DEALER, announcing(secured.libzmqClient))) {
            dealer.connect(bind(router));
            dealer.send("hello");
            assertThat(recorder.text()).isEqualTo("hello");
            isShown(recorder.connected().peer());
        }
    }

    @ParameterizedTest
    @EnumSource(Secured.class)
    void app_meta_ofAPeerThatIsVisited(Secured secured) {
        ZmtpDealer dealer = closedAtTheEnd(
                ZmtpDealer.open(options.withSecurity(secured.ownClient).withMetadata(OWN), recorder));
        try (LibzmqSocket router = libzmq.open(LibzmqSocketType.ROUTER, announcing(secured.libzmqServer))) {
            dealer.connect(router.bind("tcp://127.0.0.1:*"));
            done(dealer.send(ZmtpMessage.ofUtf8("hello")));
            assertThat(router.receive(Duration.ofSeconds(20)).text()).endsWith("hello");
            isShown(recorder.connected().peer());
        }
    }

    @ParameterizedTest
    @EnumSource(Secured.class)
    void app_meta_ofOurOwn(Secured secured) {
        Recorder other = new Recorder();
        ZmtpServer server = closedAtTheEnd(ZmtpServer.open(options.withSecurity(secured.ownServer), recorder));
        ZmtpClient client = closedAtTheEnd(
                ZmtpClient.open(options.withSecurity(secured.ownClient).withMetadata(OWN), other));
        client.connect(bind(server));
        assertThat(recorder.connected().peer()).satisfies(peer -> {
            assertThat(peer.resource()).contains("a/b");
            assertThat(peer.metadata().text("X-a")).contains("1");
            assertThat(peer.metadata().text("X-b")).contains("2");
        });
    }
}
