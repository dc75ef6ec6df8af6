package io.generaldomo.spec.conformance.cases;

import static io.generaldomo.spec.conformance.Applicability.mechanism;
import static io.generaldomo.spec.conformance.Applicability.traffic;
import static io.generaldomo.spec.conformance.Applicability.types;
import static io.generaldomo.spec.conformance.wire.Octets.hex;
import static io.generaldomo.spec.conformance.wire.Octets.join;
import static io.generaldomo.spec.conformance.wire.Octets.number;
import static io.generaldomo.spec.conformance.wire.Octets.repeat;
import static io.generaldomo.spec.conformance.wire.Octets.text;
import static io.generaldomo.spec.conformance.wire.Zmtp.property;
import static io.generaldomo.spec.conformance.wire.Zmtp.command;
import static io.generaldomo.spec.conformance.wire.Zmtp.shortText;

import io.generaldomo.spec.conformance.CaseList;
import io.generaldomo.spec.conformance.ConformanceCase;
import io.generaldomo.spec.conformance.Deviation;
import io.generaldomo.spec.conformance.Dialogue;
import io.generaldomo.spec.conformance.SocketTypes;
import io.generaldomo.spec.conformance.wire.Metadata;
import io.generaldomo.spec.conformance.wire.Printable;
import java.util.List;

/** READY and its metadata: what the peer announces, and what it makes of odd and malformed ones. */
final class ReadyCases {
    private ReadyCases() {}

    static List<ConformanceCase> cases() {
        CaseList list = new CaseList("zmtp/3.1/ready", "37/ZMTP, The NULL Security Mechanism").applies(traffic());
        itsOwn(list);
        list.applies(traffic(), mechanism("NULL"));
        good(list);
        malformed(list);
        identities(list);
        return list.cases();
    }

    private static void itsOwn(CaseList list) {
        list.must("own-metadata", "its metadata are properties to the end", d -> {
            Metadata metadata = d.handshake();
            Deviation.unless(metadata.leftover().length == 0, "properties to the end", "leftover octets " + Printable.hex(metadata.leftover()));
        });
        list.must("own-names", "the names of its properties have only the characters of the grammar", d -> {
            for (Metadata.Property property : d.handshake().properties()) {
                Deviation.unless(property.name().matches("[A-Za-z0-9._+-]{1,255}"), "letters, digits and - _ . +", Printable.text(property.name()));
            }
        });
        list.clause("37/ZMTP, The Socket-Type Property");
        list.should("own-socket-type", "it announces its socket type, once", d -> {
            int count = d.handshake().named("Socket-Type").size();
            Deviation.unless(count == 1, "one Socket-Type", count + " of them");
        });
        list.must("own-socket-type-known", "its socket type is one of the grammar", d -> {
            String type = d.handshake().socketType();
            Deviation.unless(SocketTypes.all().contains(type), "a type of the grammar", Printable.text(type));
        });
        list.clause("37/ZMTP, The Identity Property");
        list.must("own-identity", "its identity, if any, is up to 255 octets that do not begin with zero", d -> {
            for (Metadata.Property identity : d.handshake().named("Identity")) {
                byte[] value = identity.value();
                Deviation.unless(value.length <= 255 && (value.length == 0 || value[0] != 0), "such an identity", Printable.hex(value));
            }
        });
    }

