package io.generaldomo.spec.conformance.cases;

import static io.generaldomo.spec.conformance.Applicability.connecting;
import static io.generaldomo.spec.conformance.Applicability.echo;
import static io.generaldomo.spec.conformance.Applicability.heartbeats;
import static io.generaldomo.spec.conformance.Applicability.listening;
import static io.generaldomo.spec.conformance.Applicability.mechanism;
import static io.generaldomo.spec.conformance.Applicability.timesHandshakes;
import static io.generaldomo.spec.conformance.Applicability.types;
import static io.generaldomo.spec.conformance.wire.Octets.hex;
import static io.generaldomo.spec.conformance.wire.Octets.text;
import static io.generaldomo.spec.conformance.wire.Zmtp.COMMAND;
import static io.generaldomo.spec.conformance.wire.Zmtp.MORE;
import static io.generaldomo.spec.conformance.wire.Zmtp.command;
import static io.generaldomo.spec.conformance.wire.Zmtp.commandBody;
import static io.generaldomo.spec.conformance.wire.Zmtp.frame;
import static io.generaldomo.spec.conformance.wire.Zmtp.greeting;
import static io.generaldomo.spec.conformance.wire.Zmtp.longFrame;
import static io.generaldomo.spec.conformance.wire.Zmtp.longHeader;
import static io.generaldomo.spec.conformance.wire.Zmtp.ping;
import static io.generaldomo.spec.conformance.wire.Zmtp.property;
import static io.generaldomo.spec.conformance.wire.Zmtp.ready;
import static io.generaldomo.spec.conformance.wire.Zmtp.shortText;

import io.generaldomo.spec.conformance.CaseList;
import io.generaldomo.spec.conformance.ConformanceCase;
import io.generaldomo.spec.conformance.Dialogue;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** The handshake of NULL: READY, or ERROR, and nothing else. */
final class NullCases {
    /** Time for a READY that the peer sends unasked: libzmq does not close for an ERROR that comes before (fact 1.8). */
    private static final Duration HEAD_START = Duration.ofMillis(200);

    private NullCases() {}

    static List<ConformanceCase> cases() {
        CaseList list = new CaseList("zmtp/3.1/null", "37/ZMTP, The NULL Security Mechanism").applies(heartbeats(), mechanism("NULL"));
        forms(list);
        errors(list);
        others(list);
        order(list);
        silence(list);
        return list.cases();
    }

    private static void forms(CaseList list) {
        list.must("ready", "it answers READY with READY", d -> d.handshake());
        list.must("ready-octet-by-octet", "it takes READY octet by octet", d -> {
            d.greet();
            d.sendOneByOne(ready(d.peer().partner()));
            completes(d);
        });
        // D5: libzmq closes if it has not yet said READY itself. 37/ZMTP, unlike 23/ZMTP, has the peer wait.
        list.clause("23/ZMTP, The NULL Security Mechanism");
        list.must("traffic-at-once", "it takes from a peer of 3.0 what comes right after its READY", d -> {
            d.send(greeting(3, 0, "NULL", 0), ready(d.peer().partner()), ping(0, text("at once")));
            d.expectGreeting();
            d.expectCommand("READY");
            d.expectPong(text("at once"));
        });
        list.clause("37/ZMTP, The NULL Security Mechanism");
        list.must("ready-long", "it takes a READY in the long form", d -> takes(d, longFrame(COMMAND, readyBody(d))));
        // D7: libzmq does not look at the bit before the end of the handshake.
        list.interoperates("ready-no-command", "it takes a READY without COMMAND", d -> takes(d, frame(0, readyBody(d))));
        list.should("ready-more", "it refuses a READY with MORE", d -> refuses(d, frame(COMMAND | MORE, readyBody(d))));
        list.must("ready-lower-case", "it refuses READY in lower case", d -> refuses(d, command("ready", type(d))));
        list.must("ready-longer", "it refuses a command whose name begins with READY", d -> refuses(d, command("READYS", type(d))));
    }

    private static void errors(CaseList list) {
        list.clause("37/ZMTP, Error Handling");
        list.must("error", "it closes on ERROR", d -> refusesLater(d, command("ERROR", shortText("no"))));
        // Fact 1.9, 6.1.
        list.interoperates("error-empty", "it closes on ERROR with an empty reason", d -> refusesLater(d, command("ERROR", shortText(""))));
        list.interoperates("error-no-reason", "it closes on ERROR without a reason", d -> refusesLater(d, command("ERROR")));
        list.must("error-beyond-end", "it closes on ERROR with a reason that ends beyond it", d -> refusesLater(d, command("ERROR", hex("09"), text("no"))));
    }

