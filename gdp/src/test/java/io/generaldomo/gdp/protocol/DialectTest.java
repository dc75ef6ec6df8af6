package io.generaldomo.gdp.protocol;

import static io.generaldomo.gdp.protocol.Direction.FROM_BROKER;
import static io.generaldomo.gdp.protocol.Direction.TO_BROKER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.generaldomo.gdp.GdpException;
import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.protocol.Command.ClientReply;
import io.generaldomo.gdp.protocol.Command.ClientRequest;
import io.generaldomo.gdp.protocol.Command.Disconnect;
import io.generaldomo.gdp.protocol.Command.Heartbeat;
import io.generaldomo.gdp.protocol.Command.WorkerReady;
import io.generaldomo.gdp.protocol.Command.WorkerReply;
import io.generaldomo.gdp.protocol.Command.WorkerRequest;
import io.generaldomo.zmtp.ZmtpMessage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each command of the two dialects against frames derived by hand from mdp-dialects.md, 1.1 and 1.5. */
class DialectTest {
    private static final PooledByteBufAllocator ALLOCATOR = PooledByteBufAllocator.DEFAULT;
    private static final String ADDRESS = "\0\u0001\u0002\u00FF";

    /** A command as text, the way it goes, and its frames after the leading empty one. */
    record Vector(String command, Direction direction, String... frames) {
        @Override
        public String toString() {
            return command + " " + direction;
        }
    }

