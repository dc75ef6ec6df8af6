package io.generaldomo.zmtp.socket;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.generaldomo.spec.GoldenVector;
import io.generaldomo.spec.GoldenVectors;
import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpConfig;
import io.generaldomo.zmtp.ZmtpLimits;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.ZmtpSecurity;
import io.generaldomo.zmtp.transport.Endpoint;
import java.net.BindException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RADIO and DISH over UDP, between each other and with plain sockets. */
class UdpTest extends SocketTest {
    private static final String FREE = "udp://127.0.0.1:*";
    private static final String LONGEST_GROUP = "g".repeat(255);
    private static final byte[] LAST = "\3grplast".getBytes(US_ASCII);

    private final Recorder heard = new Recorder();

    /** Connected, as is told at once. */
    private ZmtpRadio radio(String endpoint) {
        Recorder sending = new Recorder();
        ZmtpRadio radio = closedAtTheEnd(ZmtpRadio.open(options, sending));
        radio.connect(endpoint);
        assertThat(sending.connected().peer().address()).hasToString(endpoint.replace("udp://", "/"));
        return radio;
    }

    private ZmtpDish dish(Recorder recorder, String... groups) {
        ZmtpDish dish = closedAtTheEnd(ZmtpDish.open(options, recorder));
        Arrays.stream(groups).forEach(dish::join);
        return dish;
    }

    private static String bound(ZmtpSocket socket, String endpoint) {
        return done(socket.bind(endpoint)).toString();
    }

    static List<GoldenVector> good() {
        return GoldenVectors.group("datagram");
    }

    static List<GoldenVector> malformed() {
        return GoldenVectors.group("malformed-datagram");
    }

    @ParameterizedTest
    @MethodSource("good")
    void sendsAsLibzmqDoes(GoldenVector vector) {
        String group = group(vector);
        String body = new String(vector.bytes(), US_ASCII).substring(1 + group.length());
        try (RawDatagrams raw = new RawDatagrams()) {
            done(radio(raw.endpoint()).send(group, ZmtpMessage.ofUtf8(body)));
            assertThat(raw.receive()).isEqualTo(vector.bytes());
        }
    }

    @ParameterizedTest
    @MethodSource("good")
    void readsWhatLibzmqSends(GoldenVector vector) {
        String group = group(vector);
        String there = bound(dish(heard, group), FREE);
        try (RawDatagrams raw = new RawDatagrams()) {
            raw.send(there, vector.bytes());
            assertThat(heard.text()).isEqualTo(group + "|" + new String(vector.bytes(), US_ASCII).substring(1 + group.length()));
        }
    }

    private static String group(GoldenVector vector) {
        return new String(vector.bytes(), 1, vector.bytes()[0] & 0xFF, US_ASCII);
    }

    @Test
    void aDishTakesTheGroupsThatItHasJoined() {
        ZmtpDish dish = dish(heard, "a", LONGEST_GROUP);
        ZmtpRadio radio = radio(bound(dish, FREE));
        radio.send("b", ZmtpMessage.ofUtf8("not this"));
        radio.send(LONGEST_GROUP, ZmtpMessage.ofUtf8("1"));
        assertThat(heard.text()).isEqualTo(LONGEST_GROUP + "|1");
        dish.leave(LONGEST_GROUP);
        radio.send(LONGEST_GROUP, ZmtpMessage.ofUtf8("nor this"));
        radio.send("a", ZmtpMessage.ofUtf8("2"));
        assertThat(heard.text()).isEqualTo("a|2");
        assertThat(dish.dropped()).isZero();
    }

    @Test
    void aRadioSendsByDatagramsAndConnectionsAtOnce() {
        Recorder overTcp = new Recorder();
        String udp = bound(dish(heard, "g"), FREE);
        ZmtpDish connected = dish(overTcp, "g");
        ZmtpRadio radio = radio(udp);
        connected.connect(bind(radio));
        overTcp.connected();
        int number = 0;
        do { // until the DISH's JOIN has come over TCP
            radio.send("g", ZmtpMessage.ofUtf8(String.valueOf(number)));
            assertThat(heard.text()).isEqualTo("g|" + number);
            number++;
        } while (overTcp.waiting() == 0);
        assertThat(overTcp.text()).startsWith("g|");
        assertThat(radio.dropped()).isZero();
    }

