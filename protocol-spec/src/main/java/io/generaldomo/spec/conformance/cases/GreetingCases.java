package io.generaldomo.spec.conformance.cases;

import static io.generaldomo.spec.conformance.Applicability.acquainted;
import static io.generaldomo.spec.conformance.Applicability.always;
import static io.generaldomo.spec.conformance.Applicability.either;
import static io.generaldomo.spec.conformance.Applicability.listening;
import static io.generaldomo.spec.conformance.Applicability.mechanism;
import static io.generaldomo.spec.conformance.Applicability.traffic;
import static io.generaldomo.spec.conformance.wire.Octets.hex;
import static io.generaldomo.spec.conformance.wire.Octets.repeat;
import static io.generaldomo.spec.conformance.wire.Octets.text;
import static io.generaldomo.spec.conformance.wire.Zmtp.greeting;
import static io.generaldomo.spec.conformance.wire.Zmtp.message;
import static io.generaldomo.spec.conformance.wire.Zmtp.ready;

import io.generaldomo.spec.conformance.CaseList;
import io.generaldomo.spec.conformance.ConformanceCase;
import io.generaldomo.spec.conformance.Deviation;
import io.generaldomo.spec.conformance.Dialogue;
import io.generaldomo.spec.conformance.wire.Greeting;
import io.generaldomo.spec.conformance.wire.Printable;
import io.generaldomo.spec.conformance.wire.Zmtp;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** The 64 octets that come first: what the peer's say, and what it makes of odd and wrong ones. */
final class GreetingCases {
    private GreetingCases() {}

    static List<ConformanceCase> cases() {
        CaseList list = new CaseList("zmtp/3.1/greeting", "37/ZMTP, Formal Grammar");
        itsOwn(list);
        roles(list);
        inPieces(list);
        oddOnes(list);
        versions(list);
        downgrades(list);
        mechanisms(list);
        return list.cases();
    }

    private static void itsOwn(CaseList list) {
        list.must("signature", "its greeting begins with FF and has 7F as its tenth octet", d -> {
            byte[] octets = d.greet().octets();
            expect(octets[0] == (byte) 0xff && octets[9] == 0x7f, "FF … 7F", Arrays.copyOf(octets, 10));
        });
        list.must("version-major", "it announces version 3", d -> {
            int major = d.greet().major();
            Deviation.unless(major == 3, "major version 3", Integer.toString(major));
        });
        list.must("version-minor", "it announces version 3.1", d -> {
            int minor = d.greet().minor();
            Deviation.unless(minor == 1, "minor version 1", Integer.toString(minor));
        });
        list.must("mechanism-characters", "its mechanism has only the characters of the grammar", d -> {
            String mechanism = d.greet().mechanism();
            Deviation.unless(mechanism.matches("[A-Z0-9._+-]+"), "A to Z, digits and - _ . +", Printable.text(mechanism));
        });
        list.must("mechanism-padding", "its mechanism is padded with zero octets", d -> {
            byte[] padding = d.greet().mechanismPadding();
            expect(isZero(padding), "zero octets", padding);
        });
        list.must("filler", "its greeting ends with 31 zero octets", d -> {
            byte[] filler = d.greet().filler();
            expect(isZero(filler), "zero octets", filler);
        });
        list.must("as-server", "its as-server is 0 or 1", d -> {
            int asServer = d.greet().asServer();
            Deviation.unless(asServer <= 1, "0 or 1", Integer.toString(asServer));
        });
        list.clause("37/ZMTP, The NULL Security Mechanism").applies(mechanism("NULL"));
        list.must("as-server-null", "its as-server is 0 with NULL", d -> {
            int asServer = d.greet().asServer();
            Deviation.unless(asServer == 0, "0", Integer.toString(asServer));
        });
    }

    /** D3: libzmq and JeroMQ never set the octet, and read it as little. */
    private static void roles(CaseList list) {
        list.clause("37/ZMTP, Topology").applies(listening(), either(mechanism("PLAIN"), mechanism("CURVE")));
        list.should("as-server-secured", "its as-server is 1 if it is the server of its mechanism", d -> {
            int asServer = d.greet().asServer();
            Deviation.unless(asServer == 1, "1", Integer.toString(asServer));
        });
    }

    private static void inPieces(CaseList list) {
        list.clause("37/ZMTP, Version Negotiation").applies(always());
        list.must("eleven-octets", "it sends its whole greeting to a peer that has sent eleven octets", d -> {
            d.send(Arrays.copyOf(greeting(d.peer().mechanism()), 11));
            d.expectGreeting();
        });
        list.must("whole-first", "it takes a whole greeting from a peer that waits for nothing", Dialogue::greet);
        list.clause("37/ZMTP, Formal Grammar").applies(traffic());
        list.must("octet-by-octet", "it takes a greeting that comes octet by octet", d -> {
            d.sendOneByOne(greeting(d.peer().mechanism()));
            d.expectGreeting();
        });
        list.applies(traffic(), mechanism("NULL"));
        list.must("with-ready", "it takes greeting and READY in one segment", d -> {
            d.send(greeting("NULL"), ready(d.peer().partner()));
            d.expectGreeting();
            d.expectCommand("READY");
        });
        list.clause("37/ZMTP, Overall Behavior").applies(traffic(), listening());
        list.must("leaves-midway", "it serves others after a peer that left in the middle of its greeting", d -> {
            d.send(Arrays.copyOf(greeting(d.peer().mechanism()), 30));
            d.another().handshake();
        });
    }

