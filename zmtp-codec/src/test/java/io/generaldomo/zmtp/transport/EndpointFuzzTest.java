package io.generaldomo.zmtp.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.generaldomo.zmtp.fuzz.Fuzzer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Any text for an address: an {@code IllegalArgumentException}, or an endpoint that reads itself back. */
class EndpointFuzzTest {
    @Test
    void anyText() {
        List<byte[]> seeds = Stream.of("tcp://127.0.0.1:5555", "tcp://*:*", "tcp://[::1%eth0]:65535", "tcp://a.b-c:0", "ipc:///x", "ipc://@x", "inproc://x", "ws://a:1/b?c", "ws://[::1]:1", "tcp+ws://*:1",
                        "tcp://eth0:0;[::1]:5555", "udp://eth0;239.0.0.1:5555", "udp://[fe80::1];[ff02::1%eth0]:1")
                .map(text -> text.getBytes(UTF_8))
                .toList();
        Fuzzer.attack("zmtp-endpoint", seeds, input -> {
            String text = new String(input, UTF_8);
            Endpoint endpoint;
            try {
                endpoint = Endpoint.parse(text);
            } catch (IllegalArgumentException e) {
                return "refused";
            }
            if (!Endpoint.parse(endpoint.toString()).equals(endpoint)) {
                throw new AssertionError("reads itself as another one: " + endpoint);
            }
            return endpoint.scheme().name();
        });
    }
}
