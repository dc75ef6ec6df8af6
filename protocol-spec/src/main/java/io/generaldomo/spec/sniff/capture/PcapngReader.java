package io.generaldomo.spec.sniff.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The newer format: blocks, of which some hold packets, some say what interface those came by, and many are of no matter here. Each section has its own order of octets.
 *
 * <pre>
 *  | type | length | body… | length |
 * </pre>
 */
final class PcapngReader implements PacketReader {
    private static final int BYTE_ORDER_MAGIC = 0x1A2B3C4D;
    private static final int INTERFACE = 1;
    private static final int OLD_PACKET = 2;
    private static final int SIMPLE_PACKET = 3;
    private static final int ENHANCED_PACKET = 6;
    private static final int FRAME = 12;

    private final Words file;
    private final List<CaptureInterface> interfaces = new ArrayList<>();
    private boolean inFirstSection = true;

    PcapngReader(Words file) {
        this.file = file;
    }

    @Override
    public @Nullable Packet next() throws IOException, CaptureException {
        while (true) {
            long start = file.offset();
            int type = PCAPNG;
            if (inFirstSection) {
                inFirstSection = false; // its type is what told the format
            } else {
                ByteBuffer word = file.next(4);
                if (!word.hasRemaining()) {
                    return null;
                }
                type = whole(word, 4, start).getInt();
            }
            Packet packet = type == PCAPNG ? section(start) : block(type, start);
            if (packet != null) {
                return packet;
            }
        }
    }

    /** A section begins: another program, perhaps, and another order. */
    private @Nullable Packet section(long start) throws IOException, CaptureException {
        ByteBuffer head = whole(file.next(8), 8, start);
        boolean big = head.order(ByteOrder.BIG_ENDIAN).getInt(4) == BYTE_ORDER_MAGIC;
        if (!big && head.order(ByteOrder.LITTLE_ENDIAN).getInt(4) != BYTE_ORDER_MAGIC) {
            throw new CaptureException("a section of pcapng without its magic", start);
        }
        file.setOrder(head.order());
        interfaces.clear();
        long length = head.getInt(0) & 0xffffffffL;
        skip(checked(length, start) - FRAME, start);
        return null;
    }

    private @Nullable Packet block(int type, long start) throws IOException, CaptureException {
        long length = checked(whole(file.next(4), 4, start).getInt() & 0xffffffffL, start) - FRAME;
        ByteBuffer body = whole(file.next(length), length, start);
        skip(4, start);
        try {
            return switch (type) {
                case INTERFACE -> {
                    interfaces.add(CaptureInterface.read(body));
                    yield null;
                }
                case ENHANCED_PACKET -> packet(body, body.getInt(0), start);
                case OLD_PACKET -> packet(body, body.getShort(0) & 0xffff, start);
                case SIMPLE_PACKET -> simple(body, start);
                default -> null;
            };
        } catch (IndexOutOfBoundsException e) {
            throw new CaptureException("a block of pcapng that is too short", start);
        }
    }

    private Packet packet(ByteBuffer body, int number, long start) throws CaptureException {
        CaptureInterface from = interfaceOf(number, start);
        long ticks = body.getInt(4) & 0xffffffffL;
        ticks = ticks << 32 | body.getInt(8) & 0xffffffffL;
        long captured = body.getInt(12) & 0xffffffffL;
        return new Packet(from.time(ticks), from.linkType(), octets(body, 20, captured));
    }

    /** Has no time, and belongs to the first interface. */
    private Packet simple(ByteBuffer body, long start) throws CaptureException {
        CaptureInterface from = interfaceOf(0, start);
        long captured = Math.min(body.getInt(0) & 0xffffffffL, body.capacity() - 4);
        return new Packet(Instant.EPOCH, from.linkType(), octets(body, 4, captured));
    }

    private static byte[] octets(ByteBuffer body, int from, long count) {
        if (count > body.capacity() - from) {
            throw new IndexOutOfBoundsException();
        }
        return Arrays.copyOfRange(body.array(), from, from + (int) count);
    }

    private CaptureInterface interfaceOf(int number, long start) throws CaptureException {
        if (number < 0 || number >= interfaces.size()) {
            throw new CaptureException("a packet of an interface that was not described", start);
        }
        return interfaces.get(number);
    }

    private static long checked(long length, long start) throws CaptureException {
        if (length < FRAME || length % 4 != 0 || length > Words.LARGEST) {
            throw new CaptureException("a block of pcapng that cannot be " + length + " octets long", start);
        }
        return length;
    }

    private void skip(long count, long start) throws IOException, CaptureException {
        whole(file.next(count), count, start);
    }

    private static ByteBuffer whole(ByteBuffer octets, long count, long start) throws CaptureException {
        if (octets.remaining() < count) {
            throw new CaptureException("ends in a block of pcapng", start);
        }
        return octets;
    }
}
