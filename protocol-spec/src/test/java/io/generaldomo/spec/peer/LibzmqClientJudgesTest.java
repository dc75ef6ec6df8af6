package io.generaldomo.spec.peer;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client finds what is wrong with a reply. The test is the broker: it sees the first request, and sends what it likes. */
@RequiresLibzmq
final class LibzmqClientJudgesTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String PARTIAL = "\u0002";
    private static final String FINAL = "\u0003";

    private LibzmqPeer peer;
    private LibzmqSocket router;
    private String endpoint;
    private byte[] client;
    private byte[] second;

    @BeforeEach
    void start() {
        peer = LibzmqPeer.start();
        router = peer.open(LibzmqSocketType.ROUTER);
        endpoint = router.bind("tcp://127.0.0.1:*");
    }

    @AfterEach
    void end() {
        peer.close();
    }

    private LibzmqClient ask(LibzmqDialect dialect, ExpectedReply expected) {
        LibzmqClient asking = peer.client(new ClientLoad(dialect, endpoint, "s", 1).beginning("r").expecting(expected).telling());
        List<byte[]> request = router.receive(SOON).frames();
        client = request.get(0);
        second = request.get(request.size() - 1);
        return asking;
    }

    private void answer(String command, Object... body) {
        byte[][] frames = new byte[4 + body.length][];
        frames[0] = client;
        frames[1] = "MDPC02".getBytes(US_ASCII);
        frames[2] = command.getBytes(US_ASCII);
        frames[3] = "s".getBytes(US_ASCII);
        for (int i = 0; i < body.length; i++) {
            frames[4 + i] = body[i] instanceof byte[] octets ? octets : body[i].toString().getBytes(US_ASCII);
        }
        router.send(frames);
    }

    @Test
    void theRightReply() {
        LibzmqClient asking = ask(LibzmqDialect.MDP_02, ExpectedReply.stream(2));
        answer(PARTIAL, "part 1 of 2", "r0");
        answer(PARTIAL, "part 2 of 2", "r0");
        answer(FINAL, "r0", second);
        assertThat(asking.await(SOON)).isEqualTo(new ClientTally(1, 1, 0, 0, 2, 0, 0, 0, 0, ""));
        assertThat(asking.awaitReply(SOON).pieces()).extracting(LibzmqReply.Piece::command).containsExactly("PARTIAL", "PARTIAL", "FINAL");
    }

    @Test
    void partsInAnotherOrder() {
        LibzmqClient asking = ask(LibzmqDialect.MDP_02, ExpectedReply.stream(2));
        answer(PARTIAL, "part 2 of 2", "r0");
        answer(PARTIAL, "part 1 of 2", "r0");
        answer(FINAL, "r0", second);
        assertThat(asking.await(SOON)).satisfies(tally -> {
            assertThat(tally.wrong()).isEqualTo(1);
            assertThat(tally.disordered()).isEqualTo(1);
            assertThat(tally.problem()).contains("disordered");
        });
    }

    @Test
    void partsThatAreMissing() {
        LibzmqClient asking = ask(LibzmqDialect.MDP_02, ExpectedReply.stream(2));
        answer(PARTIAL, "part 2 of 2", "r0");
        answer(FINAL, "r0", second);
        assertThat(asking.await(SOON)).satisfies(tally -> {
            assertThat(tally.wrong()).isEqualTo(1);
            assertThat(tally.incomplete()).isEqualTo(1);
        });
    }

    @Test
    void partsOfAnotherRequest() {
        LibzmqClient asking = ask(LibzmqDialect.MDP_02, ExpectedReply.stream(1));
        answer(PARTIAL, "part 1 of 1", "r1");
        answer(FINAL, "r0", second);
        assertThat(asking.await(SOON)).satisfies(tally -> {
            assertThat(tally.wrong()).isEqualTo(1);
            assertThat(tally.problem()).contains("odd");
        });
    }

    @Test
    void partsThatWereJoined() {
        LibzmqClient asking = ask(LibzmqDialect.MDP_02, ExpectedReply.joined(2));
        answer(FINAL, "part 1 of 2", "r0", "part 2 of 2", "r0", "r0", second);
        assertThat(asking.await(SOON)).isEqualTo(new ClientTally(1, 1, 0, 0, ""));
    }

    @Test
    void partsThatWereJoinedInAnotherOrder() {
        LibzmqClient asking = ask(LibzmqDialect.MDP_02, ExpectedReply.joined(2));
        answer(FINAL, "part 2 of 2", "r0", "part 1 of 2", "r0", "r0", second);
        assertThat(asking.await(SOON).wrong()).isEqualTo(1);
    }

    @Test
    void whatIsNoMessageToAClient() {
        LibzmqClient asking = ask(LibzmqDialect.MDP_02, ExpectedReply.echo());
        answer("\u0001", "r0", second);
        assertThat(asking.await(SOON).wrong()).isEqualTo(1);
        assertThat(asking.awaitReply(SOON).pieces()).extracting(LibzmqReply.Piece::command).containsExactly("UNREADABLE");
    }
}
