package io.generaldomo.spec.conformance.cases;

import static io.generaldomo.spec.conformance.Applicability.heartbeats;
import static io.generaldomo.spec.conformance.wire.Octets.hex;
import static io.generaldomo.spec.conformance.wire.Octets.join;
import static io.generaldomo.spec.conformance.wire.Octets.number;
import static io.generaldomo.spec.conformance.wire.Octets.text;
import static io.generaldomo.spec.conformance.wire.Zmtp.COMMAND;
import static io.generaldomo.spec.conformance.wire.Zmtp.command;
import static io.generaldomo.spec.conformance.wire.Zmtp.frame;
import static io.generaldomo.spec.conformance.wire.Zmtp.ready;
import static io.generaldomo.spec.conformance.wire.Zmtp.shortText;

import io.generaldomo.spec.conformance.CaseList;
import io.generaldomo.spec.conformance.ConformanceCase;
import io.generaldomo.spec.conformance.Deviation;
import io.generaldomo.spec.conformance.Dialogue;
import java.util.Arrays;
import java.util.List;

/** Commands in traffic that are not heartbeats: unknown ones, misplaced ones and malformed ones. */
final class CommandCases {
    private CommandCases() {}

    static List<ConformanceCase> cases() {
        CaseList list = new CaseList("zmtp/3.1/commands", "37/ZMTP, Commands").applies(heartbeats());
        // Facts 1.6: all of these are dropped.
        list.interoperates("unknown", "it drops a command that it does not know", d -> drops(d, command("GOODDAY", text("sir"))));
        list.interoperates("unknown-255", "it drops a command with a name of 254 characters", d -> drops(d, command("X".repeat(254))));
        list.interoperates("thousand", "it drops a thousand unknown commands", d -> {
            byte[][] commands = new byte[1000][];
            Arrays.fill(commands, command("GOODDAY"));
            drops(d, join(commands));
        });
        list.interoperates("second-ready", "it drops a second READY", d -> drops(d, ready(d.peer().partner())));
        list.interoperates("late-error", "it drops an ERROR", d -> drops(d, command("ERROR", shortText("late"))));
        list.interoperates("late-hello", "it drops a HELLO", d -> drops(d, command("HELLO", shortText("u"), shortText("p"))));
        list.interoperates("join", "it drops JOIN unless it is a RADIO", d -> drops(d, command("JOIN", text("group"))));
        list.must("lower-case", "it does not take ping for PING", d -> doesNotAnswer(d, "ping"));
        // J17: JeroMQ does not compare the last letter.
        list.must("last-letter", "it does not take PINK for PING", d -> doesNotAnswer(d, "PINK"));
        list.must("longer-name", "it does not take PINGS for PING", d -> doesNotAnswer(d, "PINGS"));
        list.clause("37/ZMTP, Formal Grammar");
        // Facts 1.6: libzmq drops these three.
        list.should("empty", "it closes for a command without octets", d -> refuses(d, new byte[0]));
        list.should("empty-name", "it closes for a command with an empty name", d -> refuses(d, hex("00 01 02")));
        list.should("name-beyond-end", "it closes for a command whose name ends beyond it", d -> refuses(d, hex("05 50 49 4e 47")));
        list.clause("37/ZMTP, Commands").applies(EchoCases.ECHO);
        // Facts 1.6: libzmq hands it to the application.
        list.must("subscribe-not-delivered", "it delivers no SUBSCRIBE as a message", d -> deliversNothingOf(d, command("SUBSCRIBE", text("A"))));
        list.must("cancel-not-delivered", "it delivers no CANCEL as a message", d -> deliversNothingOf(d, command("CANCEL", text("A"))));
        list.must("unknown-not-delivered", "it delivers no unknown command as a message", d -> deliversNothingOf(d, command("GOODDAY")));
        return list.cases();
    }

    private static void drops(Dialogue d, byte[] octets) {
        d.handshake();
        d.send(octets);
        d.expectAlive();
    }

    private static void refuses(Dialogue d, byte[] body) {
        d.handshake();
        d.send(frame(COMMAND, body));
        d.expectClosed();
    }

    /** Whoever answers the false PING sends one PONG too many, or with the wrong context; who closes does not take it for PING either. */
    private static void doesNotAnswer(Dialogue d, String name) {
        d.handshake();
        d.send(command(name, number(0, 2), text("false")));
        try {
            d.expectAlive();
        } catch (Deviation e) {
            if (!d.isClosed()) {
                throw e;
            }
        }
    }

    private static void deliversNothingOf(Dialogue d, byte[] command) {
        d.handshake();
        d.send(command);
        d.say(text("after"));
        d.hear(text("after"));
    }
}
