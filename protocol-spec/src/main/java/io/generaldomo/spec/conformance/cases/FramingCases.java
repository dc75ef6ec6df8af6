package io.generaldomo.spec.conformance.cases;

import static io.generaldomo.spec.conformance.Applicability.heartbeats;
import static io.generaldomo.spec.conformance.Applicability.listening;
import static io.generaldomo.spec.conformance.Applicability.sociable;
import static io.generaldomo.spec.conformance.wire.Octets.hex;
import static io.generaldomo.spec.conformance.wire.Octets.join;
import static io.generaldomo.spec.conformance.wire.Octets.number;
import static io.generaldomo.spec.conformance.wire.Octets.text;
import static io.generaldomo.spec.conformance.wire.Zmtp.COMMAND;
import static io.generaldomo.spec.conformance.wire.Zmtp.MORE;
import static io.generaldomo.spec.conformance.wire.Zmtp.command;
import static io.generaldomo.spec.conformance.wire.Zmtp.commandBody;
import static io.generaldomo.spec.conformance.wire.Zmtp.frame;
import static io.generaldomo.spec.conformance.wire.Zmtp.longFrame;
import static io.generaldomo.spec.conformance.wire.Zmtp.longHeader;
import static io.generaldomo.spec.conformance.wire.Zmtp.ping;

import io.generaldomo.spec.conformance.CaseList;
import io.generaldomo.spec.conformance.ConformanceCase;
import io.generaldomo.spec.conformance.Deviation;
import io.generaldomo.spec.conformance.Dialogue;
import io.generaldomo.spec.conformance.wire.Frame;
import java.util.Arrays;
import java.util.List;

/** Flags and sizes. Commands show what a peer takes: PING has an answer, whatever the socket. {@link EchoCases} does the same with messages. */
final class FramingCases {
    private static final byte[] CONTEXT = text("context");
    private static final byte[] PING = commandBody("PING", number(0, 2), CONTEXT);

    private FramingCases() {}

    static List<ConformanceCase> cases() {
        CaseList list = new CaseList("zmtp/3.1/framing", "37/ZMTP, Framing").applies(heartbeats());
        forms(list);
        sizes(list);
        itsOwn(list);
        pieces(list);
        return list.cases();
    }

    private static void forms(CaseList list) {
        list.must("short-command", "it takes a command in the short form", d -> answers(d, frame(COMMAND, PING)));
        list.must("long-command", "it takes a short command in the long form", d -> answers(d, longFrame(COMMAND, PING)));
        list.must("short-255", "it takes a command of 255 octets in the short form", d -> survives(d, command("X", new byte[253])));
        list.must("long-256", "it takes a command of 256 octets in the long form", d -> survives(d, command("X", new byte[254])));
        list.must("long-4096", "it takes a command of 4096 octets", d -> survives(d, command("X", new byte[4094])));
        // D8: libzmq ignores them on receipt, so that they can come into use.
        list.interoperates("reserved-bits", "it ignores the reserved bits of a command", d -> answers(d, frame(COMMAND | 0xf8, PING)));
        list.interoperates("reserved-bits-long", "it ignores the reserved bits of a long command", d -> answers(d, longFrame(COMMAND | 0xf8, PING)));
        // Fact 1.5.
        list.interoperates("command-more", "it ignores MORE on a command in traffic", d -> answers(d, frame(COMMAND | MORE, PING)));
    }

