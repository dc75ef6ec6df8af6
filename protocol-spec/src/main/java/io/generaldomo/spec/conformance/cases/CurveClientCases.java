package io.generaldomo.spec.conformance.cases;

import static io.generaldomo.spec.conformance.Applicability.connecting;
import static io.generaldomo.spec.conformance.Applicability.mechanism;
import static io.generaldomo.spec.conformance.wire.Octets.flip;
import static io.generaldomo.spec.conformance.wire.Octets.hex;
import static io.generaldomo.spec.conformance.wire.Octets.join;
import static io.generaldomo.spec.conformance.wire.Octets.number;
import static io.generaldomo.spec.conformance.wire.Octets.text;
import static io.generaldomo.spec.conformance.wire.Zmtp.COMMAND;
import static io.generaldomo.spec.conformance.wire.Zmtp.command;
import static io.generaldomo.spec.conformance.wire.Zmtp.frame;
import static io.generaldomo.spec.conformance.wire.Zmtp.property;
import static io.generaldomo.spec.conformance.wire.Zmtp.shortText;

import io.generaldomo.spec.conformance.CaseList;
import io.generaldomo.spec.conformance.ConformanceCase;
import io.generaldomo.spec.conformance.Deviation;
import io.generaldomo.spec.conformance.Dialogue;
import io.generaldomo.spec.conformance.curve.CurveServer;
import io.generaldomo.spec.conformance.wire.Octets;
import io.generaldomo.spec.conformance.wire.Printable;
import io.generaldomo.spec.conformance.wire.Zmtp;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The handshake of a client of CURVE: what it says, and what it makes of every malformed WELCOME and READY. */
final class CurveClientCases {
    private CurveClientCases() {}

    static List<ConformanceCase> cases() {
        CaseList list = new CaseList("zmtp/3.1/curve-client", "26/CURVEZMQ, Protocol Grammar").applies(mechanism("CURVE"), connecting());
        list.must("handshake", "it gets in: HELLO, cookie, vouch and metadata are right", d -> new Sealed(d).expectAlive());
        hello(list);
        welcome(list);
        ready(list);
        return list.cases();
    }

    private static void hello(CaseList list) {
        list.clause("26/CURVEZMQ, The HELLO Command");
        list.must("hello-version", "its HELLO is of version 1.0", d -> {
            byte[] data = hello(d);
            Deviation.unless(data[0] == 1 && data[1] == 0, "01 00", Printable.hex(Arrays.copyOf(data, 2)));
        });
        list.must("hello-padding", "its HELLO has 72 octets of zero", d -> {
            byte[] padding = Arrays.copyOfRange(hello(d), 2, 74);
            Deviation.unless(Arrays.equals(padding, new byte[72]), "zeros", Printable.hex(padding));
        });
        list.must("initiate-nonce", "the nonce of INITIATE is above that of HELLO", d -> {
            byte[] hello = hello(d);
            CurveServer curve = new CurveServer(d.credentials().secretKey());
            Deviation.unless(curve.hello(Zmtp.commandBody("HELLO", hello)), "a HELLO that opens", "another");
            d.send(frame(COMMAND, curve.welcome()));
            byte[] initiate = d.expectCommand("INITIATE");
            long before = Octets.number(hello, 106, 8);
            long after = Octets.number(initiate, 96, 8);
            Deviation.unless(Long.compareUnsigned(after, before) > 0, "a nonce above " + before, Long.toUnsignedString(after));
        });
    }

    private static void welcome(CaseList list) {
        list.clause("26/CURVEZMQ, The WELCOME Command");
        list.must("welcome-167", "it closes for a WELCOME of 167 octets", d -> refusesWelcome(d, welcome -> Arrays.copyOf(welcome, 167)));
        list.must("welcome-169", "it closes for a WELCOME of 169 octets", d -> refusesWelcome(d, welcome -> Arrays.copyOf(welcome, 169)));
        list.must("welcome-name", "it closes for a misspelt WELCOME", d -> refusesWelcome(d, welcome -> flip(welcome, 3)));
        list.must("welcome-nonce", "it closes for another nonce", d -> refusesWelcome(d, welcome -> flip(welcome, 10)));
        list.must("welcome-box", "it closes for a box that was changed", d -> refusesWelcome(d, welcome -> flip(welcome, 100)));
        list.must("ready-first", "it closes for READY before WELCOME", d -> refuses(d, command("READY", new byte[60])));
        list.must("ready-of-null", "it closes for the READY of NULL", d -> refuses(d, Zmtp.ready("ROUTER")));
        list.must("error-first", "it closes for ERROR", d -> refuses(d, command("ERROR", shortText("400"))));
        list.must("message-first", "it closes for a message before WELCOME", d -> refuses(d, frame(0, text("hello"))));
    }

    private static void ready(CaseList list) {
        list.clause("26/CURVEZMQ, The READY Command");
        list.must("ready-short", "it closes for a READY of 29 octets", d -> refusesReady(d, curve -> Arrays.copyOf(curve.ready(type(d)), 29)));
        list.must("ready-box", "it closes for a box that was changed", d -> refusesReady(d, curve -> flip(curve.ready(type(d)), 30)));
        list.must("ready-nonce", "it closes for another nonce", d -> refusesReady(d, curve -> flip(curve.ready(type(d)), 13)));
        list.must("metadata-beyond-end", "it closes for a value that ends beyond the metadata",
                d -> refusesReady(d, curve -> curve.ready(join(type(d), hex("01 61 00 00 00 09")))));
        list.should("socket-type", "it closes for a socket type that does not exist", d -> refusesReady(d, curve -> curve.ready(property("Socket-Type", text("BROKER")))));
        list.must("error-second", "it closes for ERROR instead of READY", d -> refusesReady(d, curve -> Zmtp.commandBody("ERROR", shortText("400"))));
        list.must("message-second", "it closes for a MESSAGE before READY", d -> refusesReady(d, curve -> curve.traffic().seal(0, number(1, 1))));
    }

    private static byte[] type(Dialogue d) {
        return property("Socket-Type", text(d.peer().partner()));
    }

    private static byte[] hello(Dialogue d) {
        d.greet();
        byte[] data = d.expectCommand("HELLO");
        Deviation.unless(data.length == CurveServer.HELLO - 6, "a HELLO of 200 octets", data.length + 6 + " octets");
        return data;
    }

    private static CurveServer helloed(Dialogue d) {
        CurveServer curve = new CurveServer(d.credentials().secretKey());
        Deviation.unless(curve.hello(Zmtp.commandBody("HELLO", hello(d))), "a HELLO that opens", "another");
        return curve;
    }

    private static void refusesWelcome(Dialogue d, UnaryOperator<byte[]> change) {
        CurveServer curve = helloed(d);
        d.send(frame(COMMAND, change.apply(curve.welcome())));
        d.expectClosed();
    }

    private static void refusesReady(Dialogue d, Function<CurveServer, byte[]> ready) {
        CurveServer curve = helloed(d);
        d.send(frame(COMMAND, curve.welcome()));
        byte[] initiate = Zmtp.commandBody("INITIATE", d.expectCommand("INITIATE"));
        Deviation.unless(curve.initiate(initiate).isPresent(), "an INITIATE that opens", "another");
        d.send(frame(COMMAND, ready.apply(curve)));
        d.expectClosed();
    }

    private static void refuses(Dialogue d, byte[] octets) {
        hello(d);
        d.send(octets);
        d.expectClosed();
    }
}
