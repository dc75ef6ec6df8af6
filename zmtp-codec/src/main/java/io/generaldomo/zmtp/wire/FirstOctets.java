package io.generaldomo.zmtp.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.util.List;

/** What a stranger seems to speak who does not speak ZMTP 3, for a line in the log: in words of ours, and octets as hexadecimal digits. */
final class FirstOctets {
    private static final List<String> HTTP_METHODS = List.of(
            "GET ", "POST ", "PUT ", "HEAD ", "OPTIONS ", "DELETE ", "PATCH ", "TRACE ", "CONNECT ", "PRI * HTTP/2");
    private static final int TLS_HANDSHAKE = 0x16;
    private static final int TLS_MAJOR = 0x03;
    private static final int MOST_SHOWN = 8;

    private FirstOctets() {}

    /** Says what the readable octets, of which there is one at least, look like. Reads none of them. */
    static String inWords(ByteBuf in) {
        if (HTTP_METHODS.stream().anyMatch(method -> beginsWith(in, method))) {
            return "an HTTP request";
        }
        if (beginsWith(in, "SSH-")) {
            return "an SSH banner";
        }
        int start = in.readerIndex();
        int first = in.getUnsignedByte(start);
        int second = in.readableBytes() > 1 ? in.getUnsignedByte(start + 1) : -1;
        if (first == TLS_HANDSHAKE && second == TLS_MAJOR) {
            return "a TLS handshake";
        }
        if (first == 1 && second == 0) {
            return "the empty identity of a ZMTP 1.0 peer";
        }
        return "0x" + ByteBufUtil.hexDump(in, start, Math.min(MOST_SHOWN, in.readableBytes()));
    }

    private static boolean beginsWith(ByteBuf in, String text) {
        return in.readableBytes() >= text.length() && in.toString(in.readerIndex(), text.length(), US_ASCII).equals(text);
    }
}
