package io.generaldomo.gdp.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.generaldomo.gdp.GdpException;
import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.protocol.Command.ClientNak;
import io.generaldomo.gdp.protocol.Command.ClientReply;
import io.generaldomo.gdp.protocol.Command.ClientRequest;
import io.generaldomo.gdp.protocol.Command.Heartbeat;
import io.generaldomo.gdp.protocol.Command.WorkerReady;
import io.generaldomo.gdp.protocol.Command.WorkerReply;
import io.generaldomo.gdp.protocol.Command.WorkerRequest;
import io.generaldomo.gdp.protocol.Command.WorkerReturn;
import io.generaldomo.zmtp.ZmtpMessage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Commands as text, and an account of the buffers that they came in. */
final class Commands {
    private Commands() {}

    /** Reads a message and says what it is. No buffer may be left. */
    static String read(Dialect dialect, ZmtpMessage message, Direction direction) {
        List<ByteBuf> parts = parts(message);
        Command command = dialect.decode(message, direction);
        String text = describe(command);
        command.release();
        assertThat(parts).allSatisfy(part -> assertThat(part.refCnt()).isZero());
        return text;
    }

    /** A message has to be refused, and no buffer may be left. */
    static void assertMalformed(Dialect dialect, ZmtpMessage message, Direction direction) {
        List<ByteBuf> parts = parts(message);
        assertThatThrownBy(() -> dialect.decode(message, direction)).isInstanceOfSatisfying(
                GdpException.class, e -> assertThat(e.reason()).isEqualTo(GdpException.Reason.MALFORMED));
        assertThat(message.refCnt()).isZero();
        assertThat(parts).allSatisfy(part -> assertThat(part.refCnt()).isZero());
    }

    /** The buffers of a message, without Netty's one for nothing, which is never freed. */
    static List<ByteBuf> parts(ZmtpMessage message) {
        List<ByteBuf> parts = new ArrayList<>();
        for (int i = 0; i < message.size(); i++) {
            if (message.part(i) != Unpooled.EMPTY_BUFFER) {
                parts.add(message.part(i));
            }
        }
        return parts;
    }

    static String describe(Command command) {
        if (command instanceof ClientRequest c) {
            return "request " + text(c.service().octets()) + " " + texts(c.body());
        } else if (command instanceof ClientReply c) {
            return "client " + c.kind() + " " + text(c.service().octets()) + " " + texts(c.body());
        } else if (command instanceof ClientNak c) {
            return "nak " + text(c.service().octets()) + " " + texts(c.body());
        } else if (command instanceof WorkerReady c) {
            return "ready " + text(c.service().octets());
        } else if (command instanceof WorkerRequest c) {
            return "work " + c.address() + " " + texts(c.body());
        } else if (command instanceof WorkerReply c) {
            return "worker " + c.kind() + " " + c.address() + " " + texts(c.body());
        }
        if (command instanceof WorkerReturn c) {
            return "return " + c.address();
        }
        return command instanceof Heartbeat ? "heartbeat" : "disconnect";
    }

    static List<String> texts(Body body) {
        GdpMessage message = body.toGdpMessage();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < message.size(); i++) {
            texts.add(text(message.frame(i)));
        }
        return texts;
    }

    private static String text(byte[] octets) {
        return new String(octets, StandardCharsets.ISO_8859_1);
    }
}
