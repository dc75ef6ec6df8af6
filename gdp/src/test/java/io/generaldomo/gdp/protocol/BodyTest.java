package io.generaldomo.gdp.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.generaldomo.gdp.GdpException;
import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.ServiceName;
import io.generaldomo.zmtp.ZmtpMessage;
import io.netty.buffer.AdaptiveByteBufAllocator;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.CompositeByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

class BodyTest {
    private static final PooledByteBufAllocator ALLOCATOR = PooledByteBufAllocator.DEFAULT;

    @Test
    void holds_frames_in_any_form() {
        String[] frames = {"a", "", "x".repeat(300)};
        GdpMessage message = GdpMessage.ofUtf8(frames);
        Body parts = Body.of(message);
        Body packed = Body.ofPacked(Packing.MME, Frames.pooled(Frames.pack(frames)));
        Body little = Body.ofPacked(Packing.LE32, Frames.pooled(Frames.pack32(ByteOrder.LITTLE_ENDIAN, frames)));
        Body big = Body.ofPacked(Packing.BE32, Frames.pooled(Frames.pack32(ByteOrder.BIG_ENDIAN, frames)));
        for (Body body : List.of(parts, packed, little, big)) {
            assertThat(body.size()).isEqualTo(3);
            assertThat(body.toGdpMessage()).isEqualTo(message);
            assertThat(body.bytes(0)).containsExactly('a');
            assertThat(body.bytes(2)).hasSize(300);
            assertThatThrownBy(() -> body.bytes(3)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> body.bytes(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        }
        assertThat(parts.octets()).isEqualTo(301);
        assertThat(packed.octets()).isEqualTo(2 + 1 + 305);
        assertThat(little.octets()).isEqualTo(5 + 4 + 304);
        parts.release();
        packed.release();
        little.release();
        big.release();
        assertThat(packed.refCnt()).isZero();
    }

    @Test
    void may_have_no_frames() {
        Body packed = Body.ofPacked(Packing.MME, Frames.pooled(new byte[0]));
        Body empty = Body.empty();
        assertThat(packed.size()).isZero();
        assertThat(empty.octets()).isZero();
        assertThat(packed.intoParts()).isEmpty();
        assertThat(empty.intoParts()).isEmpty();
        assertThat(packed.refCnt()).isZero();
    }

    @Test
    void refuses_truncated_packing_and_releases_it() {
        ByteBuf truncated = Frames.pooled(Frames.octets("01 61 02 62"));
        assertThatThrownBy(() -> Body.ofPacked(Packing.MME, truncated)).isInstanceOf(GdpException.class);
        assertThat(truncated.refCnt()).isZero();
    }

    @Test
    void unpacks_without_copying() {
        ByteBuf packed = Frames.pooled(Frames.pack("ab", "c"));
        ByteBuf[] parts = Body.ofPacked(Packing.MME, packed).intoParts();
        packed.setByte(1, 'z');
        assertThat((char) parts[0].getByte(parts[0].readerIndex())).isEqualTo('z');
        assertThat(packed.refCnt()).isEqualTo(2);
        parts[0].release();
        parts[1].release();
        assertThat(packed.refCnt()).isZero();
    }

    @Test
    void shared_parts_have_indices_of_their_own() {
        ByteBuf part = Frames.pooled(Frames.octets("010203"));
        Body body = Body.ofParts(part);
        ByteBuf[] sent = body.retain().intoParts();
        sent[0].readerIndex(3);
        assertThat(body.bytes(0)).containsExactly(1, 2, 3);
        sent[0].release();
        ByteBuf[] own = body.intoParts();
        assertThat(own[0]).as("the last reference gives the buffer itself").isSameAs(part);
        assertThat(body.refCnt()).isZero();
        assertThat(part.refCnt()).isEqualTo(1);
        part.release();
    }

    @Test
    void packs_large_frames_without_copying() {
        ByteBuf large = Frames.pooled(new byte[PackedWriter.LONGEST_COPY + 1]);
        Command reply = new Command.ClientReply(ServiceName.of("s"), Body.ofParts(Frames.pooled(new byte[] {1}), large, Frames.pooled(new byte[] {2})));
        ZmtpMessage message = Dialect.GDP.encode(reply, ALLOCATOR);
        large.setByte(0, 42);
        assertThat(message.part(0)).isInstanceOf(CompositeByteBuf.class);
        byte[] octets = message.bytes(0);
        int at = 7 + 2 + 2;
        assertThat(octets[at]).isEqualTo((byte) 0xFF);
        assertThat(octets[at + 5]).isEqualTo((byte) 42);
        assertThat(octets).endsWith(1, 2).hasSize(at + 5 + PackedWriter.LONGEST_COPY + 1 + 2);
        assertThat(large.refCnt()).isEqualTo(1);
        message.release();
        assertThat(large.refCnt()).isZero();
    }

    @Test
    void joins_bodies_of_any_form_in_order_without_copying() {
        ByteBuf part = Frames.pooled(Frames.octets("61"));
        ByteBuf packed = Frames.pooled(Frames.pack("b", ""));
        ByteBuf little = Frames.pooled(Frames.pack32(ByteOrder.LITTLE_ENDIAN, "c"));
        Body shared = Body.ofParts(part);
        Body joined = Body.join(List.of(
                shared.retain(), Body.ofPacked(Packing.MME, packed), Body.empty(), Body.ofPacked(Packing.LE32, little), shared));
        packed.setByte(1, 'B');
        assertThat(joined.toGdpMessage()).isEqualTo(GdpMessage.ofUtf8("a", "B", "", "c", "a"));
        joined.release();
        assertThat(List.of(part, packed, little)).allSatisfy(buffer -> assertThat(buffer.refCnt()).isZero());
        Body nothing = Body.join(List.of());
        assertThat(nothing.size()).isZero();
        nothing.release();
    }

    @Test
    void forwards_packed_octets_untouched() {
        byte[] longForm = Frames.octets("FF 00000001 61");
        byte[] large = new byte[longForm.length + 2000 + 5];
        System.arraycopy(longForm, 0, large, 0, longForm.length);
        System.arraycopy(Frames.octets("FF 000007D0"), 0, large, longForm.length, 5);
        ByteBuf packed = Frames.pooled(large);
        ZmtpMessage message = Dialect.GDP.encode(new Command.WorkerReply(Address.ofToken(1), Body.ofPacked(Packing.MME, packed)), ALLOCATOR);
        assertThat(message.bytes(0)).endsWith(large);
        assertThat(packed.refCnt()).isEqualTo(1);
        message.release();
        assertThat(packed.refCnt()).isZero();
    }

    @Test
    void compacting_frees_a_large_read_buffer_and_keeps_the_frames() {
        for (ByteBufAllocator allocator : List.of(ALLOCATOR, new AdaptiveByteBufAllocator())) {
            ByteBuf read = allocator.buffer(65536).writeBytes(Frames.pack("ab", "c")).writeZero(2000);
            Body packed = Body.ofPacked(Packing.MME, read.retainedSlice(0, 5)).compacted();
            Body parts = Body.ofParts(read.retainedSlice(1, 2), read.retainedSlice(4, 1)).compacted();
            assertThat(read.refCnt()).isEqualTo(1);
            for (Body body : List.of(packed, parts)) {
                assertThat(body.toGdpMessage()).isEqualTo(GdpMessage.ofUtf8("ab", "c"));
                body.release();
            }
            Body big = Body.ofParts(read.retainedSlice(0, 2000));
            read.release();
            assertThat(big.compacted()).as("not compacted twice").isNotSameAs(big).satisfies(b -> {
                assertThat(b.compacted()).isSameAs(b);
                b.release();
            });
        }
    }
}
