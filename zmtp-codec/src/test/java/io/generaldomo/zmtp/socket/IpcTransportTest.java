package io.generaldomo.zmtp.socket;

import static io.generaldomo.zmtp.socket.OwnStation.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.zmtp.transport.Endpoint;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sockets over Unix domain sockets. */
class IpcTransportTest extends TransportTests {
    @TempDir
    private static Path folder;

    private int number;

    /** As libzmq has it: a new path each time, which the endpoint that was bound tells. */
    @Test
    void anyPathIsANewOneAsLongAsItIsBound() {
        Path first;
        try (OwnStation one = OwnStation.of(Pair.DEALER_ROUTER.answerer, SocketOptions.on(transport()));
                OwnStation other = OwnStation.of(Pair.DEALER_ROUTER.answerer, SocketOptions.on(transport()));
                OwnStation client = OwnStation.of(Pair.DEALER_ROUTER.asker, SocketOptions.on(transport()))) {
            Endpoint bound = done(one.socket().bind("ipc://*"));
            first = Path.of(bound.path());
            assertThat(first).exists().hasParent(Path.of(System.getProperty("java.io.tmpdir")));
            assertThat(done(other.socket().bind("ipc://*"))).isNotEqualTo(bound);
            client.connect(bound.toString());
            TransportContract.talk(Pair.DEALER_ROUTER, client, one);
        }
        assertThat(first).doesNotExist();
    }

    @Override
    public String free() {
        return "ipc://" + folder.resolve("socket" + number++);
    }
}
