package io.generaldomo.zmtp.socket;

import static io.generaldomo.zmtp.socket.OwnStation.done;

import io.generaldomo.spec.peer.LibzmqPeer;
import io.generaldomo.spec.peer.LibzmqZap;
import io.generaldomo.spec.peer.RequiresLibzmq;
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

/** Every transport that libzmq has too, with every mechanism, whoever binds; heartbeats on, messages of all sizes. */
@RequiresLibzmq
class TransportInteroperabilityTest {
    @TempDir
    private static Path folder;

    private static ZmtpTransport transport;
    private static LibzmqPeer libzmq;
    private static LibzmqZap zap;
    private static int number;

    private enum Carrier {
        TCP6 {
            @Override
            String free() {
                return "tcp://[::1]:*";
            }
        },
        IPC {
            @Override
            String free() {
                return "ipc://" + folder.resolve("socket" + number++);
            }
        },
        WS {
            @Override
            String free() {
                return "ws://127.0.0.1:*/path";
            }
        };

        abstract String free();
    }

    private enum Binding {
        OURS,
        LIBZMQS
    }

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
        for (Carrier carrier : Carrier.values()) {
            for (Secured secured : Secured.values()) {
                for (Pair pair : new Pair[] {Pair.CLIENT_SERVER, Pair.DEALER_ROUTER}) {
                    for (Binding binding : Binding.values()) {
                        all.add(Arguments.of(carrier, secured, pair, binding));
                    }
                }
            }
        }
        return all;
    }

    @ParameterizedTest(name = "{0}, {1}, {2}, {3} is bound")
    @MethodSource("combinations")
    void ourServerTalks(Carrier carrier, Secured secured, Pair pair, Binding binding) {
        try (OwnStation server = OwnStation.of(pair.answerer, own().withSecurity(secured.ownServer));
                LibzmqStation client = LibzmqStation.of(libzmq, pair.asker, beating(secured.libzmqClient))) {
            join(carrier, server, client, binding);
            TransportContract.talk(pair, client, server);
        }
    }

    @ParameterizedTest(name = "{0}, {1}, {2}, {3} is bound")
    @MethodSource("combinations")
    void ourClientTalks(Carrier carrier, Secured secured, Pair pair, Binding binding) {
        try (OwnStation client = OwnStation.of(pair.asker, own().withSecurity(secured.ownClient));
                LibzmqStation server = LibzmqStation.of(libzmq, pair.answerer, beating(secured.libzmqServer))) {
            join(carrier, client, server, binding);
            TransportContract.talk(pair, client, server);
        }
    }

    private static void join(Carrier carrier, OwnStation own, LibzmqStation other, Binding binding) {
        if (binding == Binding.OURS) {
            other.connect(done(own.socket().bind(carrier.free())).toString());
        } else {
            own.connect(other.socket().bind(carrier.free()));
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
