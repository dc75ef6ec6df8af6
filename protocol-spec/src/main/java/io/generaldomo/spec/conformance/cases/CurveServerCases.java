package io.generaldomo.spec.conformance.cases;

import static io.generaldomo.spec.conformance.Applicability.listening;
import static io.generaldomo.spec.conformance.Applicability.mechanism;
import static io.generaldomo.spec.conformance.wire.Octets.flip;
import static io.generaldomo.spec.conformance.wire.Octets.hex;
import static io.generaldomo.spec.conformance.wire.Octets.join;
import static io.generaldomo.spec.conformance.wire.Octets.repeat;
import static io.generaldomo.spec.conformance.wire.Octets.text;
import static io.generaldomo.spec.conformance.wire.Zmtp.COMMAND;
import static io.generaldomo.spec.conformance.wire.Zmtp.command;
import static io.generaldomo.spec.conformance.wire.Zmtp.frame;
import static io.generaldomo.spec.conformance.wire.Zmtp.ping;
import static io.generaldomo.spec.conformance.wire.Zmtp.property;
import static io.generaldomo.spec.conformance.wire.Zmtp.ready;

import io.generaldomo.spec.conformance.CaseList;
import io.generaldomo.spec.conformance.ConformanceCase;
import io.generaldomo.spec.conformance.Deviation;
import io.generaldomo.spec.conformance.Dialogue;
import io.generaldomo.spec.conformance.curve.CurveClient;
import io.generaldomo.spec.conformance.wire.Zmtp;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** The handshake of a server of CURVE: what it says, and what it makes of every malformed HELLO and INITIATE. */
final class CurveServerCases {
    private CurveServerCases() {}

    /** Makes an INITIATE of a client that has had its WELCOME. */
    @FunctionalInterface
    private interface Initiate {
        byte[] of(CurveClient curve, byte[] metadata);
    }

    static List<ConformanceCase> cases() {
        CaseList list = new CaseList("zmtp/3.1/curve-server", "26/CURVEZMQ, Protocol Grammar").applies(mechanism("CURVE"), listening());
        list.must("handshake", "it lets a client in that knows its key", d -> new Sealed(d).expectAlive());
        hello(list);
        initiate(list);
        order(list);
        return list.cases();
    }

    private static void hello(CaseList list) {
        list.clause("26/CURVEZMQ, The HELLO Command");
        list.must("hello-199", "it closes for a HELLO of 199 octets", d -> refusesHello(d, hello -> Arrays.copyOf(hello, 199)));
        list.must("hello-201", "it closes for a HELLO of 201 octets", d -> refusesHello(d, hello -> Arrays.copyOf(hello, 201)));
        list.must("hello-alone", "it closes for a HELLO without data", d -> refusesHello(d, hello -> Arrays.copyOf(hello, 6)));
        list.must("hello-name", "it closes for a misspelt HELLO", d -> refusesHello(d, hello -> flip(hello, 5)));
        list.must("hello-version", "it closes for a HELLO of another version", d -> refusesHello(d, hello -> at(hello, 6, hex("02 00"))));
        list.must("hello-key", "it closes for another key of the connection", d -> refusesHello(d, hello -> flip(hello, 80)));
        list.must("hello-key-zero", "it closes for a key of zeros", d -> refusesHello(d, hello -> at(hello, 80, new byte[32])));
        list.must("hello-nonce", "it closes for another nonce", d -> refusesHello(d, hello -> flip(hello, 119)));
        list.must("hello-tag", "it closes for a box with a wrong tag", d -> refusesHello(d, hello -> flip(hello, 120)));
        list.must("hello-box", "it closes for a box that was changed", d -> refusesHello(d, hello -> flip(hello, 199)));
        // J10: JeroMQ says ERROR with an empty reason, which the text allows.
        list.clause("26/CURVEZMQ, The ERROR Command");
        list.interoperates("hello-silent", "it closes without a word for a HELLO that does not open", d -> {
            helloes(d, hello -> flip(hello, 199));
            int octets = d.expectEnd();
            Deviation.unless(octets == 0, "the end of the connection", octets + " octets before it");
        });
        list.clause("26/CURVEZMQ, The HELLO Command");
        list.must("server-key", "it closes for a client that has the key of another server", d -> {
            byte[] other = flip(d.credentials().serverKey(), 0);
            d.greet();
            d.send(frame(COMMAND, new CurveClient(other, d.credentials().secretKey()).hello()));
            d.expectRefused();
        });
    }

