package io.generaldomo.zmtp.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpConfig;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.io.IOException;
import java.net.BindException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of a bound Unix domain socket: what is in its place, who may use it, and that it goes. */
class IpcFileTest {
    private final ZmtpTransport transport = ZmtpTransport.create(1, IoKind.NIO);

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        transport.close();
    }

    private Path path() {
        return folder.resolve("socket");
    }

    private ChannelFuture binding(ZmtpTransport with) {
        return with.bind(Endpoint.parse("ipc://" + path()), with.nextLoop(), ZmtpConfig.of(SocketType.ROUTER), ChannelInboundHandlerAdapter::new)
                .awaitUninterruptibly();
    }

    private void cannotBind(String why) {
        assertThat(binding(transport).cause()).isInstanceOf(BindException.class).hasMessageContaining(why);
    }

    @Test
    void goesWithItsChannel() {
        Channel bound = binding(transport).syncUninterruptibly().channel();
        assertThat(path()).exists();
        bound.close().syncUninterruptibly();
        assertThat(path()).doesNotExist();
    }

    @Test
    void goesWithItsTransport() {
        binding(transport).syncUninterruptibly();
        transport.close();
        assertThat(path()).doesNotExist();
    }

    @Test
    void isTheOwnersAlone() throws IOException {
        binding(transport).syncUninterruptibly();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path()))).isEqualTo("rw-------");
    }

    @Test
    void isForWhomTheOptionsName() throws IOException {
        binding(transport.with(TransportOptions.DEFAULT.withIpcPermissions(PosixFilePermissions.fromString("rw-rw----")))).syncUninterruptibly();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path()))).isEqualTo("rw-rw----");
    }

    /** The JDK leaves the file when its channel is closed, as a process does that dies. */
    @Test
    void takesThePlaceOfOneThatADeadProcessLeft() throws IOException {
        try (ServerSocketChannel dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            dead.bind(UnixDomainSocketAddress.of(path()));
        }
        assertThat(path()).exists();
        assertThat(binding(transport).cause()).isNull();
    }

    @Test
    void leavesOneThatSomebodyListensOn() throws IOException {
        try (ServerSocketChannel living = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            living.bind(UnixDomainSocketAddress.of(path()), 1);
            cannotBind("somebody listens on");
            cannotBind("somebody listens on"); // by now its queue is full
            cannotBind("somebody listens on");
            assertThat(path()).exists();
        }
    }

    @Test
    void leavesWhatIsNoSocket() throws IOException {
        Files.writeString(path(), "mine");
        cannotBind("is there already, and no socket");
        assertThat(path()).hasContent("mine");
        Files.delete(path());
        Files.createSymbolicLink(path(), folder.resolve("elsewhere"));
        cannotBind("is there already, and no socket");
    }

    @Test
    void saysThatThereAreNoAbstractNames() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> transport.bind(
                        Endpoint.parse("ipc://@name"), transport.nextLoop(), ZmtpConfig.of(SocketType.ROUTER), ChannelInboundHandlerAdapter::new))
                .withMessageContaining("ipc://@name is an abstract name")
                .withMessageContaining("netty-transport-native-epoll");
    }
}
