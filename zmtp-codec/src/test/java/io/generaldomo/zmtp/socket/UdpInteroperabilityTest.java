package io.generaldomo.zmtp.socket;

import static io.generaldomo.zmtp.socket.OwnStation.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.spec.peer.LibzmqPeer;
import io.generaldomo.spec.peer.LibzmqSocket;
import io.generaldomo.spec.peer.LibzmqSocketType;
import io.generaldomo.spec.peer.RequiresLibzmq;
import io.generaldomo.zmtp.ZmtpMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RADIO and DISH over UDP with those of libzmq, which does not tell when it is bound: so it is knocked at until it opens. */
@RequiresLibzmq
class UdpInteroperabilityTest extends SocketTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String LONG = "x".repeat(8192 - 2);
    private static LibzmqPeer libzmq;

    @BeforeAll
    static void startLibzmq() {
        libzmq = LibzmqPeer.start();
    }

    @AfterAll
    static void stopLibzmq() {
        libzmq.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "[::1]", "lo;239.192.7.7", "239.192.7.7", "[ff02::7:7]"})
    void ourRadioAndItsDish(String where) {
        String endpoint = endpoint(where);
        try (LibzmqSocket dish = libzmq.open(LibzmqSocketType.DISH, family(where))) {
            dish.join("g");
            dish.bind(endpoint);
            ZmtpRadio radio = closedAtTheEnd(ZmtpRadio.open(options, PeerListener.NONE));
            radio.connect(endpoint);
            knocking(() -> radio.send("g", ZmtpMessage.ofUtf8("knock")), () -> dish.receive(PATIENCE));
            for (String body : List.of("hello", "", LONG)) {
                done(radio.send("other", ZmtpMessage.ofUtf8("not joined")));
                done(radio.send("g", ZmtpMessage.ofUtf8(body)));
                assertThat(afterKnocks(dish)).containsExactly("g", body);
            }
        }
    }

    private static List<String> afterKnocks(LibzmqSocket dish) {
        List<String> parts;
        do {
            parts = dish.receive(PATIENCE).text();
        } while (parts.get(1).equals("knock"));
        return parts;
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "[::1]", "lo;239.192.7.7", "239.192.7.7", "[ff02::7:7]"})
    void itsRadioAndOurDish(String where) {
        String endpoint = endpoint(where);
        Recorder heard = new Recorder();
        ZmtpDish dish = closedAtTheEnd(ZmtpDish.open(options, heard));
        dish.join("g");
        done(dish.bind(endpoint));
        try (LibzmqSocket radio = libzmq.open(LibzmqSocketType.RADIO, family(where))) {
            radio.connect(endpoint);
            for (String body : List.of("hello", "", LONG)) {
                radio.send("other", "not joined");
                radio.send("g", body);
                assertThat(heard.text()).isEqualTo("g|" + body);
            }
            assertThat(dish.dropped()).isZero();
        }
    }

    /** With IPv6 libzmq takes interfaces by their addresses of IPv6 alone. */
    private static Map<String, String> family(String where) {
        return Map.of("ipv6", String.valueOf(where.startsWith("[")));
    }

    private static String endpoint(String where) {
        if (where.contains("239.") || where.contains("ff02")) {
            GroupReach.require(where);
        }
        return "udp://" + where + ":" + RawDatagrams.freePort();
    }

    private static void knocking(Runnable knock, Runnable until) {
        ScheduledExecutorService hand = Executors.newSingleThreadScheduledExecutor();
        hand.scheduleAtFixedRate(knock, 0, 10, TimeUnit.MILLISECONDS);
        try {
            until.run();
        } finally {
            hand.shutdownNow();
        }
    }
}
