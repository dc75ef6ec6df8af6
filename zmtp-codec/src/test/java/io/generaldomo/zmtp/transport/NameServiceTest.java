package io.generaldomo.zmtp.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameServiceTest {
    private Thread asked;
    private final NameService service = host -> {
        asked = Thread.currentThread();
        return List.of(InetAddress.getLoopbackAddress());
    };

    private CompletableFuture<List<SocketAddress>> addresses(String host) {
        return service.addresses(Endpoint.parse("tcp://" + host + ":5555"), IoKind.NIO, Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "[::1]"})
    void aNumberNeedsNoThread(String host) {
        assertThat(addresses(host)).isCompletedWithValue(List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), 5555)));
        assertThat(asked).isSameAs(Thread.currentThread());
    }

    @Test
    void aNameIsLookedUpOnAnotherThread() {
        addresses("broker.example").join();
        assertThat(asked).isNotSameAs(Thread.currentThread());
    }
}
