package io.generaldomo.zmtp.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.spec.peer.LibzmqPeer;
import io.generaldomo.spec.peer.LibzmqZap;
import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpHeartbeat;
import io.generaldomo.zmtp.ZmtpSecurity;
import io.generaldomo.zmtp.transport.ZmtpTransport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.zeromq.ZMQ;

/** Every mechanism, with our server and with our client, against every implementation, whoever binds; heartbeats on, messages of all sizes. */
class SecurityMatrixTest {
    private static final int HEARTBEAT_MILLIS = 200;
    private static final int HEARTBEAT_TIMEOUT_MILLIS = 10_000;

    private static ZmtpTransport transport;
    private static LibzmqPeer libzmq;
    private static LibzmqZap zap;

    private enum Maker {
        OURS {
            @Override
            Station server(SocketType type, Secured secured) {
                return OwnStation.of(type, options(secured.ownServer));
            }

            @Override
            Station client(SocketType type, Secured secured) {
                return OwnStation.of(type, options(secured.ownClient));
            }
        },
        JEROMQ {
            @Override
            Station server(SocketType type, Secured secured) {
                return JeromqStation.of(type, socket -> {
                    beat(socket);
                    secured.server(socket);
                });
            }

            @Override
            Station client(SocketType type, Secured secured) {
                return JeromqStation.of(type, socket -> {
                    beat(socket);
                    secured.client(socket);
                });
            }
        },
        LIBZMQ {
            @Override
            Station server(SocketType type, Secured secured) {
                return LibzmqStation.of(libzmq, type, beating(secured.libzmqServer));
            }

            @Override
            Station client(SocketType type, Secured secured) {
                return LibzmqStation.of(libzmq, type, beating(secured.libzmqClient));
            }
        };

        /** The side that asks for credentials, and answers messages. */
        abstract Station server(SocketType type, Secured secured);

        /** The side that shows credentials, and asks. */
        abstract Station client(SocketType type, Secured secured);
    }

    private enum Binding {
        CLIENT_BINDS,
        SERVER_BINDS
    }

    private static SocketOptions options(ZmtpSecurity security) {
        return SocketOptions.on(transport)
                .withSecurity(security)
                .withHeartbeat(new ZmtpHeartbeat(
                        Duration.ofMillis(HEARTBEAT_MILLIS), Duration.ofMillis(HEARTBEAT_TIMEOUT_MILLIS), Duration.ofSeconds(10)));
    }

    private static void beat(ZMQ.Socket socket) {
        socket.setHeartbeatIvl(HEARTBEAT_MILLIS);
        socket.setHeartbeatTimeout(HEARTBEAT_TIMEOUT_MILLIS);
    }

    private static Map<String, String> beating(Map<String, String> options) {
        Map<String, String> all = new HashMap<>(options);
        all.put("heartbeatInterval", Integer.toString(HEARTBEAT_MILLIS));
        all.put("heartbeatTimeout", Integer.toString(HEARTBEAT_TIMEOUT_MILLIS));
        return all;
    }

    @BeforeAll
    static void start() {
        transport = ZmtpTransport.create(2);
        if (LibzmqPeer.unavailable().isEmpty()) {
            libzmq = LibzmqPeer.start();
            zap = libzmq.zap(Secured.ALLOWED);
        }
    }

    @AfterAll
    static void stop() {
        transport.close();
        if (libzmq != null) {
            zap.close();
            libzmq.close();
        }
    }

    static List<Arguments> combinations() {
        List<Arguments> all = new ArrayList<>();
        for (Secured secured : Secured.values()) {
            for (Binding binding : Binding.values()) {
                for (Maker other : Maker.values()) {
                    all.add(Arguments.of(secured, binding, Maker.OURS, other));
                    if (other != Maker.OURS) {
                        all.add(Arguments.of(secured, binding, other, Maker.OURS));
                    }
                }
            }
        }
        return all;
    }

    @ParameterizedTest(name = "{0}, {1}: {2} is the server of {3}")
    @MethodSource("combinations")
    void talk(Secured secured, Binding binding, Maker servers, Maker clients) {
        if (servers == Maker.LIBZMQ || clients == Maker.LIBZMQ) {
            assertThat(libzmq == null && "true".equals(System.getenv("CI"))).as("libzmq is missing, and this is CI").isFalse();
            Assumptions.assumeTrue(libzmq != null, () -> LibzmqPeer.unavailable().orElse(""));
        }
        int deaf = 0;
        while (!talked(secured, binding, servers, clients)) {
            assertThat(++deaf).as("deaf connections of JeroMQ in a row").isLessThan(10);
        }
    }

    /** False if JeroMQ never began to talk. */
    private static boolean talked(Secured secured, Binding binding, Maker servers, Maker clients) {
        try (Station client = clients.client(SocketType.DEALER, secured); Station server = servers.server(SocketType.ROUTER, secured)) {
            if (binding == Binding.CLIENT_BINDS) {
                server.connect(client.bind());
            } else {
                client.connect(server.bind());
            }
            Pair.DEALER_ROUTER.talk(client, server, binding == Binding.CLIENT_BINDS ? server : client);
            return true;
        } catch (JeromqStation.Deaf e) {
            return false;
        }
    }
}
