package io.generaldomo.spec.conformance.cases;

import static io.generaldomo.spec.conformance.Applicability.connecting;
import static io.generaldomo.spec.conformance.Applicability.mechanism;
import static io.generaldomo.spec.conformance.wire.Octets.hex;
import static io.generaldomo.spec.conformance.wire.Octets.join;
import static io.generaldomo.spec.conformance.wire.Octets.text;
import static io.generaldomo.spec.conformance.wire.Zmtp.COMMAND;
import static io.generaldomo.spec.conformance.wire.Zmtp.command;
import static io.generaldomo.spec.conformance.wire.Zmtp.frame;
import static io.generaldomo.spec.conformance.wire.Zmtp.property;
import static io.generaldomo.spec.conformance.wire.Zmtp.ready;
import static io.generaldomo.spec.conformance.wire.Zmtp.shortText;

import io.generaldomo.spec.conformance.CaseList;
import io.generaldomo.spec.conformance.ConformanceCase;
import io.generaldomo.spec.conformance.Deviation;
import io.generaldomo.spec.conformance.Dialogue;
import io.generaldomo.spec.conformance.wire.Metadata;
import io.generaldomo.spec.conformance.wire.Printable;
import java.util.Arrays;
import java.util.List;

/** A client of PLAIN: what it says, and what it makes of every malformed command. */
final class PlainClientCases {
    private PlainClientCases() {}

    static List<ConformanceCase> cases() {
        CaseList list = new CaseList("zmtp/3.1/plain-client", "24/ZMTP-PLAIN, Grammar").applies(mechanism("PLAIN"), connecting());
        list.must("handshake", "it gets in", d -> {
            d.handshake();
            d.expectAlive();
        });
        list.must("hello", "its HELLO is its name and its password, and nothing else", d -> {
            d.greet();
            byte[] data = d.expectCommand("HELLO");
            byte[] expected = join(shortText(d.credentials().user()), shortText(d.credentials().password()));
            Deviation.unless(Arrays.equals(data, expected), Printable.hex(expected), Printable.hex(data));
        });
        list.must("initiate", "its INITIATE has a socket type", d -> {
            Metadata metadata = d.handshake();
            Deviation.unless(!metadata.socketType().isEmpty() && metadata.leftover().length == 0, "a Socket-Type", "none, or leftover octets");
        });
        list.clause("24/ZMTP-PLAIN, WELCOME Command");
        list.must("welcome-data", "it closes for a WELCOME with data", d -> refuses(d, command("WELCOME", hex("00"))));
        list.must("welcome-other-name", "it closes for a command that only begins as WELCOME", d -> refuses(d, command("WELCOMES")));
        list.must("ready-first", "it closes for READY before WELCOME", d -> refuses(d, ready("ROUTER")));
        list.must("hello-back", "it closes for a HELLO", d -> refuses(d, command("HELLO", shortText("u"), shortText("p"))));
        list.must("message-first", "it closes for a message before WELCOME", d -> refuses(d, frame(0, text("hello"))));
        list.clause("24/ZMTP-PLAIN, ERROR Command");
        list.must("error", "it closes for ERROR", d -> refuses(d, command("ERROR", shortText("400"))));
        // Fact 6.2: what libzmq's servers say.
        list.interoperates("error-of-libzmq", "it closes for ^RROR", d -> refuses(d, frame(COMMAND, hex("5e 52 52 4f 52 03 34 30 30"))));
        list.clause("24/ZMTP-PLAIN, READY Command");
        list.must("welcome-twice", "it closes for a second WELCOME", d -> refusesThen(d, command("WELCOME")));
        list.must("message-second", "it closes for a message before READY", d -> refusesThen(d, frame(0, text("hello"))));
        list.must("error-second", "it closes for ERROR instead of READY", d -> refusesThen(d, command("ERROR", shortText("400"))));
        list.must("metadata-beyond-end", "it closes for a value that ends beyond READY",
                d -> refusesThen(d, command("READY", property("Socket-Type", text(d.peer().partner())), hex("01 61 00 00 00 09"))));
        list.should("socket-type", "it closes for a socket type that does not exist", d -> refusesThen(d, ready("BROKER")));
        return list.cases();
    }

    private static void refuses(Dialogue d, byte[] octets) {
        d.greet();
        d.expectCommand("HELLO");
        d.send(octets);
        d.expectClosed();
    }

    private static void refusesThen(Dialogue d, byte[] octets) {
        d.greet();
        d.expectCommand("HELLO");
        d.send(command("WELCOME"));
        d.expectCommand("INITIATE");
        d.send(octets);
        d.expectClosed();
    }
}
