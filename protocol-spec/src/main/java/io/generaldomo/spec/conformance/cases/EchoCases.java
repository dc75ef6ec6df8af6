package io.generaldomo.spec.conformance.cases;

import static io.generaldomo.spec.conformance.Applicability.all;
import static io.generaldomo.spec.conformance.Applicability.connecting;
import static io.generaldomo.spec.conformance.Applicability.echo;
import static io.generaldomo.spec.conformance.Applicability.either;
import static io.generaldomo.spec.conformance.Applicability.types;
import static io.generaldomo.spec.conformance.wire.Octets.join;
import static io.generaldomo.spec.conformance.wire.Octets.number;
import static io.generaldomo.spec.conformance.wire.Octets.repeat;
import static io.generaldomo.spec.conformance.wire.Octets.text;
import static io.generaldomo.spec.conformance.wire.Zmtp.MORE;
import static io.generaldomo.spec.conformance.wire.Zmtp.command;
import static io.generaldomo.spec.conformance.wire.Zmtp.frame;
import static io.generaldomo.spec.conformance.wire.Zmtp.longFrame;
import static io.generaldomo.spec.conformance.wire.Zmtp.ping;

import io.generaldomo.spec.conformance.Applicability;
import io.generaldomo.spec.conformance.CaseList;
import io.generaldomo.spec.conformance.ConformanceCase;
import io.generaldomo.spec.conformance.Deviation;
import io.generaldomo.spec.conformance.Dialogue;
import io.generaldomo.spec.conformance.wire.Frame;
import java.util.Arrays;
import java.util.List;

/** Messages of every form and size, to a peer that sends them back. */
final class EchoCases {
    /**
     * Sockets that can send back what came, and several messages at a time. Those that share what they send among all their peers send it back
     * for certain when they have one peer: when they connect.
     */
    static final Applicability ECHO =
            all(echo(), either(types("ROUTER", "REP", "SERVER"), all(connecting(), types("DEALER", "CLIENT", "PAIR", "PEER", "CHANNEL"))));
    /** Those of them whose messages have several parts. */
    static final Applicability MULTIPART = all(ECHO, types("ROUTER", "DEALER", "REP", "PAIR"));

    private EchoCases() {}

    static List<ConformanceCase> cases() {
        CaseList list = new CaseList("zmtp/3.1/message", "37/ZMTP, Framing").applies(ECHO);
        for (int size : new int[] {0, 1, 254, 255, 256, 257, 65_535, 65_536, 1_000_000}) {
            list.must("size-" + size, "it takes and sends a message of " + size + " octets", d -> echoes(d, body(size)));
        }
        // J4: JeroMQ refuses a long frame without octets.
        list.must("long-0", "it takes an empty message in the long form", d -> echoesLong(d, 0));
        list.must("long-1", "it takes a message of one octet in the long form", d -> echoesLong(d, 1));
        list.must("long-255", "it takes a message of 255 octets in the long form", d -> echoesLong(d, 255));
        list.should("own-short-255", "it sends a message of 255 octets in the short form", d -> sendsIn(d, 255, false));
        list.must("own-long-256", "it sends a message of 256 octets in the long form", d -> sendsIn(d, 256, true));
        // D8.
        list.interoperates("reserved-bits", "it ignores the reserved bits of a message", d -> {
            d.handshake();
            d.send(prefix(d), frame(0xf8, text("bits")));
            d.hear(text("bits"));
        });
        list.must("octet-by-octet", "it takes a message that comes octet by octet", d -> {
            d.handshake();
            d.sendOneByOne(join(prefix(d), longFrame(0, body(300))));
            d.hear(body(300));
        });
        list.clause("37/ZMTP, Socket Semantics");
        list.must("order", "it keeps the order of a hundred messages in one segment", EchoCases::keepsOrder);
        list.applies(MULTIPART).clause("37/ZMTP, Messages");
        list.must("parts-2", "it keeps the parts of a message", d -> echoes(d, text("one"), text("two")));
        list.must("parts-empty", "it keeps empty parts", d -> echoes(d, text("a"), new byte[0], new byte[0], text("b"), new byte[0]));
        list.must("parts-mixed", "it keeps short and long parts", d -> echoes(d, body(255), body(256), body(1), body(70_000)));
        list.must("parts-100", "it keeps a hundred parts", d -> {
            byte[][] parts = new byte[100][];
            Arrays.setAll(parts, at -> number(at, 2));
            echoes(d, parts);
        });
        // D9.
        list.interoperates("ping-within", "a PING between its frames does not disturb a message", d -> {
            d.handshake();
            d.send(prefix(d), frame(MORE, text("one")), ping(0, text("x")), command("GOODDAY"), frame(0, text("two")));
            d.hear(text("one"), text("two"));
        });
        return list.cases();
    }

    private static void echoes(Dialogue d, byte[]... parts) {
        d.handshake();
        d.say(parts);
        d.hear(parts);
    }

    private static void echoesLong(Dialogue d, int size) {
        d.handshake();
        d.send(prefix(d), longFrame(0, body(size)));
        d.hear(body(size));
    }

    private static void sendsIn(Dialogue d, int size, boolean isLong) {
        d.handshake();
        d.say(body(size));
        Frame last;
        do {
            last = d.expectFrame("a message");
        } while (last.isCommand() || last.hasMore());
        Deviation.unless(last.isLong() == isLong && last.body().length == size, "the form of " + size + " octets", last + ", flags " + last.flags());
    }

    private static void keepsOrder(Dialogue d) {
        d.handshake();
        byte[][] messages = new byte[100][];
        Arrays.setAll(messages, at -> join(prefix(d), frame(0, number(at, 2))));
        d.send(messages);
        for (int at = 0; at < messages.length; at++) {
            d.hear(number(at, 2));
        }
    }

    /** What goes before a message that is spelled out frame by frame. */
    private static byte[] prefix(Dialogue d) {
        return d.peer().isOneOf("REP") ? frame(MORE, new byte[0]) : new byte[0];
    }

    private static byte[] body(int size) {
        return repeat('b', size);
    }
}
