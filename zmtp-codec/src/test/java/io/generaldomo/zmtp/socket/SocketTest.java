package io.generaldomo.zmtp.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.transport.ReconnectPolicy;
import io.generaldomo.zmtp.transport.ZmtpTransport;
import java.net.BindException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A transport for each test, and sockets that are closed after it. */
abstract class SocketTest {
    static final String FREE_PORT = "tcp://127.0.0.1:*";

    private final List<ZmtpSocket> sockets = new ArrayList<>();
    ZmtpTransport transport;
    SocketOptions options;

    @BeforeEach
    void start() {
        transport = ZmtpTransport.create(1);
        options = SocketOptions.on(transport)
                .withReconnect(new ReconnectPolicy(Duration.ofMillis(20), Duration.ofMillis(100)));
    }

    @AfterEach
    void stop() {
        sockets.forEach(ZmtpSocket::close);
        transport.close();
    }

    <S extends ZmtpSocket> S closedAtTheEnd(S socket) {
        sockets.add(socket);
        return socket;
    }

    static String bind(ZmtpSocket socket) {
        return done(socket.bind(FREE_PORT)).toString();
    }

    /**
     * Binds to a port that is still free when the socket is closed and another one is to take its place: none of those that the system gives to connecting
     * sockets, one of which may even come to be connected with itself when nobody listens.
     */
    static String bindToLastingPort(ZmtpSocket socket) {
        for (int port = ThreadLocalRandom.current().nextInt(10_000, 30_000); ; port++) {
            try {
                return done(socket.bind("tcp://127.0.0.1:" + port)).toString();
            } catch (CompletionException taken) {
                assertThat(taken).hasCauseInstanceOf(BindException.class);
            }
        }
    }

    /** Returns when the event loop has done what it was given before. */
    void onLoop() {
        done(CompletableFuture.runAsync(() -> {}, transport.nextLoop()));
    }

    static <T> T done(CompletableFuture<T> future) {
        return OwnStation.done(future);
    }

    static void failsWith(ZmtpException.Reason reason, CompletableFuture<?> future) {
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(() -> done(future.thenAccept(nothing -> {})))
                .satisfies(failure -> assertThat(((ZmtpException) failure.getCause()).reason()).isEqualTo(reason));
    }
}
