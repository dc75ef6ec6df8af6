package io.generaldomo.gdp.protocol;

import static io.generaldomo.gdp.protocol.Direction.FROM_BROKER;
import static io.generaldomo.gdp.protocol.Direction.TO_BROKER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.ServiceName;
import io.generaldomo.gdp.protocol.Command.ClientNak;
import io.generaldomo.gdp.protocol.Command.ClientReply;
import io.generaldomo.gdp.protocol.Command.ClientRequest;
import io.generaldomo.gdp.protocol.Command.WorkerReply;
import io.generaldomo.gdp.protocol.Command.WorkerReady;
import io.generaldomo.gdp.protocol.Command.WorkerRequest;
import io.generaldomo.gdp.protocol.Command.WorkerReturn;
import io.generaldomo.zmtp.ZmtpMessage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each command of each dialect against frames derived by hand; what is whole but wrong is in {@link MalformedDialectTest}. */
class DialectTest {
    private static final PooledByteBufAllocator ALLOCATOR = PooledByteBufAllocator.DEFAULT;

    static Stream<Vector> vectors() {
        return Vector.all();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void commands_are_read(Vector vector) {
        assertThat(Commands.read(vector.dialect(), vector.message(), vector.direction())).isEqualTo(vector.command());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void commands_are_written(Vector vector) {
        ZmtpMessage expected = vector.message();
        List<ByteBuf> parts = Commands.parts(expected);
        Command command = vector.dialect().decode(vector.message(), vector.direction());
        assertThat(Frames.texts(vector.dialect().encode(command, ALLOCATOR))).isEqualTo(Frames.texts(expected));
        assertThat(parts).allSatisfy(part -> assertThat(part.refCnt()).isZero());
    }

    @Test
    void octets_of_a_request_in_each_packing() {
        ClientRequest request = new ClientRequest(ServiceName.of("echo"), Body.of(GdpMessage.ofUtf8("hi")));
        assertThat(encoded(Dialect.GDP, request)).isEqualTo("064d4450433031" + "046563686f" + "026869");
        assertThat(encoded(Dialect.GDP_LE32, request)).isEqualTo("060000004d4450433031" + "040000006563686f" + "020000006869");
        assertThat(encoded(Dialect.GDP_BE32, request)).isEqualTo("000000064d4450433031" + "000000046563686f" + "000000026869");
        assertThat(encoded(Dialect.GDP_02, request)).isEqualTo("064d4450433032" + "0101" + "046563686f" + "026869");
        request.release();
    }

    @Test
    void octets_of_what_GDP_03_has_beyond_the_others() {
        Body body = Body.of(GdpMessage.ofUtf8("hi"));
        Body answer = Body.of(GdpMessage.ofUtf8("hi"));
        assertThat(Frames.hex(Dialect.GDP_03.encode(new ClientRequest(ServiceName.of("echo"), 0xFE000102, body), ALLOCATOR)))
                .isEqualTo("06474450433033" + "0101" + "04fe000102" + "046563686f" + "026869");
        assertThat(Frames.hex(Dialect.GDP_03.encode(new ClientReply(ServiceName.of("echo"), 0xFE000102, ReplyKind.PARTIAL, answer), ALLOCATOR)))
                .isEqualTo("06474450433033" + "0102" + "04fe000102" + "046563686f" + "026869");
        assertThat(Frames.hex(Dialect.GDP_03.encode(new WorkerReady(ServiceName.of("echo"), 256), ALLOCATOR)))
                .isEqualTo("06474450573033" + "0101" + "046563686f" + "0400000100");
        assertThat(Frames.hex(Dialect.GDP_03.encode(new WorkerReturn(Address.ofToken(1)), ALLOCATOR)))
                .isEqualTo("06474450573033" + "0107" + "0400000001" + "00");
    }

    @Test
    void tickets_and_capacities_are_read_as_they_were_written() {
        for (int number : new int[] {1, 0xFE000102, Integer.MAX_VALUE, -1}) {
            ClientRequest request = new ClientRequest(ServiceName.of("echo"), number, Body.empty());
            assertThat(((ClientRequest) carried(request, TO_BROKER)).ticket()).isEqualTo(number);
            ClientReply reply = new ClientReply(ServiceName.of("echo"), number, ReplyKind.FINAL, Body.empty());
            assertThat(((ClientReply) carried(reply, FROM_BROKER)).ticket()).isEqualTo(number);
        }
        assertThat(carried(new WorkerReady(ServiceName.of("echo"), 7), TO_BROKER)).isEqualTo(new WorkerReady(ServiceName.of("echo"), 7));
        assertThat(carried(new WorkerReady(ServiceName.of("echo")), TO_BROKER)).isEqualTo(new WorkerReady(ServiceName.of("echo"), 1));
        WorkerReady more = (WorkerReady) Dialect.GDP_03.decode(
                Frames.singlePart("06 474450573033 01 01 04 6563686F 04 FFFFFFFF"), TO_BROKER);
        assertThat(more.capacity()).isEqualTo(Integer.MAX_VALUE);
    }

    private static Command carried(Command command, Direction direction) {
        Command read = Dialect.GDP_03.decode(Dialect.GDP_03.encode(command, ALLOCATOR), direction);
        read.release();
        return read;
    }

    @ParameterizedTest
    @EnumSource
    void RETURN_is_written_where_connections_are_shared(Dialect dialect) {
        if (!dialect.sharesConnections()) {
            assertThatThrownBy(() -> dialect.encode(new WorkerReturn(Address.ofToken(1)), ALLOCATOR)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void octets_of_a_worker_request() {
        Command work = new WorkerRequest(Address.ofToken(0x010203FF), Body.of(GdpMessage.ofUtf8("a", "")));
        assertThat(Frames.hex(Dialect.GDP.encode(work, ALLOCATOR))).isEqualTo("06" + "4d4450573031" + "0102" + "04010203ff" + "00" + "0161" + "00");
    }

    @Test
    void the_long_form_of_MME_is_taken_for_small_frames() {
        ZmtpMessage message = Frames.singlePart("FF 00000006 4D4450433031  FF 00000004 6563686F  FF 00000001 61  FF 00000000");
        assertThat(DialectDetector.detect(message)).isEqualTo(Dialect.GDP);
        assertThat(Commands.read(Dialect.GDP, message, TO_BROKER)).isEqualTo("request echo [a, ]");
    }

    @ParameterizedTest
    @EnumSource
    void a_body_without_frames_is_read_and_goes_on_as_one_empty_frame(Dialect dialect) {
        Vector work = Vector.of(dialect).filter(v -> v.command().startsWith("work 000102ff [a")).findFirst().orElseThrow();
        String[] head = Arrays.copyOf(work.frames(), work.head());
        WorkerRequest bodiless = (WorkerRequest) dialect.decode(Vector.message(dialect, head), FROM_BROKER);
        assertThat(bodiless.body().size()).isZero();
        Dialect other = Dialect.values()[(dialect.ordinal() + 1) % Dialect.values().length];
        for (Dialect to : List.of(dialect, other)) {
            ZmtpMessage written = to.encode(new WorkerRequest(bodiless.address(), bodiless.body().retain()), ALLOCATOR);
            assertThat(Commands.read(to, written, FROM_BROKER)).isEqualTo("work 000102ff []");
        }
        bodiless.release();
        assertThat(bodiless.body().refCnt()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void what_replies_a_dialect_has_is_what_it_writes(Dialect dialect) {
        for (ReplyKind kind : ReplyKind.values()) {
            ReplyKind asRead = kind;
            if (dialect.replies() == Replies.UNMARKED) {
                asRead = ReplyKind.REPORT;
            } else if (kind == ReplyKind.REPORT) {
                asRead = ReplyKind.FINAL;
            }
            Body body = Body.ofParts(Frames.pooled(new byte[] {'a'}));
            Command toClient = new ClientReply(ServiceName.of("echo"), kind, body.retain());
            Command toBroker = new WorkerReply(Address.ofToken(1), kind, body);
            if (dialect.replies().take(kind)) {
                assertThat(Commands.read(dialect, dialect.encode(toClient, ALLOCATOR), FROM_BROKER)).isEqualTo("client " + asRead + " echo [a]");
                assertThat(Commands.read(dialect, dialect.encode(toBroker, ALLOCATOR), TO_BROKER)).isEqualTo("worker " + asRead + " 00000001 [a]");
            } else {
                assertThatThrownBy(() -> dialect.encode(toClient, ALLOCATOR)).isInstanceOf(IllegalArgumentException.class);
                assertThatThrownBy(() -> dialect.encode(toBroker, ALLOCATOR)).isInstanceOf(IllegalArgumentException.class);
            }
            assertThat(body.refCnt()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void NAK_is_written_where_there_is_one(Dialect dialect) {
        Body body = Body.ofParts(Frames.pooled(new byte[] {'a'}));
        Command nak = new ClientNak(ServiceName.of("echo"), body);
        if (dialect.hasNak()) {
            assertThat(Commands.read(dialect, dialect.encode(nak, ALLOCATOR), FROM_BROKER)).isEqualTo("nak echo [a]");
        } else {
            assertThatThrownBy(() -> dialect.encode(nak, ALLOCATOR)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(body.refCnt()).isZero();
    }

    @Test
    void properties_of_the_dialects_are_those_of_the_table() {
        assertThat(Dialect.values()).filteredOn(d -> d.replies() == Replies.MARKED)
                .containsExactly(Dialect.MDP_02, Dialect.MDP_02_ZPROTO, Dialect.GDP_02, Dialect.GDP_03);
        assertThat(Dialect.values()).filteredOn(d -> d.replies() == Replies.UNMARKED).containsExactly(Dialect.MDP_0X);
        assertThat(Dialect.values()).filteredOn(Dialect::hasNak).containsExactly(Dialect.MDP_0X);
        assertThat(Dialect.values()).filteredOn(Dialect::workerTakesSeveral).containsExactly(Dialect.MDP_0X, Dialect.GDP_03);
        assertThat(Dialect.values()).filteredOn(Dialect::sharesConnections).containsExactly(Dialect.GDP_03);
        assertThat(Dialect.values()).filteredOn(Dialect::isSinglePart)
                .containsExactly(Dialect.GDP, Dialect.GDP_LE32, Dialect.GDP_BE32, Dialect.GDP_02, Dialect.GDP_03);
        assertThat(Dialect.values()).extracting(Dialect::toString).doesNotHaveDuplicates();
    }

    private static String encoded(Dialect dialect, ClientRequest request) {
        return Frames.hex(dialect.encode(new ClientRequest(request.service(), request.body().retain()), ALLOCATOR));
    }
}
