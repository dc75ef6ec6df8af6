package io.generaldomo.spec.conformance.cases;

import static io.generaldomo.spec.conformance.Applicability.listening;
import static io.generaldomo.spec.conformance.Applicability.traffic;
import static io.generaldomo.spec.conformance.Applicability.types;
import static io.generaldomo.spec.conformance.wire.Octets.repeat;
import static io.generaldomo.spec.conformance.wire.Octets.text;
import static io.generaldomo.spec.conformance.wire.Zmtp.command;
import static io.generaldomo.spec.conformance.wire.Zmtp.greeting;
import static io.generaldomo.spec.conformance.wire.Zmtp.message;
import static io.generaldomo.spec.conformance.wire.Zmtp.ping;
import static io.generaldomo.spec.conformance.wire.Zmtp.ready;

import io.generaldomo.spec.conformance.CaseList;
import io.generaldomo.spec.conformance.ConformanceCase;
import io.generaldomo.spec.conformance.Deviation;
import io.generaldomo.spec.conformance.Dialogue;
import io.generaldomo.spec.conformance.wire.Printable;
import java.time.Duration;
import java.util.List;

/** Groups of RADIO and DISH. PING is left to one case, since libzmq's DISH closes on any command (fact 3.6): the others look whether the peer stays. */
final class RadioDishCases {
    private static final Duration WHILE = Duration.ofMillis(300);

    private RadioDishCases() {}

    static List<ConformanceCase> cases() {
        CaseList list = new CaseList("zmtp/3.1/radio-dish", "37/ZMTP, The Radio-Dish Pattern");
        radio(list);
        dish(list);
        list.clause("37/ZMTP, Connection Heartbeating").applies(traffic(), types("RADIO", "DISH"));
        list.must("ping", "it answers PING, and stays", d -> {
            d.handshake();
            d.send(ping(0, text("radio")));
            d.expectPong(text("radio"));
            d.expectOpen(WHILE);
        });
        return list.cases();
    }

    private static void radio(CaseList list) {
        list.applies(traffic(), types("RADIO"));
        list.must("join", "RADIO takes JOIN", d -> stays(d, command("JOIN", text("group"))));
        list.must("join-empty", "RADIO takes JOIN of the group without a name", d -> stays(d, command("JOIN")));
        list.must("join-255", "RADIO takes JOIN of a group of 255 octets", d -> stays(d, command("JOIN", repeat('g', 255))));
        list.must("join-twice", "RADIO takes JOIN of the same group again", d -> stays(d, command("JOIN", text("group")), command("JOIN", text("group"))));
        list.must("leave", "RADIO takes LEAVE", d -> stays(d, command("JOIN", text("group")), command("LEAVE", text("group"))));
        list.interoperates("leave-unknown", "RADIO takes LEAVE of a group that was not joined", d -> stays(d, command("LEAVE", text("group"))));
        list.clause("48/RADIO-DISH, The RADIO Socket Type");
        list.must("radio-discards", "RADIO discards a message, and stays", d -> stays(d, message(text("group"), text("body"))));
        list.clause("48/RADIO-DISH, Group").applies(traffic(), types("RADIO"), listening());
        // Fact 3.6: libzmq's process aborts.
        list.must("join-256", "RADIO serves others after a JOIN of a group of 256 octets", d -> {
            Dialogue other = d.another();
            other.handshake();
            other.send(command("JOIN", repeat('g', 256)));
            other.octetsWithin(WHILE);
            d.handshake();
        });
    }

    private static void dish(CaseList list) {
        list.clause("37/ZMTP, The Radio-Dish Pattern").applies(traffic(), types("DISH"));
        list.must("own-join", "DISH says which group it joined by JOIN", d -> {
            d.handshake();
            byte[] group = d.expectCommand("JOIN");
            boolean isGroup = group.length <= 255 && Printable.hex(group).indexOf("00") < 0;
            Deviation.unless(isGroup, "a group of up to 255 octets that are not zero", Printable.hex(group));
        });
        list.interoperates("own-join-3-0", "DISH says JOIN to a RADIO of 3.0 as well", d -> {
            d.send(greeting(3, 0, "NULL", 0));
            d.expectGreeting();
            d.send(ready("RADIO"));
            d.expectCommand("READY");
            d.expectCommand("JOIN");
        });
        list.must("dish-takes", "DISH takes a message of group and body", d -> stays(d, message(text("group"), text("body"))));
        list.must("dish-group-empty", "DISH takes a message to the group without a name", d -> stays(d, message(new byte[0], text("body"))));
        list.must("dish-group-255", "DISH takes a message to a group of 255 octets", d -> stays(d, message(repeat('g', 255), text("body"))));
        list.must("dish-body-empty", "DISH takes a message without a body", d -> stays(d, message(text("group"), new byte[0])));
        list.clause("37/ZMTP, Commands");
        list.should("dish-unknown", "DISH drops a command that it does not know", d -> stays(d, command("GOODDAY")));
        // Fact 3.6: libzmq closes for these three.
        list.clause("48/RADIO-DISH, The DISH Socket Type").applies(traffic(), types("DISH"));
        list.interoperates("dish-alone", "DISH closes for a message that is a group only", d -> closes(d, message(text("group"))));
        list.interoperates("dish-parts", "DISH closes for a body of two parts", d -> closes(d, message(text("group"), text("one"), text("two"))));
        list.interoperates("dish-group-256", "DISH closes for a group of 256 octets", d -> closes(d, message(repeat('g', 256), text("body"))));
    }

    private static void stays(Dialogue d, byte[]... octets) {
        d.handshake();
        d.send(octets);
        d.expectOpen(WHILE);
    }

    private static void closes(Dialogue d, byte[] octets) {
        d.handshake();
        d.send(octets);
        d.awaitClosed();
    }
}