    static Stream<Vector> vectors() {
        String large = "x".repeat(255);
        return Stream.of(
                new Vector("request echo [a, bc]", TO_BROKER, "MDPC01", "echo", "a", "bc"),
                new Vector("request echo []", TO_BROKER, "MDPC01", "echo", ""),
                new Vector("request echo [, ]", TO_BROKER, "MDPC01", "echo", "", ""),
                new Vector("request echo [" + large + ", z]", TO_BROKER, "MDPC01", "echo", large, "z"),
                new Vector("reply echo [a, bc]", FROM_BROKER, "MDPC01", "echo", "a", "bc"),
                new Vector("ready echo", TO_BROKER, "MDPW01", "\u0001", "echo"),
                new Vector("work 000102ff [a, bc]", FROM_BROKER, "MDPW01", "\u0002", ADDRESS, "", "a", "bc"),
                new Vector("work 000102ff []", FROM_BROKER, "MDPW01", "\u0002", ADDRESS, "", ""),
                new Vector("done 000102ff [a, bc]", TO_BROKER, "MDPW01", "\u0003", ADDRESS, "", "a", "bc"),
                new Vector("done 000102ff [" + large.repeat(5) + "]", TO_BROKER, "MDPW01", "\u0003", ADDRESS, "", large.repeat(5)),
                new Vector("heartbeat", TO_BROKER, "MDPW01", "\u0004"),
                new Vector("heartbeat", FROM_BROKER, "MDPW01", "\u0004"),
                new Vector("disconnect", TO_BROKER, "MDPW01", "\u0005"),
                new Vector("disconnect", FROM_BROKER, "MDPW01", "\u0005"));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void MDP_01_reads_and_writes(Vector vector) {
        ZmtpMessage message = Frames.multipart(delimited(vector.frames()));
        assertThat(DialectDetector.detect(message)).isEqualTo(Dialect.MDP_01);
        assertThat(readAndRelease(message, Dialect.MDP_01, vector.direction())).isEqualTo(vector.command());

        Command command = Dialect.MDP_01.decode(Frames.multipart(delimited(vector.frames())), vector.direction());
        assertThat(Frames.texts(Dialect.MDP_01.encode(command, ALLOCATOR))).containsExactly(delimited(vector.frames()));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void GDP_reads_and_writes(Vector vector) {
        byte[] packed = Frames.pack(vector.frames());
        ZmtpMessage message = ZmtpMessage.of(Frames.pooled(packed));
        assertThat(DialectDetector.detect(message)).isEqualTo(Dialect.GDP);
        assertThat(readAndRelease(message, Dialect.GDP, vector.direction())).isEqualTo(vector.command());

        Command command = Dialect.GDP.decode(ZmtpMessage.of(Frames.pooled(packed)), vector.direction());
        ZmtpMessage written = Dialect.GDP.encode(command, ALLOCATOR);
        assertThat(written.bytes(0)).isEqualTo(packed);
        written.release();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void either_dialect_carries_what_the_other_brought(Vector vector) {
        Command toPack = Dialect.MDP_01.decode(Frames.multipart(delimited(vector.frames())), vector.direction());
        ZmtpMessage packed = Dialect.GDP.encode(toPack, ALLOCATOR);
        assertThat(packed.bytes(0)).isEqualTo(Frames.pack(vector.frames()));

        ZmtpMessage unpacked = Dialect.MDP_01.encode(Dialect.GDP.decode(packed, vector.direction()), ALLOCATOR);
        assertThat(Frames.texts(unpacked)).containsExactly(delimited(vector.frames()));
        assertThat(packed.refCnt()).isZero();
    }

    @Test
    void GDP_octets_of_a_request_and_of_a_worker_request() {
        assertThat(readAndRelease(Frames.singlePart("06 4D4450433031 04 6563686F 01 61"), Dialect.GDP, TO_BROKER)).isEqualTo("request echo [a]");
        Command work = new WorkerRequest(Address.ofToken(0x010203FF), Body.of(GdpMessage.ofUtf8("a", "")));
        assertThat(Frames.hex(Dialect.GDP.encode(work, ALLOCATOR))).isEqualTo("06" + "4d4450573031" + "0102" + "04010203ff" + "00" + "0161" + "00");
    }

    @Test
    void GDP_takes_the_long_form_for_small_frames() {
        ZmtpMessage message = Frames.singlePart("FF 00000006 4D4450433031  FF 00000004 6563686F  FF 00000001 61  FF 00000000");
        assertThat(DialectDetector.detect(message)).isEqualTo(Dialect.GDP);
        assertThat(readAndRelease(message, Dialect.GDP, TO_BROKER)).isEqualTo("request echo [a, ]");
    }

    @Test
    void a_body_without_frames_is_read_and_goes_on_as_one_empty_frame() {
        for (ZmtpMessage message : List.of(Frames.multipart("", "MDPC01", "echo"), Frames.singlePart("06 4D4450433031 04 6563686F"))) {
            Dialect dialect = DialectDetector.detect(message);
            ClientRequest request = (ClientRequest) dialect.decode(message, TO_BROKER);
            assertThat(request.body().size()).isZero();
            ZmtpMessage written = Dialect.MDP_01.encode(new WorkerRequest(Address.ofToken(1), request.body().retain()), ALLOCATOR);
            assertThat(Frames.texts(written)).containsExactly("", "MDPW01", "\u0002", "\0\0\0\u0001", "", "");
            assertThat(Frames.hex(Dialect.GDP.encode(request, ALLOCATOR))).isEqualTo("06" + "4d4450433031" + "04" + "6563686f" + "00");
            assertThat(request.body().refCnt()).isZero();
        }
        Command done = Dialect.MDP_01.decode(Frames.multipart("", "MDPW01", "\u0003", ADDRESS, ""), TO_BROKER);
        assertThat(describe(done)).isEqualTo("done 000102ff []");
        done.release();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void GDP_every_truncation_costs_one_exception_and_no_buffer(Vector vector) {
        byte[] packed = Frames.pack(vector.frames());
        List<Integer> whole = new ArrayList<>();
        for (int end = 0, frame = 0; frame < vector.frames().length; frame++) {
            end += Frames.pack(vector.frames()[frame]).length;
            whole.add(end);
        }
        int head = vector.frames()[0].equals("MDPC01") ? 2 : vector.frames().length > 3 ? 4 : vector.frames().length;
        for (int length = 0; length < packed.length; length++) {
            ZmtpMessage cut = ZmtpMessage.of(Frames.pooled(Arrays.copyOf(packed, length)));
            ByteBuf part = cut.part(0);
            if (whole.indexOf(length) + 1 >= head) {
                // Cut between two frames of the body: a shorter message, as legal as the whole one.
                Dialect.GDP.decode(cut, vector.direction()).release();
            } else {
                assertMalformed(Dialect.GDP, cut, vector.direction());
            }
            assertThat(part.refCnt()).as("cut at %d", length).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "FF", "FF 0000", "FF FFFFFFFF", "FF 80000000 4D", "06 4D44504330", "FE 00", "00", "06 4D4450433031", "06 4D4450433031 04 656368",
        "06 4D4450433031 04 6563686F FF", "06 4D4450433031 04 6563686F FF 0000", "06 4D4450433031 04 6563686F FF FFFFFFFF 61",
        "06 4D4450433031 04 6563686F 02 61", "06 4D4450433031 00", "00 06 4D4450433031 04 6563686F", "06 4D4450433032 04 6563686F 01 61",
        "07 4D445043303100 04 6563686F", "05 4D44504330 04 6563686F"
    })
    void GDP_refuses_malformed_packing(String hex) {
        assertMalformed(Dialect.GDP, Frames.singlePart(hex), TO_BROKER);
    }

    @Test
    void GDP_refuses_more_frames_than_a_body_may_have() {
        String[] frames = new String[2 + Body.MAX_FRAMES];
        Arrays.fill(frames, "");
        frames[0] = "MDPC01";
        frames[1] = "echo";
        Dialect.GDP.decode(ZmtpMessage.of(Frames.pooled(Frames.pack(frames))), TO_BROKER).release();
        Dialect.MDP_01.decode(Frames.multipart(delimited(frames)), TO_BROKER).release();
        String[] more = Arrays.copyOf(frames, frames.length + 1);
        more[frames.length] = "";
        assertMalformed(Dialect.GDP, ZmtpMessage.of(Frames.pooled(Frames.pack(more))), TO_BROKER);
        assertMalformed(Dialect.MDP_01, Frames.multipart(delimited(more)), TO_BROKER);
    }

    static Stream<List<String>> malformed() {
        String tooLong = "n".repeat(256);
        return Stream.of(
                List.of("MDPC01"),
                List.of("MDPC01", ""),
                List.of("MDPC01", tooLong, "body"),
                List.of("MDPC1", "echo", "body"),
                List.of("MDPC011", "echo", "body"),
                List.of("mdpc01", "echo", "body"),
                List.of("MDPC02", "\u0001", "echo", "body"),
                List.of("MDPX01", "echo"),
                List.of("", "MDPC01", "echo"),
                List.of("MDPW01"),
                List.of("MDPW01", ""),
                List.of("MDPW01", "\0"),
                List.of("MDPW01", "\u0006"),
                List.of("MDPW01", "\u00FF"),
                List.of("MDPW01", "\u0001"),
                List.of("MDPW01", "\u0001", ""),
                List.of("MDPW01", "\u0001", tooLong),
                List.of("MDPW01", "\u0001", "echo", ""),
                List.of("MDPW01", "\u0001\u0001", "echo"),
                List.of("MDPW01", "\u0002"),
                List.of("MDPW01", "\u0002", ADDRESS),
                List.of("MDPW01", "\u0002", "", "", "body"),
                List.of("MDPW01", "\u0002", tooLong, "", "body"),
                List.of("MDPW01", "\u0002", ADDRESS, "x", "body"),
                List.of("MDPW01", "\u0003"),
                List.of("MDPW01", "\u0003", ADDRESS),
                List.of("MDPW01", "\u0003", "", "", "body"),
                List.of("MDPW01", "\u0003", tooLong, "", "body"),
                List.of("MDPW01", "\u0003", ADDRESS, "body"),
                List.of("MDPW01", "\u0004", ""),
                List.of("MDPW01", "\u0004", "x"),
                List.of("MDPW01", "\u0005", ""));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void both_refuse_malformed_frames_either_way(List<String> frames) {
        String[] array = frames.toArray(String[]::new);
        for (Direction direction : Direction.values()) {
            assertMalformed(Dialect.MDP_01, Frames.multipart(delimited(array)), direction);
            assertMalformed(Dialect.GDP, ZmtpMessage.of(Frames.pooled(Frames.pack(array))), direction);
        }
    }

    @Test
    void commands_go_one_way_only() {
        assertMalformed(Dialect.MDP_01, Frames.multipart("", "MDPW01", "\u0001", "echo"), FROM_BROKER);
        assertMalformed(Dialect.MDP_01, Frames.multipart("", "MDPW01", "\u0002", ADDRESS, "", "a"), TO_BROKER);
        assertMalformed(Dialect.MDP_01, Frames.multipart("", "MDPW01", "\u0003", ADDRESS, "", "a"), FROM_BROKER);
    }

    @Test
    void MDP_01_needs_the_empty_frame_in_front_and_GDP_a_single_part() {
        assertMalformed(Dialect.MDP_01, Frames.multipart("MDPC01", "echo", "a"), TO_BROKER);
        assertMalformed(Dialect.MDP_01, Frames.multipart("x", "MDPC01", "echo", "a"), TO_BROKER);
        assertMalformed(Dialect.MDP_01, Frames.multipart(""), TO_BROKER);
        assertMalformed(Dialect.GDP, Frames.multipart("MDPC01", "echo"), TO_BROKER);
    }

    @Test
    void the_detector_names_no_dialect_for_anything_else() {
        for (ZmtpMessage message : List.of(
                Frames.multipart(""), Frames.multipart("MDPC01"), Frames.multipart("", ""), Frames.multipart("", "MDPC02", "echo"),
                Frames.multipart("x", "MDPC01", "echo"), Frames.singlePart("FF"), Frames.singlePart("06 4D"), Frames.singlePart("AAA5 04"))) {
            assertThatThrownBy(() -> DialectDetector.detect(message)).isInstanceOf(GdpException.class);
            assertThat(message.refCnt()).isEqualTo(1);
            message.release();
        }
    }

    private static void assertMalformed(Dialect dialect, ZmtpMessage message, Direction direction) {
        ByteBuf first = message.part(0);
        ByteBuf last = message.part(message.size() - 1);
        assertThatThrownBy(() -> dialect.decode(message, direction)).isInstanceOfSatisfying(
                GdpException.class, e -> assertThat(e.reason()).isEqualTo(GdpException.Reason.MALFORMED));
        assertThat(message.refCnt()).isZero();
        assertThat(first.refCnt()).isZero();
        assertThat(last.refCnt()).isZero();
    }

    private static String readAndRelease(ZmtpMessage message, Dialect dialect, Direction direction) {
        List<ByteBuf> parts = new ArrayList<>();
        for (int i = 0; i < message.size(); i++) {
            parts.add(message.part(i));
        }
        Command command = dialect.decode(message, direction);
        String text = describe(command);
        command.release();
        assertThat(parts).allSatisfy(part -> assertThat(part.refCnt()).isZero());
        return text;
    }

    private static String describe(Command command) {
        if (command instanceof ClientRequest c) {
            return "request " + c.service() + " " + texts(c.body());
        } else if (command instanceof ClientReply c) {
            return "reply " + c.service() + " " + texts(c.body());
        } else if (command instanceof WorkerReady c) {
            return "ready " + c.service();
        } else if (command instanceof WorkerRequest c) {
            return "work " + c.address() + " " + texts(c.body());
        } else if (command instanceof WorkerReply c) {
            return "done " + c.address() + " " + texts(c.body());
        }
        return command instanceof Heartbeat ? "heartbeat" : command instanceof Disconnect ? "disconnect" : "?";
    }

    private static List<String> texts(Body body) {
        GdpMessage message = body.toGdpMessage();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < message.size(); i++) {
            texts.add(message.utf8(i));
        }
        return texts;
    }

    private static String[] delimited(String... frames) {
        String[] all = new String[frames.length + 1];
        all[0] = "";
        System.arraycopy(frames, 0, all, 1, frames.length);
        return all;
    }
}