    private static void oddOnes(CaseList list) {
        list.clause("37/ZMTP, Version Negotiation").applies(traffic(), mechanism("NULL"));
        list.must("padding-zero", "it ignores the padding: all zero", d -> accepts(d, at(1, new byte[8])));
        list.must("padding-set", "it ignores the padding: all ones", d -> accepts(d, at(1, repeat(0xff, 8))));
        // Fact 1.2: libzmq looks at the lowest bit only.
        list.interoperates("signature-lowest-bit", "it looks at the lowest bit of the tenth octet only", d -> accepts(d, at(9, hex("01"))));
        list.clause("37/ZMTP, Topology");
        list.must("as-server-one", "it ignores as-server with NULL: 1", d -> accepts(d, at(32, hex("01"))));
        // Fact 1.3: libzmq never reads the octet.
        list.interoperates("as-server-set", "it ignores as-server with NULL: FF", d -> accepts(d, at(32, hex("ff"))));
        // Fact 1.3.
        list.clause("37/ZMTP, Formal Grammar");
        list.interoperates("filler-set", "it ignores the filler", d -> accepts(d, at(33, repeat(0xff, 31))));
        list.should("not-zmtp", "it closes when the first octet is not FF", d -> {
            d.send(text("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"), new byte[64]);
            closesWithoutCommand(d);
        });
    }

    private static void versions(CaseList list) {
        list.clause("37/ZMTP, Version Negotiation");
        list.must("version-3-0", "it talks to a peer of 3.0", d -> accepts(d, greeting(3, 0, "NULL", 0)));
        list.must("version-3-255", "it talks to a peer of a later minor version", d -> accepts(d, greeting(3, 255, "NULL", 0)));
        list.must("version-4", "it talks to a peer of the next major version", d -> accepts(d, greeting(4, 0, "NULL", 0)));
        list.must("version-255", "it talks to a peer of a much later major version", d -> accepts(d, greeting(255, 255, "NULL", 0)));
        // D2: libzmq takes 2 for 3.1.
        list.must("version-2", "it speaks 2.0 to a peer of major version 2, or closes", d -> downgradesOrCloses(d, 2));
        list.must("version-1", "it speaks 2.0 to a peer of major version 1, or closes", d -> downgradesOrCloses(d, 1));
    }

    private static void downgrades(CaseList list) {
        list.clause("37/ZMTP, Detecting ZMTP 1.0 and 2.0 Peers").applies(acquainted(), either(mechanism("PLAIN"), mechanism("CURVE")));
        list.must("secured-version-1", "it closes for a peer of 2.0, which has no security", d -> {
            d.send(Zmtp.signature(), hex("01 05 00 00"), message(text("sneaky")));
            closesWithoutCommand(d);
        });
        list.must("secured-revision-0", "it closes for a peer of the first revision", d -> {
            d.send(Zmtp.signature(), hex("00 05 01 00"), message(text("sneaky")));
            closesWithoutCommand(d);
        });
        list.must("secured-unversioned", "it closes for a peer of 1.0, which has no security", d -> {
            d.send(hex("01 00 07 00"), text("sneaky"), new byte[64]);
            closesWithoutCommand(d);
        });
        list.must("secured-null", "it closes for a peer of NULL that goes on with its READY", d -> {
            d.send(greeting("NULL"), ready(d.peer().partner()));
            closesWithoutCommand(d);
        });
    }

    private static void mechanisms(CaseList list) {
        list.clause("37/ZMTP, Authentication and Confidentiality").applies(traffic(), mechanism("NULL"));
        list.must("mechanism-unknown", "it closes when the mechanism is another", d -> refuses(d, "XYZZY"));
        list.must("mechanism-longer", "it closes when the mechanism begins with its own", d -> refuses(d, "NULLS"));
        list.must("mechanism-lower-case", "it closes when the mechanism is in lower case", d -> refuses(d, "null"));
        list.must("mechanism-empty", "it closes when there is no mechanism", d -> refuses(d, ""));
        list.must("mechanism-padding-set", "it closes when its mechanism is not padded with zero octets", d -> refuses(d, "NULL\0X"));
        // D4: libzmq closes before it has sent all of its greeting.
        list.must("mechanism-told", "it tells its mechanism to a peer of another one", d -> {
            d.send(greeting("XYZZY"));
            d.expectGreeting();
        });
        list.applies(traffic());
        list.must("mechanism-of-others", "it closes when the mechanism is another that it may know", d -> {
            d.send(greeting(d.peer().mechanism().equals("PLAIN") ? "CURVE" : "PLAIN"));
            closesWithoutCommand(d);
        });
    }

    private static byte[] at(int index, byte[] octets) {
        byte[] greeting = greeting("NULL");
        System.arraycopy(octets, 0, greeting, index, octets.length);
        return greeting;
    }

    private static void accepts(Dialogue d, byte[] greeting) {
        d.send(greeting);
        d.expectGreeting();
        d.send(ready(d.peer().partner()));
        d.expectCommand("READY");
    }

    private static void refuses(Dialogue d, String mechanism) {
        d.send(greeting(mechanism));
        closesWithoutCommand(d);
    }

    /** All of a greeting may come, or a part of it, but nothing after it. */
    private static void closesWithoutCommand(Dialogue d) {
        int octets = d.expectEnd();
        Deviation.unless(octets <= Greeting.SIZE, "the end of the connection in the greeting or after it", octets + " octets before it");
    }

    /** A peer of 2.0 gets 12 octets of greeting, and a frame with an identity. */
    private static void downgradesOrCloses(Dialogue d, int major) {
        d.send(greeting(major, 0, "NULL", 0));
        int octets = d.octetsWithin(Duration.ofMillis(700));
        if (octets >= Greeting.SIZE) {
            d.expectEnd();
        }
    }

    private static boolean isZero(byte[] octets) {
        return Arrays.equals(octets, new byte[octets.length]);
    }

    private static void expect(boolean holds, String expected, byte[] got) {
        Deviation.unless(holds, expected, Printable.hex(got));
    }
}
