package io.generaldomo.spec.conformance.cases;

import static io.generaldomo.spec.conformance.Applicability.all;
import static io.generaldomo.spec.conformance.Applicability.heartbeats;
import static io.generaldomo.spec.conformance.Applicability.types;
import static io.generaldomo.spec.conformance.wire.Octets.text;
import static io.generaldomo.spec.conformance.wire.Zmtp.MORE;
import static io.generaldomo.spec.conformance.wire.Zmtp.frame;
import static io.generaldomo.spec.conformance.wire.Zmtp.message;

import io.generaldomo.spec.conformance.Applicability;
import io.generaldomo.spec.conformance.CaseList;
import io.generaldomo.spec.conformance.ConformanceCase;
import io.generaldomo.spec.conformance.Deviation;
import io.generaldomo.spec.conformance.Dialogue;
import io.generaldomo.spec.conformance.SocketTypes;
import io.generaldomo.spec.conformance.wire.Frame;
import io.generaldomo.spec.conformance.wire.Printable;
import java.util.List;

/** Sockets whose messages have one part. */
final class ClientServerCases {
    private static final Applicability SINGLE = types("SERVER", "CLIENT", "PEER", "CHANNEL");

    private ClientServerCases() {}

    static List<ConformanceCase> cases() {
        CaseList list = new CaseList("zmtp/3.1/client-server", "37/ZMTP, Thread-Safe Socket Types");
        list.applies(all(heartbeats(), types("SERVER", "CLIENT", "PEER", "CHANNEL", "GATHER")));
        list.must("multipart-kept", "a message of two parts does not cost the connection", d -> {
            d.handshakeAs(partner(d));
            d.send(message(text("one"), text("two")));
            d.expectAlive();
        });
        list.applies(EchoCases.ECHO, SINGLE);
        list.must("multipart-dropped", "it drops a message of two parts, whole", d -> {
            d.handshakeAs(partner(d));
            d.send(message(text("one"), text("two")), message(text("single")));
            d.hear(text("single"));
        });
        // J18: JeroMQ's CLIENT never comes back from three parts.
        list.must("multipart-three", "it drops a message of three parts, whole", d -> {
            d.handshakeAs(partner(d));
            d.send(message(text("one"), text("two"), text("three")), message(text("single")));
            d.hear(text("single"));
        });
        list.must("multipart-empty", "it drops a message of empty parts", d -> {
            d.handshakeAs(partner(d));
            d.send(frame(MORE, new byte[0]), frame(0, new byte[0]), message(text("single")));
            d.hear(text("single"));
        });
        list.must("own-single", "its messages have no MORE and no routing id", d -> {
            d.handshakeAs(partner(d));
            d.send(message(text("single")));
            Frame frame = d.expectFrame("a message");
            Deviation.unless(frame.flags() == 0, "flags 0", "flags " + frame.flags());
            Deviation.unless(Printable.text(frame.body()).equals("single"), "the message as it was", frame.toString());
        });
        list.must("empty", "it takes and sends an empty message", d -> {
            d.handshakeAs(partner(d));
            d.send(message(new byte[0]));
            d.hear(new byte[0]);
        });
        return list.cases();
    }

    /** A broker may have other faces too. */
    private static String partner(Dialogue d) {
        for (String type : List.of("SERVER", "CLIENT", "PEER", "CHANNEL", "GATHER")) {
            if (d.peer().isOneOf(type)) {
                return SocketTypes.partners(type).get(0);
            }
        }
        return d.peer().partner();
    }
}
