package io.generaldomo.gdp.protocol;

import static io.generaldomo.gdp.protocol.Direction.FROM_BROKER;
import static io.generaldomo.gdp.protocol.Direction.TO_BROKER;
import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.ServiceName;
import io.generaldomo.gdp.protocol.Command.ClientReply;
import io.generaldomo.gdp.protocol.Command.ClientRequest;
import io.generaldomo.gdp.protocol.Command.WorkerReady;
import io.generaldomo.gdp.protocol.Command.WorkerReply;
import io.generaldomo.gdp.protocol.Command.WorkerRequest;
import io.generaldomo.zmtp.ZmtpMessage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a client of one dialect and a worker of another exchange, over a broker that does no more than gdp.md, section 10, asks of the codecs. */
class BridgingTest {
    private static final int ROUNDS = 15;
    private static final int[] LENGTHS = {0, 1, 2, 6, 253, 254, 255, 256, 1023, 1024, 1025, 5000};

    private final List<ByteBuf> buffers = new ArrayList<>();

    static Stream<Arguments> pairs() {
        return Stream.of(Dialect.values()).flatMap(client -> Stream.of(Dialect.values()).map(worker -> Arguments.of(client, worker)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void requests_and_replies_cross_unchanged(Dialect client, Dialect worker) {
        Random random = new Random(client.ordinal() * 31L + worker.ordinal());
        for (int round = 0; round < ROUNDS; round++) {
            ServiceName service = ServiceName.of(octets(random, 1 + random.nextInt(255)));
            Address address = Address.of(octets(random, 1 + random.nextInt(255)));
            GdpMessage asked = message(random);

            ClientRequest request = carry(client, new ClientRequest(service, body(asked)), TO_BROKER, ClientRequest.class);
            assertThat(request.service()).isEqualTo(service);
            // Waiting in a queue must not make a difference.
            Body waited = random.nextBoolean() ? request.body().compacted() : request.body();
            WorkerRequest work = carry(worker, new WorkerRequest(address, waited), FROM_BROKER, WorkerRequest.class);
            assertThat(work.address()).isEqualTo(address);
            assertThat(work.body().toGdpMessage()).isEqualTo(asked);

            WorkerReply answer = carry(worker, new WorkerReply(work.address(), work.body()), TO_BROKER, WorkerReply.class);
            assertThat(answer.address()).isEqualTo(address);
            ClientReply reply = carry(client, new ClientReply(service, answer.kind(), answer.body()), FROM_BROKER, ClientReply.class);
            assertThat(reply.service()).isEqualTo(service);
            assertThat(reply.kind()).isEqualTo(client.replies() == Replies.UNMARKED ? ReplyKind.REPORT : ReplyKind.FINAL);
            assertThat(reply.body().toGdpMessage()).isEqualTo(asked);
            reply.release();

            WorkerReady ready = carry(worker, new WorkerReady(service), TO_BROKER, WorkerReady.class);
            assertThat(ready.service()).isEqualTo(service);
            assertThat(buffers).allSatisfy(buffer -> assertThat(buffer.refCnt()).isZero());
            buffers.clear();
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void streamed_replies_become_what_the_client_has_for_them(Dialect client, Dialect worker) {
        if (worker.replies() == Replies.ONE) {
            return;
        }
        ServiceName service = ServiceName.of("echo");
        List<Body> kept = new ArrayList<>();
        List<String> received = new ArrayList<>();
        boolean ended = false;
        List<Body> replies = List.of(
                body(GdpMessage.ofUtf8("a", "b")), body(GdpMessage.ofUtf8("")), body(GdpMessage.EMPTY), body(GdpMessage.ofUtf8("c")));
        for (int i = 0; i < replies.size(); i++) {
            ReplyKind sent = i == replies.size() - 1 ? ReplyKind.FINAL : ReplyKind.PARTIAL;
            WorkerReply reply = carry(worker, new WorkerReply(Address.ofToken(1), sent, replies.get(i)), TO_BROKER, WorkerReply.class);
            if (ended) {
                reply.release();
            } else if (!client.replies().take(reply.kind())) {
                kept.add(reply.body().compacted());
            } else {
                ended = client.replies().endWith(reply.kind());
                kept.add(reply.body());
                Body joined = Body.join(kept);
                kept.clear();
                ZmtpMessage toClient = client.encode(new ClientReply(service, reply.kind(), joined), PooledByteBufAllocator.DEFAULT);
                received.add(Commands.read(client, toClient, FROM_BROKER));
            }
        }
        String[] expected = {"client REPORT echo [a, b]", "client REPORT echo []", "client REPORT echo []", "client REPORT echo [c]"};
        if (worker.replies() == Replies.UNMARKED && client.replies() != Replies.UNMARKED) {
            expected = new String[] {"client FINAL echo [a, b]"};
        } else if (client.replies() == Replies.ONE) {
            expected = new String[] {"client FINAL echo [a, b, , , c]"};
        } else if (client.replies() == Replies.MARKED) {
            expected = new String[] {"client PARTIAL echo [a, b]", "client PARTIAL echo []", "client PARTIAL echo []", "client FINAL echo [c]"};
        }
        assertThat(received).containsExactly(expected);
        assertThat(ended).as("only between two that mark no end is there none")
                .isEqualTo(client.replies() != Replies.UNMARKED || worker.replies() != Replies.UNMARKED);
        assertThat(buffers).allSatisfy(buffer -> assertThat(buffer.refCnt()).isZero());
    }

    /** Over the wire once. */
    private <C extends Command> C carry(Dialect dialect, Command command, Direction direction, Class<C> type) {
        ZmtpMessage message = dialect.encode(command, PooledByteBufAllocator.DEFAULT);
        // As a peer's decoder would deliver it: in buffers of its own.
        List<ByteBuf> received = new ArrayList<>();
        for (int i = 0; i < message.size(); i++) {
            received.add(Frames.pooled(message.bytes(i)));
        }
        message.release();
        buffers.addAll(received);
        ZmtpMessage delivered = ZmtpMessage.of(received);
        assertThat(DialectDetector.detect(delivered)).isEqualTo(dialect);
        return type.cast(dialect.decode(delivered, direction));
    }

    private Body body(GdpMessage message) {
        ByteBuf[] parts = new ByteBuf[message.size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = Frames.pooled(message.frame(i));
            buffers.add(parts[i]);
        }
        return Body.ofParts(parts);
    }

    private static GdpMessage message(Random random) {
        byte[][] frames = new byte[1 + random.nextInt(4)][];
        for (int i = 0; i < frames.length; i++) {
            frames[i] = octets(random, LENGTHS[random.nextInt(LENGTHS.length)]);
        }
        return GdpMessage.wrap(frames);
    }

    private static byte[] octets(Random random, int length) {
        byte[] octets = new byte[length];
        random.nextBytes(octets);
        return octets;
    }
}