    private static void others(CaseList list) {
        list.clause("37/ZMTP, The NULL Security Mechanism");
        list.must("message", "it refuses a message instead of READY", d -> refuses(d, frame(0, text("hello"))));
        list.must("message-more", "it refuses the first frame of a message instead of READY", d -> refuses(d, frame(MORE, new byte[0])));
        list.must("ping", "it refuses PING before READY", d -> refuses(d, ping(0, text("x"))));
        list.must("subscribe", "it refuses SUBSCRIBE before READY", d -> refuses(d, command("SUBSCRIBE", text("A"))));
        list.must("hello", "it refuses HELLO of another mechanism", d -> refuses(d, command("HELLO", shortText("u"), shortText("p"))));
        list.must("unknown", "it refuses a command that it does not know", d -> refuses(d, command("GOODDAY")));
        list.clause("37/ZMTP, Formal Grammar");
        list.must("empty-command", "it refuses a command without octets", d -> refuses(d, frame(COMMAND, new byte[0])));
        list.must("empty-name", "it refuses a command with an empty name", d -> refuses(d, frame(COMMAND, hex("00"))));
        list.must("name-beyond-end", "it refuses a command whose name ends beyond it", d -> refuses(d, frame(COMMAND, hex("06 52 45 41 44 59"))));
        list.must("size-2e63", "it refuses a command of 2^63 octets", d -> refuses(d, longHeader(COMMAND, Long.MIN_VALUE)));
        list.must("size-2e64-1", "it refuses a command of 2^64-1 octets", d -> refuses(d, longHeader(COMMAND, -1)));
        list.should("size-2e31", "it does not wait for a stranger's READY of 2^31 octets", d -> refuses(d, longHeader(COMMAND, 1L << 31)));
    }

    private static void order(CaseList list) {
        list.clause("37/ZMTP, Overall Behavior").applies(heartbeats(), mechanism("NULL"), listening());
        list.must("leaves-midway", "it serves others after a peer that left before READY", d -> {
            d.greet();
            d.another().handshake();
        });
        list.must("leaves-in-ready", "it serves others after a peer that left in the middle of READY", d -> {
            Dialogue other = d.another();
            other.greet();
            other.send(Arrays.copyOf(ready("DEALER"), 20));
            other.close();
            d.handshake();
        });
        // J7: JeroMQ deals messages out to whoever is connected.
        list.applies(echo(), types("ROUTER", "DEALER", "CLIENT"), mechanism("NULL"), listening());
        list.interoperates("strangers-get-nothing", "it queues no message for a peer whose handshake is not done", d -> {
            d.handshake();
            d.another().greet();
            for (String text : List.of("one", "two", "three", "four")) {
                d.say(text(text));
                d.hear(text(text));
            }
        });
        // D6: libzmq and JeroMQ do not wait.
        list.clause("37/ZMTP, The NULL Security Mechanism").applies(heartbeats(), mechanism("NULL"), listening());
        list.should("ready-in-reply", "bound, it sends READY in reply to READY", d -> {
            d.greet();
            d.expectSilence(Duration.ofMillis(300));
        });
        list.applies(heartbeats(), mechanism("NULL"), connecting());
        list.must("ready-first", "connecting, it sends READY without waiting for one", d -> {
            d.greet();
            d.expectCommand("READY");
        });
        list.must("nothing-before-ready", "it sends nothing after READY before it has the other", d -> {
            d.greet();
            d.expectCommand("READY");
            d.expectSilence(Duration.ofMillis(300));
        });
    }

    private static void silence(CaseList list) {
        list.clause("37/ZMTP, Security Considerations").applies(mechanism("NULL"), timesHandshakes());
        list.interoperates("silent", "it closes for a peer that says nothing", Dialogue::awaitClosedInHandshake);
        // J6: JeroMQ stops the clock after the greeting.
        list.interoperates("silent-after-greeting", "it closes for a peer that says nothing after its greeting", d -> {
            d.greet();
            d.awaitClosedInHandshake();
        });
    }

    private static byte[] type(Dialogue d) {
        return property("Socket-Type", text(d.peer().partner()));
    }

    private static byte[] readyBody(Dialogue d) {
        return commandBody("READY", type(d));
    }

    private static void takes(Dialogue d, byte[] ready) {
        d.greet();
        d.send(ready);
        completes(d);
    }

    private static void completes(Dialogue d) {
        d.expectCommand("READY");
        d.expectAlive();
    }

    private static void refuses(Dialogue d, byte[] octets) {
        d.greet();
        d.send(octets);
        d.expectClosed();
    }

    private static void refusesLater(Dialogue d, byte[] octets) {
        d.greet();
        d.octetsWithin(HEAD_START);
        d.send(octets);
        d.expectClosed();
    }
}
