package io.generaldomo.zmtp.handler;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.wire.Command;
import io.generaldomo.zmtp.wire.Greeting;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.HexFormat;

/** What passes a pipeline as a line of the log. Octets are escaped, whoever's they are, and never consumed. Stateless. */
final class LoggedText {
    private static final int MOST_OCTETS = 32;
    private static final int MOST_PARTS = 4;

    private LoggedText() {}

    static String of(ZmtpMessage message) {
        StringBuilder text = new StringBuilder("message [");
        long size = 0;
        for (int i = 0; i < message.size(); i++) {
            size += message.part(i).readableBytes();
        }
        text.append(message.size() == 1 ? "" : message.size() + " parts, ").append(size).append(" B]");
        for (int i = 0; i < Math.min(MOST_PARTS, message.size()); i++) {
            appendQuoted(text, message.part(i));
        }
        return message.size() > MOST_PARTS ? text.append(" …").toString() : text.toString();
    }

    /** Of HELLO only the size: PLAIN's holds a password. */
    static String of(Command command) {
        StringBuilder text = new StringBuilder();
        ByteBuf name = Unpooled.wrappedBuffer(command.name().getBytes(ISO_8859_1));
        appendEscaped(text, name, name.readableBytes());
        if (command.data().length > 0) {
            text.append(" [").append(command.data().length).append(" B]");
        }
        if (command.data().length > 0 && !command.is(Command.HELLO)) {
            appendQuoted(text, Unpooled.wrappedBuffer(command.data()));
        }
        return text.toString();
    }

    static String of(Greeting greeting) {
        ByteBuf mechanism = Unpooled.copiedBuffer(greeting.mechanism(), ISO_8859_1);
        StringBuilder text = new StringBuilder("greeting ZMTP 3.").append(greeting.minor()).append(", ");
        appendEscaped(text, mechanism, mechanism.readableBytes());
        return text.append(greeting.asServer() ? ", as server" : "").toString();
    }

    /** Where this handler stands, octets are this side's greeting; elsewhere they are any. */
    static String of(ByteBuf octets) {
        if (octets.readableBytes() == Greeting.LENGTH) {
            try {
                Greeting greeting = Greeting.read(octets.duplicate());
                if (greeting != null) {
                    return of(greeting);
                }
            } catch (ZmtpException e) {
                // Then it is none.
            }
        }
        return octets.readableBytes() + " octets";
    }

    private static void appendQuoted(StringBuilder text, ByteBuf octets) {
        int shown = Math.min(MOST_OCTETS, octets.readableBytes());
        text.append(" \"");
        appendEscaped(text, octets, shown);
        text.append(shown < octets.readableBytes() ? "\"…" : "\"");
    }

    private static void appendEscaped(StringBuilder text, ByteBuf octets, int count) {
        for (int i = 0; i < count; i++) {
            byte octet = octets.getByte(octets.readerIndex() + i);
            if (octet >= ' ' && octet < 0x7f) {
                text.append(octet == '"' || octet == '\\' ? "\\" : "").append((char) octet);
            } else {
                HexFormat.of().toHexDigits(text.append("\\x"), octet);
            }
        }
    }
}
