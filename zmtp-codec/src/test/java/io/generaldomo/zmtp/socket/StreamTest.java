package io.generaldomo.zmtp.socket;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.generaldomo.zmtp.RoutingId;
import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpException.Reason;
import io.generaldomo.zmtp.ZmtpLimits;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.ZmtpSecurity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** STREAM with plain sockets of TCP, in both roles. */
class StreamTest extends SocketTest {
    private static final int PATIENCE_MILLIS = 20_000;

    private final Recorder heard = new Recorder();

    private ZmtpStream stream() {
        return closedAtTheEnd(ZmtpStream.open(options, heard));
    }

    private static Socket connectTo(String endpoint) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), URI.create(endpoint).getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private static ServerSocket listen() throws IOException {
        ServerSocket server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        server.setSoTimeout(PATIENCE_MILLIS);
        return server;
    }

    private static Socket accept(ServerSocket server) throws IOException {
        Socket socket = server.accept();
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private static String read(Socket socket, int octets) throws IOException {
        return new String(socket.getInputStream().readNBytes(octets), US_ASCII);
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(US_ASCII));
    }

    private static CompletableFuture<Void> send(ZmtpStream stream, RoutingId to, String text) {
        return stream.send(to, ZmtpMessage.ofUtf8(text));
    }

    @Test
    void talksWithWhoConnects() throws IOException {
        ZmtpStream stream = stream();
        try (Socket socket = connectTo(bind(stream))) {
            SocketPeer peer = heard.connected();
            assertThat(heard.text()).isEmpty();
            write(socket, "hello");
            assertThat(heard.text()).isEqualTo("hello");
            done(send(stream, peer.routingId(), "good "));
            done(send(stream, peer.routingId(), "day"));
            assertThat(read(socket, 8)).isEqualTo("good day");
            socket.shutdownOutput();
            assertThat(heard.text()).isEmpty();
            assertThat(heard.disconnected()).isSameAs(peer);
            failsWith(Reason.NO_SUCH_PEER, send(stream, peer.routingId(), "too late"));
        }
    }

    @Test
    void noOctetsEndAConnection() throws IOException {
        ZmtpStream stream = stream();
        try (Socket socket = connectTo(bind(stream))) {
            RoutingId peer = heard.connected().routingId();
            assertThat(heard.text()).isEmpty();
            send(stream, peer, "x".repeat(200_000));
            send(stream, peer, "the end");
            send(stream, peer, "");
            failsWith(Reason.NO_SUCH_PEER, send(stream, peer, "too late"));
            assertThat(new String(socket.getInputStream().readAllBytes(), US_ASCII)).hasSize(200_007).endsWith("the end");
            heard.disconnected();
            assertThat(heard.waiting()).isZero();
        }
    }

    @Test
    void talksWithWhomItConnectsTo() throws IOException {
        try (ServerSocket server = listen()) {
            ZmtpStream stream = stream();
            RoutingId id = done(stream.connectPeer("tcp://127.0.0.1:" + server.getLocalPort()));
            done(send(stream, id, "early"));
            try (Socket socket = accept(server)) {
                assertThat(read(socket, 5)).isEqualTo("early");
                assertThat(heard.connected().routingId()).isEqualTo(id);
                assertThat(heard.text()).isEmpty();
                write(socket, "hello");
                assertThat(heard.text()).isEqualTo("hello");
            }
            assertThat(heard.text()).isEmpty();
            assertThat(heard.retry()).endsWith("the connection was lost");
            try (Socket again = accept(server)) {
                assertThat(heard.text()).isEmpty();
                done(send(stream, id, "again"));
                assertThat(read(again, 5)).isEqualTo("again");
            }
        }
    }

    @Test
    void whatItHasEndedItDoesNotConnectToAgain() throws IOException {
        try (ServerSocket server = listen()) {
            ZmtpStream stream = stream();
            RoutingId id = done(stream.connectPeer("tcp://127.0.0.1:" + server.getLocalPort()));
            send(stream, id, "question");
            send(stream, id, "");
            try (Socket socket = accept(server)) {
                assertThat(new String(socket.getInputStream().readAllBytes(), US_ASCII)).isEqualTo("question");
            }
            heard.disconnected();
            failsWith(Reason.NO_SUCH_PEER, send(stream, id, "more"));
            RoutingId other = done(stream.connectPeer("tcp://127.0.0.1:" + server.getLocalPort()));
            send(stream, other, "other");
            try (Socket next = accept(server)) {
                assertThat(read(next, 5)).isEqualTo("other"); // and not a second connection of the first
            }
        }
    }

    @Test
    void whatCannotBeReachedIsGivenUpWhenItIsEnded() throws IOException {
        ZmtpStream stream = stream();
        int port;
        try (ServerSocket server = listen()) {
            port = server.getLocalPort();
        }
        RoutingId id = done(stream.connectPeer("tcp://127.0.0.1:" + port));
        heard.retry();
        send(stream, id, "lost");
        done(send(stream, id, ""));
        ZmtpException refusal = null;
        while (refusal == null || !refusal.getMessage().startsWith("no peer has routing id")) { // until the next attempt has failed
            try {
                done(send(stream, id, "more"));
            } catch (CompletionException failure) {
                refusal = (ZmtpException) failure.getCause();
                assertThat(refusal.reason()).isEqualTo(Reason.NO_SUCH_PEER);
            }
        }
    }

    @Test
    void whoDoesNotReadFillsAQueueAndNoMore() throws IOException {
        options = options.withSendHighWaterMark(2).withLimits(ZmtpLimits.DEFAULT.withBacklog(1 << 20));
        ZmtpStream stream = stream();
        try (Socket silent = connectTo(bind(stream))) {
            RoutingId peer = heard.connected().routingId();
            CompletableFuture<Void> last = CompletableFuture.completedFuture(null);
            while (!last.isCompletedExceptionally()) {
                last = send(stream, peer, "x".repeat(100_000)).handle((nothing, failure) -> {
                    if (failure != null) {
                        throw (ZmtpException) failure;
                    }
                    return nothing;
                });
                last.handle((nothing, failure) -> null).join();
            }
            failsWith(Reason.HIGH_WATER_MARK, last);
            assertThat(silent.isConnected()).isTrue();
        }
    }

    @Test
    void megabytesComeWholeThroughAnInbox() throws Exception {
        byte[] sent = new byte[8 << 20];
        new Random(1).nextBytes(sent);
        try (BlockingSocket echo = BlockingSocket.open(SocketType.STREAM, options);
                Socket socket = connectTo(echo.bind(FREE_PORT).toString())) {
            CompletableFuture<byte[]> received = CompletableFuture.supplyAsync(() -> readAll(socket, sent.length));
            CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> writeAll(socket, sent));
            int octets = 0;
            while (octets < sent.length) {
                ZmtpMessage message = echo.receive();
                assertThat(message.size()).isEqualTo(2);
                octets += message.part(1).readableBytes();
                if (message.part(1).isReadable()) {
                    echo.send(message);
                } else {
                    message.release();
                }
            }
            done(writing);
            assertThat(done(received)).isEqualTo(sent);
        }
    }

    private static byte[] readAll(Socket socket, int octets) {
        try {
            return socket.getInputStream().readNBytes(octets);
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private static void writeAll(Socket socket, byte[] octets) {
        try {
            socket.getOutputStream().write(octets);
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    @Test
    void talksOverUnixDomainSockets(@TempDir Path folder) {
        Recorder other = new Recorder();
        ZmtpStream connecting = closedAtTheEnd(ZmtpStream.open(options, other));
        ZmtpStream stream = stream();
        RoutingId id = done(connecting.connectPeer(done(stream.bind("ipc://" + folder.resolve("s"))).toString()));
        send(connecting, id, "hello");
        assertThat(heard.text()).isEmpty();
        assertThat(heard.text()).isEqualTo("hello");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ws://127.0.0.1:5555", "tls+tcp://127.0.0.1:5555", "inproc://stream"})
    void othersAreNoStreams(String endpoint) {
        assertThatIllegalArgumentException().isThrownBy(() -> stream().bind(endpoint)).withMessageContaining("a STREAM knows tcp:// and ipc:// alone");
        assertThatIllegalArgumentException().isThrownBy(() -> stream().connectPeer(endpoint)).withMessageContaining("cannot connect to");
    }

    @Test
    void securityIsRefused() {
        options = options.withSecurity(new ZmtpSecurity.PlainClient("user", "password"));
        assertThatIllegalArgumentException().isThrownBy(() -> stream().bind(FREE_PORT)).withMessageContaining("asks for PLAIN");
        assertThatIllegalArgumentException().isThrownBy(() -> stream().connect("tcp://127.0.0.1:1")).withMessageContaining("asks for PLAIN");
    }

    @Test
    void itIsNoPeerForZmtp() throws IOException {
        ZmtpDealer dealer = closedAtTheEnd(ZmtpDealer.open(options, new Recorder()));
        dealer.connect(bind(stream()));
        assertThat(heard.text()).isEmpty();
        assertThat(heard.text()).startsWith("\uFFFD"); // a greeting
        assertThat(SocketType.STREAM.accepts(SocketType.STREAM)).isFalse();
    }
}
