package io.generaldomo.zmtp.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.generaldomo.spec.peer.LibzmqPeer;
import io.generaldomo.spec.peer.RequiresLibzmq;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.transport.IoKind;
import io.generaldomo.zmtp.transport.ZmtpTransport;
import io.netty.buffer.ByteBufAllocator;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every kind of I/O that is available here talks with libzmq. The build runs this twice: as a user's program without native jars, and with them.
 */
@RequiresLibzmq
class NativeTransportTest {
    private static final boolean NATIVE_JARS = Boolean.getBoolean("generaldomo.nativeJars");
    private static final boolean NATIVE_SYSTEM = "Linux".equals(System.getProperty("os.name")) && "amd64".equals(System.getProperty("os.arch"));

    @Test
    void theBestIsNativeWhereItsJarIs() {
        assertThat(IoKind.best()).isEqualTo(NATIVE_JARS && NATIVE_SYSTEM ? IoKind.EPOLL : IoKind.NIO);
        try (ZmtpTransport transport = ZmtpTransport.create(1)) {
            assertThat(transport.io()).isEqualTo(IoKind.best());
            assertThat(ZmtpTransport.using(transport.nextLoop(), ByteBufAllocator.DEFAULT).io()).isEqualTo(transport.io());
        }
    }

    @Test
    void whatIsNotThereIsRefused() {
        Stream.of(IoKind.values()).filter(kind -> !kind.isAvailable()).forEach(kind -> assertThatIllegalArgumentException()
                .isThrownBy(() -> ZmtpTransport.create(1, kind))
                .withMessageContaining(kind + " is not available"));
    }

    static Stream<IoKind> available() {
        return Stream.of(IoKind.values()).filter(IoKind::isAvailable);
    }

    @ParameterizedTest
    @MethodSource("available")
    void talksWithLibzmq(IoKind kind) {
        try (ZmtpTransport transport = ZmtpTransport.create(1, kind);
                LibzmqPeer libzmq = LibzmqPeer.start();
                Station client = OwnStation.of(Pair.CLIENT_SERVER.asker, SocketOptions.on(transport));
                Station server = LibzmqStation.of(libzmq, Pair.CLIENT_SERVER.answerer);
                Station router = OwnStation.of(Pair.DEALER_ROUTER.answerer, SocketOptions.on(transport));
                Station dealer = LibzmqStation.of(libzmq, Pair.DEALER_ROUTER.asker)) {
            client.connect(server.bind());
            Pair.CLIENT_SERVER.talk(client, server, client);
            dealer.connect(router.bind());
            Pair.DEALER_ROUTER.talk(dealer, router, dealer);
        }
    }

    @ParameterizedTest
    @MethodSource("available")
    void talksWithLibzmqOverUnixDomainSockets(IoKind kind, @TempDir Path folder) {
        talksOver(kind, "ipc://" + folder.resolve("ours"), "ipc://" + folder.resolve("libzmqs"));
    }

    @ParameterizedTest
    @MethodSource("available")
    void talksWithLibzmqAtPathsThatAreNew(IoKind kind) {
        talksOver(kind, "ipc://*", "ipc://*");
    }

    @ParameterizedTest
    @MethodSource("available")
    void talksWithLibzmqOverAbstractNames(IoKind kind, @TempDir Path folder) {
        if (kind == IoKind.NIO) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> talksOver(kind, "ipc://@" + folder, "ipc://@" + folder))
                    .withMessageContaining("is an abstract name, which the JDK does not have");
        } else {
            talksOver(kind, "ipc://@" + folder + "/ours", "ipc://@" + folder + "/libzmqs");
            assertThat(folder).isEmptyDirectory();
        }
    }

    @ParameterizedTest
    @MethodSource("available")
    void talksWithinTheJvm(IoKind kind) {
        try (ZmtpTransport transport = ZmtpTransport.create(1, kind);
                OwnStation router = OwnStation.of(Pair.DEALER_ROUTER.answerer, SocketOptions.on(transport));
                OwnStation dealer = OwnStation.of(Pair.DEALER_ROUTER.asker, SocketOptions.on(transport))) {
            dealer.connect(OwnStation.done(router.socket().bind("inproc://" + kind)).toString());
            Pair.DEALER_ROUTER.talk(dealer, router, dealer);
        }
    }

    @ParameterizedTest
    @MethodSource("available")
    void sendsDatagrams(IoKind kind) {
        Recorder heard = new Recorder();
        try (ZmtpTransport transport = ZmtpTransport.create(1, kind);
                ZmtpRadio radio = ZmtpRadio.open(SocketOptions.on(transport), PeerListener.NONE);
                ZmtpDish dish = ZmtpDish.open(SocketOptions.on(transport), heard)) {
            dish.join("g");
            radio.connect(OwnStation.done(dish.bind("udp://127.0.0.1:*")).toString());
            radio.send("g", ZmtpMessage.copyOf(new byte[9000]));
            radio.send("g", ZmtpMessage.ofUtf8("hello"));
            assertThat(heard.text()).isEqualTo("g|hello");
            assertThat(radio.dropped()).isOne();
        }
    }

    private static void talksOver(IoKind kind, String ours, String libzmqs) {
        try (ZmtpTransport transport = ZmtpTransport.create(1, kind);
                LibzmqPeer libzmq = LibzmqPeer.start();
                OwnStation client = OwnStation.of(Pair.CLIENT_SERVER.asker, SocketOptions.on(transport));
                LibzmqStation server = LibzmqStation.of(libzmq, Pair.CLIENT_SERVER.answerer);
                OwnStation router = OwnStation.of(Pair.DEALER_ROUTER.answerer, SocketOptions.on(transport));
                Station dealer = LibzmqStation.of(libzmq, Pair.DEALER_ROUTER.asker)) {
            dealer.connect(OwnStation.done(router.socket().bind(ours)).toString());
            Pair.DEALER_ROUTER.talk(dealer, router, dealer);
            client.connect(server.socket().bind(libzmqs));
            Pair.CLIENT_SERVER.talk(client, server, client);
        }
    }
}