    private static void sizes(CaseList list) {
        list.must("long-size-2e63", "it closes when a frame declares 2^63 octets", d -> refuses(d, longHeader(0, Long.MIN_VALUE)));
        list.must("long-size-2e64-1", "it closes when a frame declares 2^64-1 octets", d -> refuses(d, longHeader(0, -1)));
        list.must("long-size-2e63-more", "it closes when a frame with MORE declares 2^63 octets", d -> refuses(d, longHeader(MORE, Long.MIN_VALUE)));
        list.must("long-size-2e63-command", "it closes when a command declares 2^63 octets", d -> refuses(d, longHeader(COMMAND, Long.MIN_VALUE)));
        list.must("long-size-2e64-8", "it closes when size and header together overflow", d -> refuses(d, longHeader(0, -8)));
        list.should("long-size-2e63-1", "it does not wait for 2^63-1 octets", d -> refuses(d, longHeader(0, Long.MAX_VALUE)));
        // Fact 1.5: libzmq has no limit unless its user sets one, and asks its allocator.
        list.should("long-size-2e40", "it does not wait for a message of a terabyte", d -> refuses(d, longHeader(0, 1L << 40)));
        list.should("long-size-2e40-command", "it does not wait for a command of a terabyte", d -> refuses(d, longHeader(COMMAND, 1L << 40)));
    }

    private static void itsOwn(CaseList list) {
        list.should("own-short-form", "its own small commands are in the short form", d -> {
            Frame pong = pong(d);
            Deviation.unless(!pong.isLong(), "a size of one octet", "a size of eight");
        });
        list.must("own-reserved-bits", "the reserved bits of its own frames are zero", d -> {
            Frame pong = pong(d);
            Deviation.unless((pong.flags() & 0xf8) == 0, "flags below 8", "flags " + pong.flags());
        });
        list.must("own-command-more", "its own commands have no MORE", d -> {
            Frame pong = pong(d);
            Deviation.unless(!pong.hasMore(), "no MORE", "flags " + pong.flags());
        });
    }

    private static void pieces(CaseList list) {
        list.must("octet-by-octet", "it takes a frame that comes octet by octet", d -> {
            d.handshake();
            d.sendOneByOne(ping(0, CONTEXT));
            d.expectPong(CONTEXT);
        });
        list.must("several-in-one", "it takes several frames in one segment", d -> {
            d.handshake();
            d.send(ping(0, text("1")), ping(0, text("2")), ping(0, text("3")));
            d.expectPong(text("1"));
            d.expectPong(text("2"));
            d.expectPong(text("3"));
        });
        list.must("size-in-pieces", "it takes a long size that comes in pieces", d -> {
            d.handshake();
            byte[] octets = longFrame(COMMAND, PING);
            d.sendOneByOne(Arrays.copyOf(octets, 12));
            d.send(Arrays.copyOfRange(octets, 12, octets.length));
            d.expectPong(CONTEXT);
        });
        // D9: libzmq sends PING and PONG between the frames of a message.
        list.interoperates("command-within-message", "it takes a command between the frames of a message", d -> {
            d.handshake();
            d.send(hex("01 00"), ping(0, CONTEXT));
            d.expectPong(CONTEXT);
        });
        list.applies(heartbeats(), listening(), sociable());
        list.must("leaves-in-frame", "it serves others after a peer that left in the middle of a frame", d -> {
            Dialogue other = d.another();
            other.handshake();
            other.send(join(longHeader(0, 1000), new byte[10]));
            other.close();
            d.handshake();
            d.expectAlive();
        });
        list.must("leaves-in-message", "it serves others after a peer that left in the middle of a message", d -> {
            Dialogue other = d.another();
            other.handshake();
            other.send(hex("01 00 01 01 61"));
            other.close();
            d.handshake();
            d.expectAlive();
        });
    }

    private static void answers(Dialogue d, byte[] ping) {
        d.handshake();
        d.send(ping);
        d.expectPong(CONTEXT);
    }

    private static void survives(Dialogue d, byte[] frame) {
        d.handshake();
        d.send(frame);
        d.expectAlive();
    }

    private static void refuses(Dialogue d, byte[] header) {
        d.handshake();
        d.send(header);
        d.expectClosed();
    }

    /** The frame of a PONG, for its flags. */
    private static Frame pong(Dialogue d) {
        d.handshake();
        d.send(ping(0, CONTEXT));
        Frame frame;
        do {
            frame = d.expectFrame("PONG");
        } while (!frame.isCommand("PONG"));
        return frame;
    }
}