    private static void initiate(CaseList list) {
        list.clause("26/CURVEZMQ, The INITIATE Command");
        list.must("initiate-short", "it closes for an INITIATE of 256 octets",
                d -> refusesInitiate(d, (curve, metadata) -> Arrays.copyOf(curve.initiate(metadata), 256)));
        list.must("initiate-alone", "it closes for an INITIATE without data", d -> refusesInitiate(d, (curve, metadata) -> Zmtp.commandBody("INITIATE")));
        list.must("initiate-name", "it closes for a misspelt INITIATE", d -> refusesInitiate(d, (curve, metadata) -> flip(curve.initiate(metadata), 3)));
        list.must("initiate-cookie", "it closes for a cookie that was changed", d -> refusesInitiate(d, (curve, metadata) -> flip(curve.initiate(metadata), 30)));
        list.must("initiate-box", "it closes for a box that was changed", d -> refusesInitiate(d, (curve, metadata) -> flip(curve.initiate(metadata), 150)));
        list.must("initiate-nonce", "it closes for another nonce", d -> refusesInitiate(d, (curve, metadata) -> flip(curve.initiate(metadata), 112)));
        list.must("vouch-changed", "it closes for a vouch that was changed", d -> refusesInitiate(d,
                (curve, metadata) -> curve.initiate(2, curve.cookie(), flip(vouch(d, curve), 40), metadata)));
        list.must("vouch-other-connection", "it closes for a vouch for the key of another connection", d -> refusesInitiate(d,
                (curve, metadata) -> curve.initiate(2, curve.cookie(), curve.vouch(repeat(7, 32), d.credentials().serverKey()), metadata)));
        // Fact 6.3: libzmq does not look at the server's key.
        list.must("vouch-other-server", "it closes for a vouch for another server", d -> refusesInitiate(d,
                (curve, metadata) -> curve.initiate(2, curve.cookie(), curve.vouch(curve.connectionKey(), repeat(7, 32)), metadata)));
        // Fact 6.3: libzmq takes any nonce here.
        list.should("initiate-nonce-again", "it closes for an INITIATE with the nonce of HELLO", d -> refusesInitiate(d,
                (curve, metadata) -> curve.initiate(1, curve.cookie(), vouch(d, curve), metadata)));
        list.must("cookie-elsewhere", "it closes for the cookie of another connection", d -> {
            CurveClient elsewhere = welcomed(d.another());
            refusesInitiate(d, (curve, metadata) -> curve.initiate(2, elsewhere.cookie(), vouch(d, curve), metadata));
        });
        list.must("metadata-beyond-end", "it closes for a value that ends beyond the metadata",
                d -> refusesInitiate(d, (curve, metadata) -> curve.initiate(join(metadata, hex("01 61 00 00 00 09")))));
        list.must("metadata-leftover", "it closes for octets after the metadata", d -> refusesInitiate(d, (curve, metadata) -> curve.initiate(join(metadata, hex("05")))));
        list.should("socket-type", "it refuses a socket type that does not exist", d -> {
            CurveClient curve = welcomed(d);
            d.send(frame(COMMAND, curve.initiate(property("Socket-Type", text("BROKER")))));
            d.expectRefused();
        });
        list.must("metadata-1000", "it takes metadata of 1000 octets", d -> { // J9: JeroMQ has room for 256
            CurveClient curve = welcomed(d);
            d.send(frame(COMMAND, curve.initiate(join(type(d), property("X-Long", new byte[1000])))));
            boolean opens = curve.ready(Zmtp.commandBody("READY", d.expectCommand("READY"))).isPresent();
            Deviation.unless(opens, "a READY that opens", "another");
        });
    }

    private static void order(CaseList list) {
        list.clause("26/CURVEZMQ, Protocol Grammar");
        list.must("hello-twice", "it closes for a second HELLO", d -> refusesInitiate(d, (curve, metadata) -> curve.hello()));
        list.must("message-second", "it closes for a MESSAGE before INITIATE", d -> refusesInitiate(d, (curve, metadata) -> curve.traffic().seal(0, text("early"))));
        list.must("initiate-first", "it closes for INITIATE before HELLO", d -> refuses(d, command("INITIATE", new byte[248])));
        list.must("ready-first", "it closes for the READY of NULL", d -> refuses(d, ready("DEALER")));
        list.must("ping-first", "it closes for PING before HELLO", d -> refuses(d, ping(0, text("x"))));
        list.must("message-first", "it closes for a message before HELLO", d -> refuses(d, frame(0, text("hello"))));
    }

    private static byte[] type(Dialogue d) {
        return property("Socket-Type", text(d.peer().partner()));
    }

    private static byte[] at(byte[] octets, int index, byte[] others) {
        byte[] copy = octets.clone();
        System.arraycopy(others, 0, copy, index, others.length);
        return copy;
    }

    private static byte[] vouch(Dialogue d, CurveClient curve) {
        return curve.vouch(curve.connectionKey(), d.credentials().serverKey());
    }

    private static CurveClient welcomed(Dialogue d) {
        CurveClient curve = new CurveClient(d.credentials().serverKey(), d.credentials().secretKey());
        d.greet();
        d.send(frame(COMMAND, curve.hello()));
        Deviation.unless(curve.welcome(Zmtp.commandBody("WELCOME", d.expectCommand("WELCOME"))), "a WELCOME that opens", "another");
        return curve;
    }

    /** JeroMQ answers a bad HELLO with ERROR, which is as good as closing (J10). */
    private static void refusesHello(Dialogue d, UnaryOperator<byte[]> change) {
        helloes(d, change);
        d.expectRefused();
    }

    private static void helloes(Dialogue d, UnaryOperator<byte[]> change) {
        d.greet();
        byte[] hello = new CurveClient(d.credentials().serverKey(), d.credentials().secretKey()).hello();
        d.send(frame(COMMAND, change.apply(hello)));
    }

    private static void refusesInitiate(Dialogue d, Initiate initiate) {
        CurveClient curve = welcomed(d);
        d.send(frame(COMMAND, initiate.of(curve, type(d))));
        d.expectRefused();
    }

    private static void refuses(Dialogue d, byte[] octets) {
        d.greet();
        d.send(octets);
        d.expectRefused();
    }
}
