package io.generaldomo.spec.conformance.cases;

import static io.generaldomo.spec.conformance.Applicability.listening;
import static io.generaldomo.spec.conformance.Applicability.mechanism;
import static io.generaldomo.spec.conformance.wire.Octets.hex;
import static io.generaldomo.spec.conformance.wire.Octets.text;
import static io.generaldomo.spec.conformance.wire.Zmtp.command;
import static io.generaldomo.spec.conformance.wire.Zmtp.frame;
import static io.generaldomo.spec.conformance.wire.Zmtp.longHeader;
import static io.generaldomo.spec.conformance.wire.Zmtp.ping;
import static io.generaldomo.spec.conformance.wire.Zmtp.property;
import static io.generaldomo.spec.conformance.wire.Zmtp.ready;
import static io.generaldomo.spec.conformance.wire.Zmtp.shortText;

import io.generaldomo.spec.conformance.CaseList;
import io.generaldomo.spec.conformance.ConformanceCase;
import io.generaldomo.spec.conformance.Deviation;
import io.generaldomo.spec.conformance.Dialogue;
import io.generaldomo.spec.conformance.wire.Printable;
import io.generaldomo.spec.conformance.wire.Zmtp;
import java.util.List;

/** A server of PLAIN: what it says, whom it lets in, and what it makes of every malformed command. */
final class PlainServerCases {
    private PlainServerCases() {}

    static List<ConformanceCase> cases() {
        CaseList list = new CaseList("zmtp/3.1/plain-server", "24/ZMTP-PLAIN, Grammar").applies(mechanism("PLAIN"), listening());
        good(list);
        refused(list);
        hello(list);
        initiate(list);
        return list.cases();
    }

    private static void good(CaseList list) {
        list.must("handshake", "it lets in who shows the right name and password", d -> {
            d.handshake();
            d.expectAlive();
        });
        list.must("welcome", "its WELCOME has no data", d -> {
            d.greet();
            sayHello(d);
            byte[] data = d.expectCommand("WELCOME");
            Deviation.unless(data.length == 0, "no data", Printable.hex(data));
        });
        list.must("octet-by-octet", "it takes HELLO octet by octet", d -> {
            d.greet();
            d.sendOneByOne(command("HELLO", shortText(d.credentials().user()), shortText(d.credentials().password())));
            d.expectCommand("WELCOME");
        });
    }

    private static void refused(CaseList list) {
        list.clause("24/ZMTP-PLAIN, ERROR Command");
        list.must("password-wrong", "it refuses a wrong password", d -> refusesWho(d, d.credentials().user(), "not the password"));
        list.must("password-empty", "it refuses an empty password", d -> refusesWho(d, d.credentials().user(), ""));
        list.must("password-longer", "it refuses a password that begins with the right one", d -> refusesWho(d, d.credentials().user(), d.credentials().password() + "s"));
        list.must("user-unknown", "it refuses an unknown name", d -> refusesWho(d, "nobody", d.credentials().password()));
        list.must("user-empty", "it refuses an empty name", d -> refusesWho(d, "", d.credentials().password()));
        // J13: JeroMQ reads these lengths as signed.
        list.must("user-255", "it refuses an unknown name and a password of 255 octets, and serves on", d -> {
            Dialogue other = d.another();
            other.greet();
            other.send(command("HELLO", shortText("u".repeat(255)), shortText("p".repeat(255))));
            other.expectError();
            d.handshake();
        });
        // Fact 6.2: libzmq says ^RROR.
        list.must("error", "it says ERROR to whom it refuses", d -> {
            d.greet();
            d.send(command("HELLO", shortText(d.credentials().user()), shortText("not the password")));
            d.expectCommand("ERROR");
        });
    }

    private static void hello(CaseList list) {
        list.clause("24/ZMTP-PLAIN, HELLO Command");
        list.must("hello-empty", "it closes for a HELLO without a name", d -> refuses(d, command("HELLO")));
        list.must("hello-no-password", "it closes for a HELLO without a password", d -> refuses(d, command("HELLO", shortText("u"))));
        list.must("hello-user-beyond-end", "it closes for a name that ends beyond HELLO", d -> refuses(d, command("HELLO", hex("ff"), text("u"))));
        list.must("hello-password-beyond-end", "it closes for a password that ends beyond HELLO",
                d -> refuses(d, command("HELLO", shortText("u"), hex("09"), text("pw"))));
        list.must("hello-leftover", "it closes for octets after the password",
                d -> refuses(d, command("HELLO", shortText(d.credentials().user()), shortText(d.credentials().password()), hex("00"))));
        list.must("hello-other-name", "it closes for a command that only begins as HELLO", d -> refuses(d, command("HELLOS", shortText("u"), shortText("p"))));
        list.must("initiate-first", "it closes for INITIATE before HELLO", d -> refuses(d, command("INITIATE", type(d))));
        list.must("ready-first", "it closes for the READY of NULL", d -> refuses(d, ready("DEALER")));
        list.must("ping-first", "it closes for PING before HELLO", d -> refuses(d, ping(0, text("x"))));
        list.must("message-first", "it closes for a message before HELLO", d -> refuses(d, frame(0, text("hello"))));
        list.must("size-2e63", "it closes for a command of 2^63 octets", d -> refuses(d, longHeader(Zmtp.COMMAND, Long.MIN_VALUE)));
    }

    private static void initiate(CaseList list) {
        list.clause("24/ZMTP-PLAIN, INITIATE Command");
        list.must("hello-twice", "it closes for a second HELLO", d -> refusesThen(d, command("HELLO", shortText("u"), shortText("p"))));
        list.must("message-second", "it closes for a message before INITIATE", d -> refusesThen(d, frame(0, text("hello"))));
        list.must("ready-second", "it closes for READY instead of INITIATE", d -> refusesThen(d, ready("DEALER")));
        list.must("metadata-beyond-end", "it closes for a value that ends beyond INITIATE", d -> refusesThen(d, command("INITIATE", type(d), hex("01 61 00 00 00 09"))));
        list.must("metadata-leftover", "it closes for octets after the metadata", d -> refusesThen(d, command("INITIATE", type(d), hex("05"))));
        list.should("socket-type", "it refuses a socket type that does not exist", d -> {
            d.greet();
            sayHello(d);
            d.expectCommand("WELCOME");
            d.send(command("INITIATE", property("Socket-Type", text("BROKER"))));
            d.expectRefused();
        });
    }

    private static byte[] type(Dialogue d) {
        return property("Socket-Type", text(d.peer().partner()));
    }

    private static void sayHello(Dialogue d) {
        d.send(command("HELLO", shortText(d.credentials().user()), shortText(d.credentials().password())));
    }

    private static void refusesWho(Dialogue d, String user, String password) {
        d.greet();
        d.send(command("HELLO", shortText(user), shortText(password)));
        d.expectRefused();
    }

    private static void refuses(Dialogue d, byte[] octets) {
        d.greet();
        d.send(octets);
        d.expectClosed();
    }

    private static void refusesThen(Dialogue d, byte[] octets) {
        d.greet();
        sayHello(d);
        d.expectCommand("WELCOME");
        d.send(octets);
        d.expectClosed();
    }
}
