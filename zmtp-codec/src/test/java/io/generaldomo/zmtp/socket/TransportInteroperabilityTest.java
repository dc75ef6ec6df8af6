package io.generaldomo.zmtp.socket;

import io.generaldomo.spec.peer.LibzmqPeer;
import io.generaldomo.spec.peer.LibzmqZap;
import io.generaldomo.spec.peer.RequiresLibzmq;
import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpHeartbeat;
import io.generaldomo.zmtp.transport.ZmtpTransport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every transport that libzmq has too, with every mechanism; heartbeats on, messages of all sizes. TCP over IPv4 is in {@link SecurityMatrixTest}, and
 * which sockets talk and which of them binds in {@link SocketTableTest}.
 */
@RequiresLibzmq
class TransportInteroperabilityTest {
    @TempDir
    private static Path folder;

    private static ZmtpTransport transport;
    private static LibzmqPeer libzmq;
    private static LibzmqZap zap;

    @BeforeAll
    static void start() {
        transport = ZmtpTransport.create(1);
        libzmq = LibzmqPeer.start();
        zap = libzmq.zap(Secured.ALLOWED);
    }

    @AfterAll
    static void stop() {
        transport.close();
        zap.close();
        libzmq.close();
    }

    static List<Arguments> combinations() {
        List<Arguments> all = new ArrayList<>();
        for (Carrier carrier : new Carrier[] {Carrier.TCP6, Carrier.IPC, Carrier.WS}) {
            for (Secured secured : Secured.values()) {
                all.add(Arguments.of(carrier, secured));
            }
        }
        return all;
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("combinations")
    void ourServerTalks(Carrier carrier, Secured secured) {
        try (Station server = OwnStation.of(SocketType.ROUTER, own().withSecurity(secured.ownServer));
                Station client = LibzmqStation.of(libzmq, SocketType.DEALER, beating(secured.libzmqClient))) {
            client.connect(server.bind(carrier.free(folder)));
            TransportContract.talk(Pair.DEALER_ROUTER, client, server);
        }
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("combinations")
    void ourClientTalks(Carrier carrier, Secured secured) {
        try (Station client = OwnStation.of(SocketType.DEALER, own().withSecurity(secured.ownClient));
                Station server = LibzmqStation.of(libzmq, SocketType.ROUTER, beating(secured.libzmqServer))) {
            client.connect(server.bind(carrier.free(folder)));
            TransportContract.talk(Pair.DEALER_ROUTER, client, server);
        }
    }

    private static SocketOptions own() {
        return SocketOptions.on(transport).withHeartbeat(new ZmtpHeartbeat(Duration.ofMillis(100), Duration.ofSeconds(10), Duration.ofSeconds(10)));
    }

    private static Map<String, String> beating(Map<String, String> options) {
        Map<String, String> all = new HashMap<>(options);
        all.put("heartbeatInterval", "100");
        all.put("heartbeatTimeout", "10000");
        all.put("ipv6", "true");
        return all;
    }
}