    @Test
    void aRadioSendsFromTheBeginning() {
        String there = bound(dish(heard, "g"), FREE);
        ZmtpRadio radio = closedAtTheEnd(ZmtpRadio.open(options, PeerListener.NONE));
        radio.connect(there);
        radio.send("g", ZmtpMessage.ofUtf8("at once"));
        assertThat(heard.text()).isEqualTo("g|at once");
    }

    @Test
    void aRadioNeedsNobodyToBeThere() {
        int port = RawDatagrams.freePort();
        ZmtpRadio radio = radio("udp://127.0.0.1:" + port);
        for (int i = 0; i < 10; i++) {
            done(radio.send("g", ZmtpMessage.ofUtf8("to nobody")));
        }
        Recorder later = new Recorder();
        bound(dish(later, "g"), "udp://127.0.0.1:" + port);
        done(radio.send("g", ZmtpMessage.ofUtf8("to somebody")));
        assertThat(later.text()).isEqualTo("g|to somebody");
    }

    @Test
    void whereARadioIsDisconnectedItSendsNoMore() {
        String there = bound(dish(heard, "g"), FREE);
        Recorder stays = new Recorder();
        ZmtpRadio radio = radio(there);
        radio.connect(bound(dish(stays, "g"), FREE));
        radio.send("g", ZmtpMessage.ofUtf8("before"));
        done(radio.disconnect(there));
        for (int i = 0; i < 2000; i++) { // more than a queue holds
            done(radio.send("g", ZmtpMessage.ofUtf8("after " + i)));
        }
        assertThat(heard.text()).isEqualTo("g|before");
        assertThat(stays.text()).isEqualTo("g|before");
        assertThat(stays.text()).isEqualTo("g|after 0");
        assertThat(heard.waiting()).isZero();
        assertThat(radio.dropped()).isZero();
    }

    @Test
    void whatADishUnbindsIsFree() {
        ZmtpDish dish = dish(heard, "g");
        String there = bound(dish, FREE);
        String other = bound(dish, FREE);
        done(dish.unbind(there));
        Recorder next = new Recorder();
        bound(dish(next, "g"), there);
        ZmtpRadio radio = radio(there);
        radio.connect(other);
        done(radio.send("g", ZmtpMessage.ofUtf8("to both")));
        assertThat(next.text()).isEqualTo("g|to both");
        assertThat(heard.text()).isEqualTo("g|to both");
    }

    @Test
    void closingSendsWhatWasAccepted() {
        String there = bound(dish(heard, "g"), FREE);
        ZmtpRadio radio = radio(there);
        IntStream.range(0, 50).forEach(number -> radio.send("g", ZmtpMessage.ofUtf8(String.valueOf(number))));
        radio.close();
        IntStream.range(0, 50).forEach(number -> assertThat(heard.text()).isEqualTo("g|" + number));
    }

    @Test
    void aBoundPortIsGivenBack() {
        ZmtpDish first = dish(heard);
        String there = bound(first, FREE);
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(() -> bound(dish(new Recorder()), there))
                .withCauseInstanceOf(BindException.class);
        first.close();
        assertThat(bound(dish(new Recorder()), there)).isEqualTo(there);
    }

