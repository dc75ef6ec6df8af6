package io.generaldomo.zmtp.socket;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.generaldomo.zmtp.RoutingId;
import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpException.Reason;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.socket.ZmtpRouter.Namesake;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What libzmq's tests of ROUTER, CLIENT, SERVER and PEER check, and of the messages that sockets make themselves, under their names. */
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

    /** Always, where libzmq drops such a message unless it is told to be mandatory. */
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

    /** Two of them, each of which knows the other by a name of its own choice. */
    @Test
    void connect_rid_routersNameEachOther() {
        ZmtpRouter bound = closedAtTheEnd(ZmtpRouter.open(options, served));
        ZmtpRouter router = closedAtTheEnd(ZmtpRouter.open(options.withIdentity(octets("X")), asked));
        done(router.connect(bind(bound), TWIN));
        done(router.send(TWIN, text("hi")));
        assertThat(served.text()).isEqualTo("hi");
        RoutingId x = served.connected().routingId();
        assertThat(x).isEqualTo(RoutingId.of(octets("X")));
        done(bound.send(x, text("hello")));
        assertThat(asked.text()).isEqualTo("hello");
        assertThat(asked.connected().routingId()).isEqualTo(TWIN);
    }

    @Test
    void probe_router_aRouterIsToldByARouterAndADealerToo() {
        ZmtpRouter router = closedAtTheEnd(ZmtpRouter.open(options, served));
        Recorder other = new Recorder();
        SocketOptions probing = options.withHello(new byte[0]).withIdentity(octets("twin"));
        ZmtpRouter prober = closedAtTheEnd(ZmtpRouter.open(probing, asked));
        prober.connect(bind(router));
        assertThat(served.text()).isEmpty();
        done(router.send(TWIN, text("found")));
        assertThat(asked.text()).isEqualTo("found");
        prober.connect(bind(dealer(options, other)));
        assertThat(other.text()).isEmpty();
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

    @ParameterizedTest
    @ValueSource(strings = {FREE_PORT, "inproc://hello_msg"})
    void hello_msg_comesFromOneThatIsBoundLate(String free) {
        ZmtpServer first = ZmtpServer.open(options, served);
        String endpoint = free.startsWith("tcp") ? bindToLastingPort(first) : free;
        first.close();
        closedAtTheEnd(ZmtpClient.open(options, asked)).connect(endpoint);
        ZmtpServer server = closedAtTheEnd(ZmtpServer.open(options.withHello(octets("hello")), served));
        done(server.bind(endpoint));
        assertThat(asked.text()).isEqualTo("hello");
    }

    @Test
    void disconnect_msg_isDeliveredWithinTheProcessToo() {
        ZmtpServer server = closedAtTheEnd(ZmtpServer.open(options.withDisconnectMessage(octets("gone")), served));
        done(server.bind("inproc://disconnect_msg"));
        ZmtpClient client = closedAtTheEnd(ZmtpClient.open(options, asked));
        client.connect("inproc://disconnect_msg");
        asked.connected();
        client.close();
        assertThat(served.text()).isEqualTo("gone");
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

    /** What libzmq has {@code zmq_disconnect_peer} for; the other side comes again. */
    @Test
    void peer_disconnect_endsTheConnectionOfOnePeer() {
        ZmtpPeerSocket one = closedAtTheEnd(ZmtpPeerSocket.open(options, served));
        String endpoint = bind(one);
        ZmtpPeerSocket staying = closedAtTheEnd(ZmtpPeerSocket.open(options, new Recorder()));
        staying.connect(endpoint);
        SocketPeer other = served.connected();
        closedAtTheEnd(ZmtpPeerSocket.open(options, asked)).connect(endpoint);
        SocketPeer peer = served.connected();
        peer.disconnect();
        asked.connected();
        asked.disconnected();
        assertThat(served.disconnected()).isSameAs(peer);
        done(one.send(other.routingId(), text("still here")));
    }

    /** At the client a message has no routing id: there is nothing to be reset. */
    @Test
    void client_server_theServerAnswersByRoutingId() throws InterruptedException {
        BlockingSocket server = BlockingSocket.open(SocketType.SERVER, options);
        BlockingSocket client = BlockingSocket.open(SocketType.CLIENT, options);
        client.connect(server.bind(FREE_PORT).toString());
        client.send("question");
        ZmtpMessage question = server.receive(Station.PATIENCE).orElseThrow();
        assertThat(question.size()).isEqualTo(2);
        assertThat(question.bytes(0)).hasSize(4).isNotEqualTo(new byte[4]);
        server.send(ZmtpMessage.copyOf(question.bytes(0), octets("answer")));
        question.release();
        assertThat(Recorder.text(client.receive(Station.PATIENCE).orElseThrow())).isEqualTo("answer");
        client.close();
        server.close();
    }

    /** Threads send on one socket, and threads receive on one. */
    @Test
    void thread_safe_severalThreadsShareASocket() {
        BlockingSocket server = BlockingSocket.open(SocketType.SERVER, options);
        BlockingSocket client = BlockingSocket.open(SocketType.CLIENT, options);
        client.connect(server.bind(FREE_PORT).toString());
        Set<String> received = ConcurrentHashMap.newKeySet();
        CompletableFuture<?>[] threads = IntStream.range(0, 4)
                .mapToObj(thread -> CompletableFuture.runAsync(() -> exchange(thread, client, server, received)))
                .toArray(CompletableFuture<?>[]::new);
        done(CompletableFuture.allOf(threads));
        assertThat(received).hasSize(4 * 100);
        client.close();
        server.close();
    }

    private static void exchange(int thread, BlockingSocket sending, BlockingSocket receiving, Set<String> received) {
        try {
            for (int i = 0; i < 100; i++) {
                sending.send(thread + " " + i);
            }
            for (int i = 0; i < 100; i++) {
                ZmtpMessage message = receiving.receive(Station.PATIENCE).orElseThrow();
                received.add(message.utf8(1));
                message.release();
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void client_server_messagesHaveOnePart() {
        ZmtpServer server = closedAtTheEnd(ZmtpServer.open(options, served));
        ZmtpMessage two = text("a", "b");
        assertThatThrownBy(() -> server.send(RoutingId.of(1), two)).isInstanceOf(IllegalArgumentException.class);
        assertThat(two.refCnt()).isZero();
    }
}
