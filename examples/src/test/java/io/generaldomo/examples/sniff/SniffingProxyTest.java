package io.generaldomo.examples.sniff;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.spec.sniff.Sighting;
import io.generaldomo.zmtp.transport.Endpoint;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SniffingProxyTest {
    private static final StreamEndpoint ANYWHERE = stream("tcp://127.0.0.1:0");

    private final BlockingQueue<Sighting> seen = new LinkedBlockingQueue<>();

    private String next() throws InterruptedException {
        Sighting sighting = seen.poll(60, TimeUnit.SECONDS);
        assertThat(sighting).isNotNull();
        return sighting.from() + " " + sighting.unit().text();
    }

    private static ServerSocket listen() throws IOException {
        return new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }

    private static StreamEndpoint stream(String endpoint) {
        return new StreamEndpoint(Endpoint.parse(endpoint));
    }

    private static StreamEndpoint at(ServerSocket server) {
        return stream("tcp://127.0.0.1:" + server.getLocalPort());
    }

    @Test
    void unixDomainSocketsAreRelayedToo(@TempDir Path folder) throws Exception {
        StreamEndpoint there = stream("ipc://" + folder.resolve("there"));
        StreamEndpoint here = stream("ipc://" + folder.resolve("here"));
        try (ServerSocket server = there.bind();
                SniffingProxy proxy = SniffingProxy.between(here, there, seen::add);
                Socket near = here.socket()) {
            assertThat(proxy.endpoint()).isEqualTo(here.endpoint());
            near.connect(here.address());
            try (Socket far = server.accept()) {
                assertThat(next()).isEqualTo("CONNECTOR a peer on this machine connects to " + there);
                byte[] old = {4, 0, 'a', 'b', 'c'};
                far.getOutputStream().write(old);
                assertThat(near.getInputStream().readNBytes(old.length)).isEqualTo(old);
                assertThat(next()).isEqualTo("LISTENER greeting ZMTP 1.0, identity \"abc\"");
                near.shutdownOutput();
                assertThat(far.getInputStream().read()).isEqualTo(-1);
            }
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void octetsArriveAsTheyAreAndAreTold() throws Exception {
        try (ServerSocket server = listen();
                SniffingProxy proxy = SniffingProxy.between(ANYWHERE, at(server), seen::add);
                Socket near = new Socket(InetAddress.getLoopbackAddress(), proxy.endpoint().port());
                Socket far = server.accept()) {
            assertThat(next()).startsWith("CONNECTOR 127.0.0.1:").endsWith("connects to 127.0.0.1:" + server.getLocalPort());

            byte[] garbage = "GET / HTTP/1.1\r\n\r\n".getBytes(US_ASCII);
            near.getOutputStream().write(garbage);
            assertThat(far.getInputStream().readNBytes(garbage.length)).isEqualTo(garbage);
            assertThat(next()).startsWith("CONNECTOR no ZMTP from octet 0 on");

            byte[] old = {4, 0, 'a', 'b', 'c'};
            far.getOutputStream().write(old);
            assertThat(near.getInputStream().readNBytes(old.length)).isEqualTo(old);
            assertThat(next()).isEqualTo("LISTENER greeting ZMTP 1.0, identity \"abc\"");

            near.shutdownOutput();
            assertThat(far.getInputStream().read()).isEqualTo(-1);
            assertThat(next()).isEqualTo("CONNECTOR 16 octets from 2 on were not read");
            assertThat(next()).isEqualTo("CONNECTOR closes");
            far.getOutputStream().write(new byte[] {2, 0, 'x'}); // the other way is still open
            assertThat(near.getInputStream().readNBytes(3)).hasSize(3);
            assertThat(next()).isEqualTo("LISTENER message [1 B] \"x\"");
            far.shutdownOutput();
            assertThat(near.getInputStream().read()).isEqualTo(-1);
            assertThat(next()).isEqualTo("LISTENER closes");
        }
    }

    @Test
    void connectionThatCannotGoOnEnds() throws Exception {
        StreamEndpoint nowhere;
        try (ServerSocket unused = listen()) {
            nowhere = at(unused);
        }
        try (SniffingProxy proxy = SniffingProxy.between(ANYWHERE, nowhere, seen::add);
                Socket near = new Socket(InetAddress.getLoopbackAddress(), proxy.endpoint().port())) {
            assertThat(near.getInputStream().read()).isEqualTo(-1);
            next();
            assertThat(next()).startsWith("LISTENER cannot be connected to: ");
        }
    }

    @Test
    void closingEndsEverything() throws Exception {
        try (ServerSocket server = listen()) {
            SniffingProxy proxy = SniffingProxy.between(ANYWHERE, at(server), seen::add);
            try (Socket near = new Socket(InetAddress.getLoopbackAddress(), proxy.endpoint().port()); Socket far = server.accept()) {
                next();
                proxy.close();
                assertThat(near.getInputStream().read()).isEqualTo(-1);
                assertThat(far.getInputStream().read()).isEqualTo(-1);
            }
        }
    }

    @Test
    void timeOfSeveralConnectionsNeverGoesBackwards() throws Exception {
        int connections = 8;
        try (ServerSocket server = listen(); SniffingProxy proxy = SniffingProxy.between(ANYWHERE, at(server), seen::add)) {
            List<Socket> sockets = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                sockets.add(new Socket(InetAddress.getLoopbackAddress(), proxy.endpoint().port()));
                sockets.add(server.accept());
            }
            for (Socket socket : sockets) {
                socket.getOutputStream().write(new byte[] {1, 0});
            }
            List<Instant> times = new ArrayList<>();
            for (int i = 0; i < connections * 3; i++) {
                times.add(seen.poll(60, TimeUnit.SECONDS).time());
            }
            assertThat(times).isSortedAccordingTo(Comparator.naturalOrder());
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    @Test
    void hexDumpIsReadWhereThereIsNoCapture() throws Exception {
        RecordedTraffic.read(new ByteArrayInputStream("> 00 01 61\n< 00 01 62\n".getBytes(US_ASCII)), seen::add);
        next();
        assertThat(next()).isEqualTo("CONNECTOR message [1 B] \"a\"");
        next();
        assertThat(next()).isEqualTo("LISTENER message [1 B] \"b\"");
    }
}
