package io.generaldomo.gdp.protocol;

import io.generaldomo.gdp.GdpException;
import io.generaldomo.spec.Position;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.fuzz.FuzzSeeds;
import io.generaldomo.zmtp.fuzz.Fuzzer;
import io.generaldomo.zmtp.fuzz.WatchedAllocator;
import io.netty.buffer.ByteBuf;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Any parts, read in any dialect and either direction: a command that its dialect can write again and read as the same one, or a
 * {@code GdpException}; and no buffer is left.
 */
class DialectFuzzTest {
    private static final int ALLOWANCE = 4096;
    private static final int FACTOR = 8;
    private static final int WAYS = 2 * Dialect.values().length;

    @Test
    void anyParts() {
        List<byte[]> seeds = new ArrayList<>();
        for (byte[] frames : FuzzSeeds.standing(Position.TRAFFIC)) {
            seeds.add(parts(frames));
        }
        Vector.all().forEach(vector -> {
            ZmtpMessage message = vector.message();
            int way = 2 * vector.dialect().ordinal() + vector.direction().ordinal();
            seeds.add(octets(way, message));
            message.release();
        });
        Fuzzer.attack("gdp-dialects", seeds, DialectFuzzTest::read);
    }

    @Test
    void anySinglePart() {
        List<byte[]> seeds = FuzzSeeds.standing(Position.PART);
        Fuzzer.attack("gdp-packings", seeds, input -> {
            StringBuilder outcome = new StringBuilder();
            for (Packing packing : Packing.values()) {
                WatchedAllocator allocator = new WatchedAllocator();
                ByteBuf part = allocator.buffer(Math.max(1, input.length)).writeBytes(input);
                try {
                    PackedReader reader = new PackedReader(packing, part);
                    int frames = 0;
                    while (reader.hasNext()) {
                        reader.next();
                        frames++;
                    }
                    outcome.append(Math.min(frames, 9));
                } catch (GdpException e) {
                    outcome.append('x');
                } finally {
                    part.release();
                }
                requireNothingLeft(allocator, input);
            }
            return outcome.toString();
        });
    }

    private static String read(byte[] input) {
        int way = input.length == 0 ? 0 : Math.floorMod(input[0], WAYS);
        Dialect dialect = Dialect.values()[way / 2];
        Direction direction = Direction.values()[way % 2];
        WatchedAllocator allocator = new WatchedAllocator();
        String outcome = detect(message(input, allocator)) + ' ' + dialect + ' ' + direction;
        try {
            Command command = dialect.decode(message(input, allocator), direction);
            String described = Commands.describe(command);
            outcome += described.substring(0, Math.min(4, described.length()));
            ZmtpMessage again = dialect.encode(command, allocator);
            Command second = dialect.decode(again, direction);
            String other = Commands.describe(second);
            second.release();
            if (!described.equals(other)) {
                throw new AssertionError(described + " was written as " + other);
            }
        } catch (GdpException e) {
            outcome += e.getMessage();
        }
        requireNothingLeft(allocator, input);
        return outcome;
    }

    private static String detect(ZmtpMessage message) {
        try {
            return DialectDetector.detect(message).toString();
        } catch (GdpException e) {
            return "none";
        } finally {
            message.release();
        }
    }

    private static void requireNothingLeft(WatchedAllocator allocator, byte[] input) {
        if (allocator.used() != 0) {
            throw new AssertionError("still holds " + allocator.used() + " octets");
        }
        if (allocator.largest() > ALLOWANCE + FACTOR * input.length) {
            throw new AssertionError("asked for " + allocator.largest() + " octets");
        }
    }

    /** Behind the first octet, parts, each behind an octet with its length; the last part is what is left. */
    private static ZmtpMessage message(byte[] input, WatchedAllocator allocator) {
        List<ByteBuf> parts = new ArrayList<>();
        int at = 1;
        while (at < input.length) {
            int length = Byte.toUnsignedInt(input[at]);
            int end = length == 255 ? input.length : Math.min(input.length, at + 1 + length);
            parts.add(allocator.buffer(end - at).writeBytes(input, at + 1, end - at - 1));
            at = end;
        }
        return ZmtpMessage.of(parts.isEmpty() ? List.of(allocator.buffer(1)) : parts);
    }

    /** An input that stands for this message. */
    private static byte[] octets(int way, ZmtpMessage message) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(way);
        for (int i = 0; i < message.size(); i++) {
            ByteBuf part = message.part(i);
            all.write(Math.min(255, part.readableBytes()));
            byte[] octets = new byte[part.readableBytes()];
            part.getBytes(part.readerIndex(), octets);
            all.writeBytes(octets);
        }
        return all.toByteArray();
    }

    /** A golden vector's frames as an input: the octets of flags are dropped, those of size stay. */
    private static byte[] parts(byte[] frames) {
        byte[] made = new byte[frames.length + 1];
        int length = 1;
        int at = 0;
        while (at + 1 < frames.length && (frames[at] & 2) == 0) {
            int end = Math.min(frames.length, at + 2 + Byte.toUnsignedInt(frames[at + 1]));
            System.arraycopy(frames, at + 1, made, length, end - at - 1);
            length += end - at - 1;
            at = end;
        }
        return Arrays.copyOf(made, length);
    }
}