    private static void good(CaseList list) {
        list.clause("37/ZMTP, Connection Metadata");
        list.must("name-upper-case", "it reads SOCKET-TYPE as Socket-Type", d -> accepts(d, property("SOCKET-TYPE", partner(d))));
        // D10: to libzmq it is an unknown property, and the peer is not checked.
        list.should("name-other-case", "it checks a SOCKET-TYPE that does not fit", d -> refuses(d, property("SOCKET-TYPE", text("NO-TYPE"))));
        list.must("application-property", "it takes a property of the application", d -> accepts(d, type(d), property("X-Color", text("red"))));
        list.must("unknown-property", "it takes a property that it does not know", d -> accepts(d, type(d), property("Colour", text("red"))));
        list.must("property-first", "it takes properties in any order", d -> accepts(d, property("X-Color", text("red")), type(d)));
        list.clause("37/ZMTP, The NULL Security Mechanism");
        list.must("value-empty", "it takes a property without a value", d -> accepts(d, type(d), property("X-Empty", new byte[0])));
        list.must("value-binary", "it takes a value of any octets", d -> accepts(d, type(d), property("X-Octets", hex("00 ff 0a 80"))));
        list.must("value-1000", "it takes a value that makes READY a long command", d -> accepts(d, type(d), property("X-Long", new byte[1000])));
        list.must("name-255", "it takes a name of 255 characters", d -> accepts(d, type(d), property("X" + "x".repeat(254), text("1"))));
        list.interoperates("properties-32", "it takes 32 properties", d -> {
            byte[][] properties = new byte[32][];
            for (int at = 0; at < 32; at++) {
                properties[at] = property("X-" + at, text("1"));
            }
            accepts(d, type(d), join(properties));
        });
        // Fact 2.2: libzmq takes it, although the text has no such name.
        list.interoperates("name-empty", "it takes a property without a name", d -> accepts(d, type(d), property("", text("1"))));
        list.clause("37/ZMTP, The Resource Property");
        list.must("resource", "it accepts any resource", d -> accepts(d, type(d), property("Resource", text("system/name-service/test"))));
    }

    private static void malformed(CaseList list) {
        list.clause("37/ZMTP, The NULL Security Mechanism");
        list.must("value-beyond-end", "it refuses a value that ends beyond the command", d -> refuses(d, type(d), shortText("X-a"), number(5, 4), text("1234")));
        list.must("value-2e31", "it refuses a value of 2^31 octets", d -> refuses(d, type(d), shortText("X-a"), number(1L << 31, 4)));
        list.must("value-2e32-1", "it refuses a value of 2^32-1 octets", d -> refuses(d, type(d), shortText("X-a"), number(-1, 4), text("1234")));
        list.must("name-beyond-end", "it refuses a name that ends beyond the command", d -> refuses(d, type(d), number(20, 1), text("X-a")));
        list.must("name-alone", "it refuses a name without a value", d -> refuses(d, type(d), shortText("X-a")));
        list.must("length-in-part", "it refuses three octets of a value's length", d -> refuses(d, type(d), shortText("X-a"), new byte[3]));
        list.must("leftover-zero", "it refuses a zero octet after the properties", d -> refuses(d, type(d), new byte[1]));
        list.must("leftover", "it refuses an octet after the properties", d -> refuses(d, type(d), hex("03")));
        list.clause("37/ZMTP, The Socket-Type Property");
        // Fact 2.2: each one is checked.
        list.interoperates("socket-type-twice", "it checks a second Socket-Type too", d -> refuses(d, type(d), property("Socket-Type", text("NO-TYPE"))));
    }

    private static void identities(CaseList list) {
        list.clause("37/ZMTP, The Identity Property").applies(traffic(), mechanism("NULL"), types("ROUTER", "REP"));
        list.must("identity-1", "it takes an identity of one octet", d -> accepts(d, type(d), identity(repeat('i', 1))));
        list.must("identity-255", "it takes an identity of 255 octets", d -> accepts(d, type(d), identity(repeat('j', 255))));
        list.must("identity-empty", "it takes an empty identity", d -> accepts(d, type(d), identity(new byte[0])));
        list.must("identity-binary", "it takes an identity of any octets", d -> accepts(d, type(d), identity(hex("ff 00 0a"))));
        // D13: libzmq enforces neither.
        list.should("identity-256", "it refuses an identity of 256 octets", d -> refuses(d, type(d), identity(repeat('k', 256))));
        list.should("identity-zero", "it refuses an identity that begins with zero", d -> refuses(d, type(d), identity(hex("00 01"))));
    }

    private static byte[] partner(Dialogue d) {
        return text(d.peer().partner());
    }

    private static byte[] type(Dialogue d) {
        return property("Socket-Type", partner(d));
    }

    private static byte[] identity(byte[] value) {
        return property("Identity", value);
    }

    private static void accepts(Dialogue d, byte[]... metadata) {
        d.greet();
        d.send(command("READY", metadata));
        d.expectCommand("READY");
        if (!d.peer().isOneOf("RADIO", "DISH")) {
            d.expectAlive(); // a peer that sends READY first has not judged ours yet
        }
    }

    private static void refuses(Dialogue d, byte[]... metadata) {
        d.greet();
        d.send(command("READY", metadata));
        d.expectClosed();
    }
}
