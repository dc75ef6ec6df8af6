package io.generaldomo.gdp.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.generaldomo.zmtp.ZmtpMessage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.PooledByteBufAllocator;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Messages for tests, written down as facts/mdp-dialects.md does: frames as text, octets by escape. */
final class Frames {
    private Frames() {}

    static ZmtpMessage multipart(String... frames) {
        ByteBuf[] parts = new ByteBuf[frames.length];
        for (int i = 0; i < frames.length; i++) {
            parts[i] = pooled(frames[i].getBytes(ISO_8859_1));
        }
        return ZmtpMessage.of(parts);
    }

    static ZmtpMessage singlePart(String hex) {
        return ZmtpMessage.of(pooled(octets(hex)));
    }

    /** Octets in a pooled buffer, so that the leak detector sees each one that is lost. */
    static ByteBuf pooled(byte[] octets) {
        return PooledByteBufAllocator.DEFAULT.buffer(Math.max(1, octets.length)).writeBytes(octets);
    }

    static byte[] octets(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    /** Packs by hand, from the text of 50/MME, not by the class under test. */
    static byte[] pack(String... frames) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (String frame : frames) {
            byte[] octets = frame.getBytes(ISO_8859_1);
            if (octets.length >= 255) {
                out.write(0xFF);
                out.write(octets.length >>> 24);
                out.write(octets.length >>> 16);
                out.write(octets.length >>> 8);
            }
            out.write(octets.length);
            out.writeBytes(octets);
        }
        return out.toByteArray();
    }

    /** Packs by hand in the 32-bit form. */
    static byte[] pack32(ByteOrder order, String... frames) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (String frame : frames) {
            byte[] octets = frame.getBytes(ISO_8859_1);
            out.writeBytes(ByteBuffer.allocate(4).order(order).putInt(octets.length).array());
            out.writeBytes(octets);
        }
        return out.toByteArray();
    }

    /** The parts as text; releases the message. */
    static List<String> texts(ZmtpMessage message) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < message.size(); i++) {
            texts.add(new String(message.bytes(i), ISO_8859_1));
        }
        message.release();
        return texts;
    }

    static String hex(ZmtpMessage message) {
        if (message.size() != 1) {
            throw new AssertionError("not a single part: " + message);
        }
        String hex = ByteBufUtil.hexDump(message.part(0));
        message.release();
        return hex;
    }
}
