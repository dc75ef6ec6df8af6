package io.generaldomo.examples.embed;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.gdp.broker.GdpBroker;
import io.generaldomo.gdp.client.GdpClient;
import io.generaldomo.gdp.worker.GdpWorker;
import io.generaldomo.spec.peer.LibzmqPeer;
import io.generaldomo.spec.peer.LibzmqSocket;
import io.generaldomo.spec.peer.LibzmqSocketType;
import io.generaldomo.spec.peer.RequiresLibzmq;
import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The examples do what they say. */
class EmbeddingTest {
    @Test
    void anHttpServerHasABrokerInside() throws Exception {
        try (HttpServerWithBroker server = new HttpServerWithBroker(0, 0);
                GdpWorker worker = PlainWorker.serve(server.endpoint().toString())) {
            assertThat(worker).isNotNull();
            assertThat(post(server, "/upper", "hello").body()).isEqualTo("HELLO\n");
            assertThat(post(server, "/", "hello").statusCode()).isEqualTo(404);
        }
    }

    private static HttpResponse<String> post(HttpServerWithBroker server, String path, String body) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + server.httpPort() + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void futuresKeepTheOrderOfTheWords() throws Exception {
        try (GdpBroker broker = GdpBroker.create()) {
            String address = broker.bind("tcp://127.0.0.1:0").join().toString();
            try (GdpWorker worker = PlainWorker.serve(address);
                    GdpClient client = GdpClient.connect(address)) {
                assertThat(worker).isNotNull();
                assertThat(new FutureClient(client).upper(List.of("one", "two", "three")).get(30, TimeUnit.SECONDS)).isEqualTo("ONE TWO THREE");
            }
        }
    }

    @Test
    void partsOfAStreamComeOneByOne() throws Exception {
        try (GdpBroker broker = GdpBroker.create()) {
            String address = broker.bind("tcp://127.0.0.1:0").join().toString();
            BlockingQueue<String> taken = new LinkedBlockingQueue<>();
            try (GdpWorker worker = StreamedReply.count(address);
                    GdpClient client = StreamedReply.connect(address)) {
                assertThat(worker).isNotNull();
                StreamedReply.take(client, 1000, taken::add).get(30, TimeUnit.SECONDS);
                assertThat(taken).containsExactlyElementsOf(IntStream.rangeClosed(1, 1000).mapToObj(Integer::toString).toList());
            }
        }
    }

    /** With a DEALER of libzmq. */
    @Test
    @RequiresLibzmq
    void rawEcho() {
        EventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        try (LibzmqPeer peer = LibzmqPeer.start()) {
            Channel channel = RawEcho.bind(loops, new InetSocketAddress("127.0.0.1", 0));
            LibzmqSocket dealer = peer.open(LibzmqSocketType.DEALER);
            dealer.connect("tcp://127.0.0.1:" + ((InetSocketAddress) channel.localAddress()).getPort());
            dealer.send("hello", "two frames");
            assertThat(dealer.receive(Duration.ofSeconds(30)).frames())
                    .extracting(String::new)
                    .containsExactly("hello", "two frames");
        } finally {
            loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
        }
    }
}
