package io.generaldomo.zmtp.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.transport.ProxyServer;
import io.generaldomo.zmtp.transport.ProxyServer.Kind;
import io.generaldomo.zmtp.transport.TransportOptions;
import io.generaldomo.zmtp.transport.ZmtpTransport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Connections through proxies, to a host whose name only the proxy knows; and from an address of one's choice. */
class ProxyTest extends SocketTest {
    private static final String NAME = "known.to.the.proxy.invalid";

    private final TestProxy proxy = new TestProxy();

    ProxyTest() throws IOException {}

    @AfterEach
    void closeProxy() throws IOException {
        proxy.close();
    }

    private ZmtpTransport through(ProxyServer server) {
        return transport.with(TransportOptions.DEFAULT.withProxy(server));
    }

    @ParameterizedTest
    @EnumSource
    void goesThroughIt(Kind kind) {
        ProxyServer server = ProxyServer.of(kind, "localhost", proxy.port()).withCredentials("alice", "wonder");
        for (String scheme : List.of("tcp", "ws")) {
            try (OwnStation router = OwnStation.of(Pair.DEALER_ROUTER.answerer, options);
                    OwnStation dealer = OwnStation.of(Pair.DEALER_ROUTER.asker, SocketOptions.on(through(server)))) {
                dealer.connect(done(router.socket().bind(scheme + "://127.0.0.1:*")).toString().replace("127.0.0.1", NAME));
                TransportContract.talk(Pair.DEALER_ROUTER, dealer, router);
                assertThat(proxy.asked.remove()).isEqualTo(NAME);
            }
        }
    }

    /** As with any endpoint: what refuses this side now may let it in later, and others do not notice. */
    @ParameterizedTest
    @EnumSource
    void triesAgainIfItIsRefused(Kind kind) throws InterruptedException {
        Recorder told = new Recorder();
        String endpoint = bind(closedAtTheEnd(ZmtpRouter.open(options, told)));
        ProxyServer server = ProxyServer.of(kind, "localhost", proxy.port()).withCredentials("alice", "wrong");
        closedAtTheEnd(ZmtpDealer.open(SocketOptions.on(through(server)), new Recorder())).connect(endpoint);
        assertThat(proxy.refused.poll(20, TimeUnit.SECONDS)).isNotNull();
        assertThat(proxy.refused.poll(20, TimeUnit.SECONDS)).isNotNull();
        ZmtpDealer direct = closedAtTheEnd(ZmtpDealer.open(options, new Recorder()));
        direct.connect(endpoint);
        done(direct.send(ZmtpMessage.ofUtf8("directly")));
        assertThat(told.text()).isEqualTo("directly");
        assertThat(proxy.asked).isEmpty();
    }

    @Test
    void connectsFromAnAddressOfItsOwn() {
        Recorder told = new Recorder();
        String endpoint = bind(closedAtTheEnd(ZmtpRouter.open(options, told)));
        closedAtTheEnd(ZmtpDealer.open(options, new Recorder())).connect(endpoint.replace("tcp://", "tcp://127.0.0.5:0;"));
        assertThat(told.connected().peer().address().toString()).startsWith("/127.0.0.5:");
    }

    @Test
    void bindsAnInterfaceByItsName() throws SocketException {
        String name = NetworkInterface.getByInetAddress(InetAddress.getLoopbackAddress()).getName();
        assertThat(done(closedAtTheEnd(ZmtpRouter.open(options, new Recorder())).bind("tcp://" + name + ":*")).host()).isEqualTo("127.0.0.1");
    }
}
