package io.generaldomo.spec.ipc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Sockets of Unix domains do what those of TCP do, as far as they do anything. */
@Timeout(60)
class IpcSocketTest {
    @TempDir
    private Path folder;

    private IpcServerSocket server;

    @BeforeEach
    void bind() throws IOException {
        server = IpcServerSocket.at(folder.resolve("socket"));
    }

    @AfterEach
    void unbind() throws IOException {
        server.close();
        assertThat(folder).isEmptyDirectory();
    }

    private Socket connected() throws IOException {
        IpcSocket socket = new IpcSocket();
        socket.connect(UnixDomainSocketAddress.of(folder.resolve("socket")));
        return socket;
    }

    /** More than fits on the way: the one that writes waits for the one that reads. */
    @Test
    void octetsGoBothWaysUntilTheEnd() throws Exception {
        byte[] many = new byte[4 << 20];
        Arrays.fill(many, (byte) 7);
        try (Socket near = connected();
                Socket far = server.accept()) {
            CompletableFuture<byte[]> back = CompletableFuture.supplyAsync(() -> echoed(far));
            near.getOutputStream().write(many);
            near.getOutputStream().write(0xff);
            near.shutdownOutput();
            assertThat(near.getInputStream().readNBytes(2)).containsExactly('o', 'k');
            assertThat(near.getInputStream().read()).isEqualTo(-1);
            assertThat(back.get()).hasSize(many.length + 1).endsWith(7, 0xff);
        }
    }

    private static byte[] echoed(Socket far) {
        try (far) {
            byte[] all = far.getInputStream().readAllBytes();
            far.getOutputStream().write(new byte[] {'o', 'k'});
            return all;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void waitingHasAnEnd() throws Exception {
        server.setSoTimeout(1);
        assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
        try (Socket near = connected();
                Socket far = server.accept()) {
            near.setSoTimeout(1);
            assertThatThrownBy(near.getInputStream()::read).isInstanceOf(SocketTimeoutException.class);
            far.getOutputStream().write(1);
            near.setSoTimeout(30_000);
            assertThat(near.getInputStream().read()).isEqualTo(1);
        }
    }

    @Test
    void closingEndsWhatWaits() throws Exception {
        Socket near = connected();
        try (Socket far = server.accept()) {
            CompletableFuture<Integer> reading = CompletableFuture.supplyAsync(() -> {
                try {
                    return near.getInputStream().read();
                } catch (IOException e) {
                    return e instanceof SocketException || e instanceof ClosedChannelException ? -2 : -3;
                }
            });
            near.close();
            assertThat(reading.get()).isEqualTo(-2);
            assertThat(near.isClosed()).isTrue();
            assertThat(far.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void nobodyIsConnectedToNothing() throws Exception {
        try (IpcSocket socket = new IpcSocket()) {
            assertThatThrownBy(() -> socket.connect(UnixDomainSocketAddress.of(folder.resolve("nowhere")))).isInstanceOf(SocketException.class);
        }
        assertThatThrownBy(() -> IpcServerSocket.at(folder.resolve("socket"))).isInstanceOf(SocketException.class);
    }
}
