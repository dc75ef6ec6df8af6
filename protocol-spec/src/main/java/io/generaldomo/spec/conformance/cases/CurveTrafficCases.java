package io.generaldomo.spec.conformance.cases;

import static io.generaldomo.spec.conformance.Applicability.acquainted;
import static io.generaldomo.spec.conformance.Applicability.all;
import static io.generaldomo.spec.conformance.Applicability.connecting;
import static io.generaldomo.spec.conformance.Applicability.either;
import static io.generaldomo.spec.conformance.Applicability.mechanism;
import static io.generaldomo.spec.conformance.Applicability.types;
import static io.generaldomo.spec.conformance.wire.Octets.flip;
import static io.generaldomo.spec.conformance.wire.Octets.text;
import static io.generaldomo.spec.conformance.wire.Zmtp.COMMAND;
import static io.generaldomo.spec.conformance.wire.Zmtp.MORE;
import static io.generaldomo.spec.conformance.wire.Zmtp.frame;
import static io.generaldomo.spec.conformance.wire.Zmtp.longFrame;

import io.generaldomo.spec.conformance.Applicability;
import io.generaldomo.spec.conformance.CaseList;
import io.generaldomo.spec.conformance.ConformanceCase;
import io.generaldomo.spec.conformance.Deviation;
import io.generaldomo.spec.conformance.Dialogue;
import io.generaldomo.spec.conformance.wire.Frame;
import io.generaldomo.spec.conformance.wire.Zmtp;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Traffic of CURVE, from a server and from a client: PING in a MESSAGE shows what the peer takes. */
final class CurveTrafficCases {
    private CurveTrafficCases() {}

    static List<ConformanceCase> cases() {
        CaseList list = new CaseList("zmtp/3.1/curve-traffic", "26/CURVEZMQ, The MESSAGE Command").applies(mechanism("CURVE"), acquainted());
        good(list);
        numbers(list);
        malformed(list);
        messages(list);
        return list.cases();
    }

    private static void good(CaseList list) {
        // D17: the text knows no commands inside.
        list.interoperates("ping", "it answers PING in a MESSAGE with PONG in a MESSAGE", d -> new Sealed(d).expectAlive());
        // D16: libzmq sends message frames, and drops what comes in command frames.
        list.interoperates("own-flags", "its MESSAGEs come in message frames", d -> {
            Sealed sealed = new Sealed(d);
            sealed.ping();
            Frame outer = sealed.nextOuter();
            Deviation.unless((outer.flags() & ~Zmtp.LONG) == 0, "flags 0", "flags " + outer.flags());
        });
        list.must("command-frame", "it takes a MESSAGE in a command frame, as the text has it", d -> {
            Sealed sealed = new Sealed(d);
            sealed.ping(COMMAND, sealed.traffic().nonce() + 1);
            sealed.expectPong();
        });
        list.must("long-frame", "it takes a MESSAGE in a long frame", d -> {
            Sealed sealed = new Sealed(d);
            d.send(longFrame(0, sealed.traffic().seal(2, Sealed.pingBody())));
            sealed.expectPong();
        });
    }

    private static void numbers(CaseList list) {
        list.must("nonce-gap", "it takes a nonce that leaves some out", d -> {
            Sealed sealed = new Sealed(d);
            sealed.ping(0, sealed.traffic().nonce() + 1000);
            sealed.expectPong();
        });
        // J12: JeroMQ compares them signed.
        list.must("nonce-2e63", "it takes a nonce of 2^63", d -> {
            Sealed sealed = new Sealed(d);
            sealed.ping(0, Long.MIN_VALUE);
            sealed.expectPong();
        });
        list.must("nonce-again", "it closes for a nonce that was used", d -> {
            Sealed sealed = new Sealed(d);
            sealed.expectAlive();
            sealed.ping(0, sealed.traffic().nonce());
            d.awaitClosed();
        });
        list.must("nonce-lower", "it closes for a nonce below the last", d -> {
            Sealed sealed = new Sealed(d);
            sealed.ping(0, 100);
            sealed.expectPong();
            sealed.ping(0, 99);
            d.awaitClosed();
        });
    }

    private static void messages(CaseList list) {
        list.applies(mechanism("CURVE"), acquainted(), Applicability.echoes(), either(types("ROUTER"), all(connecting(), types("DEALER"))));
        list.must("echo", "it takes and sends a message", d -> echoes(d, text("sealed")));
        list.must("echo-empty", "it takes and sends an empty message", d -> echoes(d, new byte[0]));
        list.must("echo-65536", "it takes and sends a message of 65536 octets", d -> echoes(d, new byte[65_536]));
        list.must("echo-parts", "it keeps the parts of a message", d -> echoes(d, text("one"), new byte[0], new byte[300], text("four")));
        // D16: libzmq opens it and drops what is inside.
        list.must("command-frame-echo", "it takes a message from a command frame, as the text has it", d -> {
            Sealed sealed = new Sealed(d);
            d.send(frame(COMMAND, sealed.traffic().seal(0, text("sealed"))));
            sealed.hear(text("sealed"));
        });
        list.interoperates("ping-within", "a PING between its frames does not disturb a message", d -> {
            Sealed sealed = new Sealed(d);
            sealed.say(1, text("one"));
            sealed.ping();
            sealed.say(0, text("two"));
            sealed.hear(text("one"), text("two"));
        });
    }

    private static void echoes(Dialogue d, byte[]... parts) {
        Sealed sealed = new Sealed(d);
        for (int at = 0; at < parts.length; at++) {
            sealed.say(at + 1 < parts.length ? 1 : 0, parts[at]);
        }
        sealed.hear(parts);
    }

    private static void malformed(CaseList list) {
        list.must("box", "it closes for a box that was changed", d -> refuses(d, 0, message -> flip(message, message.length - 1)));
        list.must("tag", "it closes for a wrong tag", d -> refuses(d, 0, message -> flip(message, 16)));
        list.must("name", "it closes for a misspelt MESSAGE", d -> refuses(d, 0, message -> flip(message, 2)));
        list.must("short", "it closes for a MESSAGE of 32 octets", d -> refuses(d, 0, message -> Arrays.copyOf(message, 32)));
        list.must("header-alone", "it closes for a MESSAGE without a box", d -> refuses(d, 0, message -> Arrays.copyOf(message, 8)));
        list.must("clear-message", "it closes for a message in the clear", d -> refuses(d, 0, message -> text("in the clear")));
        list.must("clear-ping", "it closes for a PING in the clear", d -> refuses(d, COMMAND, message -> Sealed.pingBody()));
        // Fact 6.3: libzmq takes the flag, which nobody vouches for.
        list.should("outer-more", "it closes for MORE outside of the box", d -> refuses(d, MORE, message -> message));
    }

    private static void refuses(Dialogue d, int flags, UnaryOperator<byte[]> change) {
        Sealed sealed = new Sealed(d);
        d.send(frame(flags, change.apply(sealed.traffic().seal(2, Sealed.pingBody()))));
        d.awaitClosed();
    }
}