    @ParameterizedTest
    @ValueSource(strings = {"udp://*:*", "udp://127.0.0.1:0", "udp://lo:*", "udp://localhost:*"})
    void bindsWhereLibzmqDoes(String endpoint) {
        Endpoint bound = Endpoint.parse(bound(dish(heard, "grp"), endpoint));
        try (RawDatagrams raw = new RawDatagrams()) {
            raw.send("udp://127.0.0.1:" + bound.port(), LAST);
            assertThat(heard.text()).isEqualTo("grp|last");
        }
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void row25_aMalformedDatagramIsDroppedAndCounted(GoldenVector vector) {
        droppedAndCounted(vector.bytes());
    }

    @Test
    void row25_aDatagramWithoutOctets() {
        droppedAndCounted();
    }

    @Test
    void row25_aDatagramThatIsTooLong() {
        byte[] tooLong = new byte[8193];
        tooLong[0] = 3;
        droppedAndCounted(tooLong);
        droppedAndCounted(Arrays.copyOf(tooLong, 60_000));
    }

    private void droppedAndCounted(byte... octets) {
        ZmtpDish dish = dish(heard, "", "grp", "g");
        String there = bound(dish, FREE);
        try (RawDatagrams raw = new RawDatagrams()) {
            raw.send(there, octets);
            raw.send(there, LAST);
            assertThat(heard.text()).isEqualTo("grp|last");
            assertThat(dish.dropped()).isOne();
        }
    }

    @Test
    void row25_theLongestDatagramAndOneOctetMore() {
        byte[] longest = new byte[8192 - 4];
        try (RawDatagrams raw = new RawDatagrams()) {
            ZmtpRadio radio = radio(raw.endpoint());
            done(radio.send("grp", ZmtpMessage.copyOf(new byte[8192 - 3])));
            done(radio.send("grp", ZmtpMessage.copyOf(longest)));
            assertThat(raw.receive()).hasSize(8192);
            assertThat(radio.dropped()).isOne();
        }
    }

    @Test
    void row25_tenThousandDatagramsOfRandomOctets() {
        ZmtpDish dish = dish(heard, "grp");
        String there = bound(dish, FREE);
        Random random = new Random(25);
        try (RawDatagrams raw = new RawDatagrams()) {
            for (int i = 0; i < 10_000; i++) {
                byte[] octets = new byte[random.nextInt(300)];
                random.nextBytes(octets);
                raw.send(there, octets);
                if (i % 50 == 0) { // so that the system does not drop them itself
                    raw.send(there, LAST);
                    assertThat(heard.text()).isEqualTo("grp|last");
                }
            }
        }
        assertThat(dish.dropped()).isGreaterThan(1000);
    }

    @Test
    void aLimitOfMessagesIsOneOfDatagramsToo() {
        options = options.withLimits(ZmtpLimits.DEFAULT.withMessageSize(8));
        droppedAndCounted("\3grplast!".getBytes(US_ASCII));
    }

    @ParameterizedTest
    @EnumSource
    void othersAreRefused(SocketType type) {
        BlockingSocket socket = BlockingSocket.open(type, options);
        closedAtTheEnd(socket.as(ZmtpSocket.class));
        if (type != SocketType.DISH && type != SocketType.DGRAM) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> socket.bind("udp://127.0.0.1:5555"))
                    .withMessage("cannot bind 'udp://127.0.0.1:5555': with udp://, a RADIO connects, a DISH or a DGRAM binds, and others do neither");
        }
        if (type != SocketType.RADIO) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> socket.connect("udp://127.0.0.1:5555"))
                    .withMessage("cannot connect to 'udp://127.0.0.1:5555': with udp://, a RADIO connects, a DISH or a DGRAM binds, and others do neither");
        }
    }

    @Test
    void securityIsRefused() {
        options = options.withSecurity(new ZmtpSecurity.PlainClient("user", "password"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> dish(heard).bind(FREE))
                .withMessageContaining("there is no handshake, and this socket asks for PLAIN");
        assertThatIllegalArgumentException().isThrownBy(() -> radio("udp://127.0.0.1:5555")).withMessageContaining("PLAIN");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            udp://lo;127.0.0.1:5555      | an interface goes with the address of a multicast group
            udp://none;239.0.0.1:5555    | no interface for 'udp://none;239.0.0.1:5555'
            udp://192.0.2.99;239.0.0.1:1 | this machine has no 192.0.2.99
            """)
    void interfacesAreForGroups(String endpoint, String why) {
        assertThatIllegalArgumentException().isThrownBy(() -> dish(heard).bind(endpoint)).withMessageContaining(why);
    }

    @Test
    void connectionsDoNotGoByDatagrams() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> transport.bind(Endpoint.parse(FREE), transport.nextLoop(), () -> ZmtpConfig.of(SocketType.DISH), () -> null))
                .withMessageContaining("udp:// carries datagrams, of RADIO, DISH and DGRAM, and no connections");
    }
}
