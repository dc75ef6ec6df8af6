package io.generaldomo.zmtp.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.generaldomo.zmtp.RoutingId;
import io.generaldomo.zmtp.ZmtpConfig;
import io.generaldomo.zmtp.ZmtpException.Reason;
import io.generaldomo.zmtp.ZmtpLimits;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.handler.ZmtpHandshakeCompleted;
import io.generaldomo.zmtp.transport.Endpoint;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** SERVER and ROUTER; the connections of all sockets. */
class AddressedSocketsTest extends SocketTest {
    private final Recorder served = new Recorder();
    private final Recorder asked = new Recorder();

    private ZmtpServer server() {
        return closedAtTheEnd(ZmtpServer.open(options, served));
    }

    private ZmtpRouter router() {
        return closedAtTheEnd(ZmtpRouter.open(options, served));
    }

    private ZmtpClient client() {
        return closedAtTheEnd(ZmtpClient.open(options, asked));
    }

    private ZmtpDealer dealer(String identity) {
        return closedAtTheEnd(
                ZmtpDealer.open(options.withIdentity(identity.getBytes(StandardCharsets.UTF_8)), asked));
    }

    @Test
    void row34_serverCountsItsPeersAndNeverNamesTwoAlike() {
        ZmtpServer server = server();
        String endpoint = bind(server);
        client().connect(endpoint);
        int first = ByteBuffer.wrap(served.connected().routingId().octets()).getInt();
        client().connect(endpoint);
        int second = ByteBuffer.wrap(served.connected().routingId().octets()).getInt();
        assertThat(second).isEqualTo(first == -1 ? 1 : first + 1);
    }

    @Test
    void tellsTheAddressOfThePeerThatConnectsAndLeaves() {
        ZmtpServer server = server();
        ZmtpClient client = client();
        client.connect(bind(server));
        SocketPeer peer = served.connected();
        assertThat(((InetSocketAddress) peer.peer().address()).getAddress().isLoopbackAddress()).isTrue();
        client.close();
        assertThat(served.disconnected()).isSameAs(peer);
    }

    @Test
    void sendingToNobodyFails() {
        ZmtpServer server = server();
        failsWith(Reason.NO_SUCH_PEER, server.send(RoutingId.of(7), ZmtpMessage.ofUtf8("x")));
        ZmtpClient client = client();
        client.connect(bind(server));
        SocketPeer peer = served.connected();
        client.close();
        served.disconnected();
        failsWith(Reason.NO_SUCH_PEER, server.send(peer.routingId(), ZmtpMessage.ofUtf8("x")));
    }

    @Test
    void routerAddressesPeersByTheIdentityTheyAnnounce() {
        ZmtpRouter router = router();
        dealer("worker").connect(bind(router));
        RoutingId id = RoutingId.of("worker".getBytes(StandardCharsets.UTF_8));
        assertThat(served.connected().routingId()).isEqualTo(id);
        done(router.send(id, ZmtpMessage.ofUtf8("a", "b")));
        assertThat(asked.text()).isEqualTo("a|b");
    }

    @Test
    void routerGivesPeersWithoutIdentityOneThatBeginsWithZero() {
        ZmtpRouter router = router();
        dealer("").connect(bind(router));
        assertThat(served.connected().routingId().octets()).hasSize(5).startsWith(0);
    }

    @Test
    void row24_routerTurnsASecondPeerOfTheSameIdentityAway() {
        ZmtpRouter router = router();
        String endpoint = bind(router);
        ZmtpDealer first = dealer("twin");
        first.connect(endpoint);
        SocketPeer peer = served.connected();
        Recorder late = new Recorder();
        ZmtpDealer second = closedAtTheEnd(
                ZmtpDealer.open(options.withIdentity("twin".getBytes(StandardCharsets.UTF_8)), late));
        second.connect(endpoint);
        late.connected();
        late.disconnected();
        done(router.send(peer.routingId(), ZmtpMessage.ofUtf8("to the first")));
        assertThat(asked.text()).isEqualTo("to the first");
        first.close();
        assertThat(served.disconnected()).isSameAs(peer);
        assertThat(served.connected().routingId()).isEqualTo(peer.routingId());
    }

    @Test
    void serverDropsMessagesOfSeveralPartsAndKeepsThePeer() {
        ZmtpServer server = server();
        Endpoint endpoint = Endpoint.parse(bind(server));
        transport.connect(
                endpoint,
                new InetSocketAddress(endpoint.host(), endpoint.port()),
                transport.nextLoop(),
                ZmtpConfig.of(io.generaldomo.zmtp.SocketType.CLIENT),
                new ChannelInboundHandlerAdapter() {
                    @Override
                    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
                        if (event instanceof ZmtpHandshakeCompleted) {
                            ctx.write(ZmtpMessage.ofUtf8("two", "parts"));
                            ctx.writeAndFlush(ZmtpMessage.ofUtf8("one"));
                        }
                    }
                });
        assertThat(served.text()).isEqualTo("one");
    }

    @Test
    void singlePartSocketsRefuseToSendSeveralParts() {
        ZmtpMessage message = ZmtpMessage.ofUtf8("two", "parts");
        assertThatIllegalArgumentException().isThrownBy(() -> client().send(message));
        assertThat(message.refCnt()).isZero();
    }

    @Test
    void refusesBadAddressesAtOnceAndPortsInUseInTheFuture() {
        ZmtpServer server = server();
        assertThatIllegalArgumentException().isThrownBy(() -> server.bind("tcp://nowhere"));
        assertThatIllegalArgumentException().isThrownBy(() -> server.connect("tcp://*:1"));
        String endpoint = bind(server);
        assertThatThrownBy(() -> done(server().bind(endpoint))).hasCauseInstanceOf(BindException.class);
    }

    @Test
    void aFullQueueTowardsAPeerFailsTheSend() {
        options = options.withSendHighWaterMark(5);
        aPeerThatDoesNotReadIsSentFewerThan(100);
    }

    private void aPeerThatDoesNotReadIsSentFewerThan(int most) {
        ZmtpServer server = server();
        ZmtpClient client = client();
        client.connect(bind(server));
        SocketPeer here = served.connected();
        asked.connected().pauseReading();
        byte[] large = new byte[1 << 20];
        int accepted = 0;
        while (accepted < most && !server.send(here.routingId(), ZmtpMessage.copyOf(large))
                .handle((done, failure) -> failure != null)
                .join()) {
            accepted++;
        }
        assertThat(accepted).isBetween(3, most - 1);
        failsWith(Reason.HIGH_WATER_MARK, server.send(here.routingId(), ZmtpMessage.copyOf(large)));
    }

    @Test
    void aQueueTowardsAPeerIsFullWhenItsOctetsAreMany() {
        options = options.withLimits(ZmtpLimits.DEFAULT.withBacklog(3 << 20));
        aPeerThatDoesNotReadIsSentFewerThan(100);
    }
}
