package io.generaldomo.gdp.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.gdp.GdpException;
import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.spec.Expectation;
import io.generaldomo.spec.GoldenVector;
import io.generaldomo.spec.GoldenVectors;
import io.generaldomo.spec.Layer;
import io.generaldomo.spec.Position;
import io.generaldomo.zmtp.ZmtpMessage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Octets that other implementations sent: read, written again, cut at each octet. */
class GoldenVectorsTest {
    static Stream<GoldenVector> commands() {
        return GoldenVectors.all().stream()
                .filter(vector -> vector.layer() == Layer.MAJORDOMO && vector.stands() == Position.TRAFFIC)
                .filter(vector -> !vector.group().startsWith("malformed-"));
    }

    static Stream<GoldenVector> packings() {
        return Stream.of("mme", "malformed-mme").flatMap(group -> GoldenVectors.group(group).stream());
    }

    static Stream<GoldenVector> hostile() {
        return GoldenVectors.all().stream()
                .filter(vector -> vector.layer() == Layer.MAJORDOMO && vector.group().startsWith("malformed-"))
                .filter(vector -> !vector.group().equals("malformed-mme"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void commands_are_read_and_written_as_their_implementation_sent_them(GoldenVector vector) {
        List<byte[]> parts = parts(vector.bytes());
        ZmtpMessage message = message(parts);
        Dialect dialect = DialectDetector.detect(message);
        assertThat(dialect).isEqualTo(dialect(vector));
        Command command = dialect.decode(message, direction(vector));
        ZmtpMessage written = dialect.encode(command, PooledByteBufAllocator.DEFAULT);
        assertThat(message.refCnt()).isZero();
        if (vector.name().endsWith("-no-frames")) {
            parts.add(new byte[0]); // a body without frames is taken, and sent as one empty frame (gdp.md, 10.4)
        }
        assertThat(written.size()).isEqualTo(parts.size());
        for (int i = 0; i < parts.size(); i++) {
            assertThat(written.bytes(i)).isEqualTo(parts.get(i));
        }
        written.release();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void commands_are_the_same_after_a_way_through_any_other_dialect(GoldenVector vector) {
        List<byte[]> parts = parts(vector.bytes());
        Dialect from = dialect(vector);
        for (Dialect to : Dialect.values()) {
            Command command = from.decode(message(parts), direction(vector));
            if (!hasAWordFor(command, to)) {
                command.release();
                continue;
            }
            ZmtpMessage bridged = to.encode(command, PooledByteBufAllocator.DEFAULT);
            ZmtpMessage back = from.encode(to.decode(bridged, direction(vector)), PooledByteBufAllocator.DEFAULT);
            for (int i = 0; i < parts.size(); i++) {
                assertThat(back.bytes(i)).isEqualTo(parts.get(i));
            }
            back.release();
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void row_29_commands_cut_anywhere_cost_one_exception_at_most(GoldenVector vector) {
        List<byte[]> parts = parts(vector.bytes());
        for (int part = 0; part < parts.size(); part++) {
            for (int length = 0; length < parts.get(part).length; length++) {
                List<byte[]> cut = new ArrayList<>(parts.subList(0, part));
                cut.add(Arrays.copyOf(parts.get(part), length));
                readWhateverItIs(message(cut), direction(vector));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("packings")
    void packings_are_read_as_their_vector_says(GoldenVector vector) {
        ByteBuf packed = Frames.pooled(vector.bytes());
        boolean accepted;
        GdpMessage frames = GdpMessage.EMPTY;
        try {
            Body body = Body.ofPacked(Packing.MME, packed);
            accepted = true;
            frames = body.toGdpMessage();
            body.release();
        } catch (GdpException malformed) {
            accepted = false;
        }
        assertThat(accepted).isEqualTo(vector.expectation() == Expectation.ACCEPT);
        assertThat(packed.refCnt()).isZero();
        if (vector.group().equals("mme")) {
            assertThat(pack(frames)).as("packed as CZMQ packs it").isEqualTo(vector.bytes());
        }
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostile_messages_are_taken_as_their_vector_says(GoldenVector vector) {
        List<byte[]> parts = vector.stands() == Position.PART ? List.of(vector.bytes()) : parts(vector.bytes());
        assertThat(readWhateverItIs(message(parts), direction(vector)))
                .isEqualTo(vector.expectation() == Expectation.ACCEPT);
    }

    /** A partial reply needs a dialect that marks the end, to come back as one: through libmdp's it becomes a report. */
    private static boolean hasAWordFor(Command command, Dialect dialect) {
        if (command instanceof Command.ClientReply reply) {
            return reply.kind() != ReplyKind.PARTIAL || dialect.replies() == Replies.MARKED;
        }
        if (command instanceof Command.WorkerReply reply) {
            return reply.kind() != ReplyKind.PARTIAL || dialect.replies() == Replies.MARKED;
        }
        return dialect.hasNak() || !(command instanceof Command.ClientNak);
    }

    /** Whether a message is a command; leaves no buffer alive in either case. */
    private static boolean readWhateverItIs(ZmtpMessage message, Direction direction) {
        List<ByteBuf> buffers = new ArrayList<>();
        for (int i = 0; i < message.size(); i++) {
            buffers.add(message.part(i));
        }
        boolean accepted = false;
        try {
            Dialect dialect = DialectDetector.detect(message);
            dialect.decode(message.retain(), direction).release();
            accepted = true;
        } catch (GdpException malformed) {
            assertThat(malformed.reason()).isEqualTo(GdpException.Reason.MALFORMED);
        }
        assertThat(message.refCnt()).isEqualTo(1);
        message.release();
        assertThat(buffers).allSatisfy(buffer -> assertThat(buffer.refCnt()).isZero());
        return accepted;
    }

    private static byte[] pack(GdpMessage frames) {
        PackedWriter writer = new PackedWriter(Packing.MME, PooledByteBufAllocator.DEFAULT);
        Body body = Body.of(frames);
        writer.frames(body);
        body.release();
        ZmtpMessage message = writer.finish();
        byte[] packed = message.bytes(0);
        message.release();
        return packed;
    }

    private static Dialect dialect(GoldenVector vector) {
        return switch (vector.group()) {
            case "mdp01", "mdp01-guide" -> Dialect.MDP_01;
            case "mdp02" -> Dialect.MDP_02;
            case "zproto" -> Dialect.MDP_02_ZPROTO;
            case "mdp0x" -> Dialect.MDP_0X;
            case "gdp" -> Dialect.GDP;
            case "gdp-le32" -> Dialect.GDP_LE32;
            case "gdp-be32" -> Dialect.GDP_BE32;
            case "mdp02-packed" -> Dialect.GDP_02;
            default -> throw new AssertionError("no dialect is known for vectors of " + vector.group());
        };
    }

    private static Direction direction(GoldenVector vector) {
        return vector.name().startsWith("broker-") ? Direction.FROM_BROKER : Direction.TO_BROKER;
    }

    private static ZmtpMessage message(List<byte[]> parts) {
        return ZmtpMessage.of(parts.stream().map(Frames::pooled).toList());
    }

    /** The parts of one message, out of the ZMTP frames that carry them: flags, size, octets (23/ZMTP). */
    private static List<byte[]> parts(byte[] wire) {
        ByteBuf in = Unpooled.wrappedBuffer(wire);
        List<byte[]> parts = new ArrayList<>();
        while (in.isReadable()) {
            int flags = in.readByte();
            int size = (flags & 2) == 0 ? in.readUnsignedByte() : Math.toIntExact(in.readLong());
            byte[] part = new byte[size];
            in.readBytes(part);
            parts.add(part);
        }
        return parts;
    }
}
