package io.generaldomo.zmtp.socket;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.generaldomo.zmtp.RoutingId;
import io.generaldomo.zmtp.ZmtpException.Reason;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.socket.ZmtpRouter.Namesake;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** What libzmq's tests of ROUTER, SERVER and PEER check, and of the messages that sockets make themselves, under their names. */
class RouterRulesTest extends SocketTest {
    private static final RoutingId TWIN = RoutingId.of("twin".getBytes(US_ASCII));

    private final Recorder served = new Recorder();
    private final Recorder asked = new Recorder();

    private static ZmtpMessage text(String... parts) {
        return ZmtpMessage.ofUtf8(parts);
    }

    private static byte[] octets(String text) {
        return text.getBytes(US_ASCII);
    }

    private ZmtpDealer dealer(SocketOptions how, Recorder recorder) {
        return closedAtTheEnd(ZmtpDealer.open(how, recorder));
    }

    @Test
    void router_handover_theSecondOfAnIdentityTakesThePlaceOfTheFirst() {
        ZmtpRouter router = closedAtTheEnd(ZmtpRouter.open(options, Namesake.TAKES_OVER, served));
        String endpoint = bind(router);
        SocketOptions twin = options.withIdentity(octets("twin"));
        ZmtpDealer first = dealer(twin, asked);
        first.connect(endpoint);
        SocketPeer before = served.connected();
        Recorder late = new Recorder();
        dealer(twin, late).connect(endpoint);
        assertThat(served.disconnected()).isSameAs(before);
        assertThat(served.connected().routingId()).isEqualTo(TWIN);
        first.close(); // else it would come back and take its place again
        done(router.send(TWIN, text("to the second")));
        assertThat(late.text()).isEqualTo("to the second");
    }

    @Test
    void router_mandatory_aMessageForNobodyFails() {
        ZmtpRouter router = closedAtTheEnd(ZmtpRouter.open(options, served));
        bind(router);
        failsWith(Reason.NO_SUCH_PEER, router.send(TWIN, text("x")));
    }

    @Test
    void router_mandatory_hwm_aFullQueueRefuses() {
        ZmtpRouter router = closedAtTheEnd(ZmtpRouter.open(options.withSendHighWaterMark(1), served));
        dealer(options.withIdentity(octets("twin")), asked).connect(bind(router));
        served.connected();
        asked.connected().pauseReading();
        assertThatThrownBy(() -> {
                    while (true) {
                        done(router.send(TWIN, ZmtpMessage.copyOf(new byte[1 << 20])));
                    }
                })
                .isInstanceOf(CompletionException.class)
                .satisfies(failure -> failsWith(Reason.HIGH_WATER_MARK, router.send(TWIN, ZmtpMessage.copyOf(new byte[1 << 20]))));
    }

    @Test
    void connect_rid_namesThePeerThatIsConnectedTo() {
        ZmtpRouter router = closedAtTheEnd(ZmtpRouter.open(options, served));
        ZmtpDealer dealer = dealer(options.withIdentity(octets("calls itself so")), asked);
        String endpoint = bind(dealer);
        done(router.connect(endpoint, TWIN));
        done(router.send(TWIN, text("before the connection")));
        assertThat(asked.text()).isEqualTo("before the connection");
        assertThat(served.connected().routingId()).isEqualTo(TWIN);
        assertThatThrownBy(() -> done(router.connect(endpoint, TWIN))).hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void probe_router_tellsARouterWhoIsThere() {
        ZmtpRouter router = closedAtTheEnd(ZmtpRouter.open(options, served));
        dealer(options.withHello(new byte[0]).withIdentity(octets("twin")), asked).connect(bind(router));
        assertThat(served.text()).isEmpty();
        assertThat(served.connected().routingId()).isEqualTo(TWIN);
    }

    @Test
    void hello_msg_isTheFirstOfEachConnection() {
        ZmtpServer server = closedAtTheEnd(ZmtpServer.open(options.withHello(octets("hello")), served));
        String endpoint = bind(server);
        for (int i = 0; i < 2; i++) {
            ZmtpClient client = closedAtTheEnd(ZmtpClient.open(options, asked));
            client.connect(endpoint);
            assertThat(asked.text()).isEqualTo("hello");
            asked.connected();
        }
    }

    @Test
    void hello_msg_comesAgainOnANewConnection() {
        ZmtpServer server = closedAtTheEnd(ZmtpServer.open(options, served));
        closedAtTheEnd(ZmtpClient.open(options.withHello(octets("hello")), asked)).connect(bind(server));
        assertThat(served.text()).isEqualTo("hello");
        served.connected().disconnect();
        assertThat(served.text()).isEqualTo("hello");
    }

    @Test
    void disconnect_msg_isDeliveredWhenAPeerLeaves() {
        ZmtpServer server = closedAtTheEnd(ZmtpServer.open(options.withDisconnectMessage(octets("gone")), served));
        ZmtpClient client = closedAtTheEnd(ZmtpClient.open(options, asked));
        client.connect(bind(server));
        asked.connected();
        done(client.send(text("last words")));
        client.close();
        assertThat(served.text()).isEqualTo("last words");
        assertThat(served.text()).isEqualTo("gone");
    }

    @Test
    void hiccup_msg_isDeliveredWhenTheConnectionBreaks() {
        ZmtpServer server = closedAtTheEnd(ZmtpServer.open(options, served));
        closedAtTheEnd(ZmtpClient.open(options.withHiccupMessage(octets("hiccup")), asked)).connect(bind(server));
        served.connected().disconnect();
        assertThat(asked.text()).isEqualTo("hiccup");
    }

    @Test
    void peer_isAddressedBeforeAndAfterItsConnections() {
        ZmtpPeerSocket one = closedAtTheEnd(ZmtpPeerSocket.open(options, asked));
        ZmtpPeerSocket other = closedAtTheEnd(ZmtpPeerSocket.open(options, served));
        RoutingId id = done(one.connectPeer(bind(other)));
        done(one.send(id, text("first")));
        assertThat(served.text()).isEqualTo("first");
        SocketPeer peer = served.connected();
        done(other.send(peer.routingId(), text("back")));
        assertThat(asked.text()).isEqualTo("back");
        assertThat(asked.connected().routingId()).isEqualTo(id);
        peer.disconnect();
        assertThat(asked.connected().routingId()).isEqualTo(id);
        done(one.send(id, text("again")));
        assertThat(served.text()).isEqualTo("again");
        failsWith(Reason.NO_SUCH_PEER, other.send(peer.routingId(), text("too late")));
    }

    @Test
    void client_server_messagesHaveOnePart() {
        ZmtpServer server = closedAtTheEnd(ZmtpServer.open(options, served));
        ZmtpMessage two = text("a", "b");
        assertThatThrownBy(() -> server.send(RoutingId.of(1), two)).isInstanceOf(IllegalArgumentException.class);
        assertThat(two.refCnt()).isZero();
    }
}
