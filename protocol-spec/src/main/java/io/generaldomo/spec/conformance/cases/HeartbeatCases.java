package io.generaldomo.spec.conformance.cases;

import static io.generaldomo.spec.conformance.Applicability.heartbeats;
import static io.generaldomo.spec.conformance.Applicability.mechanism;
import static io.generaldomo.spec.conformance.wire.Octets.number;
import static io.generaldomo.spec.conformance.wire.Octets.repeat;
import static io.generaldomo.spec.conformance.wire.Octets.text;
import static io.generaldomo.spec.conformance.wire.Zmtp.command;
import static io.generaldomo.spec.conformance.wire.Zmtp.greeting;
import static io.generaldomo.spec.conformance.wire.Zmtp.ping;
import static io.generaldomo.spec.conformance.wire.Zmtp.ready;

import io.generaldomo.spec.conformance.CaseList;
import io.generaldomo.spec.conformance.ConformanceCase;
import io.generaldomo.spec.conformance.Deviation;
import io.generaldomo.spec.conformance.Dialogue;
import io.generaldomo.spec.conformance.wire.Printable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** PING, PONG and TTL. */
final class HeartbeatCases {
    private HeartbeatCases() {}

    static List<ConformanceCase> cases() {
        CaseList list = new CaseList("zmtp/3.1/heartbeat", "37/ZMTP, Connection Heartbeating").applies(heartbeats());
        contexts(list);
        malformed(list);
        lives(list);
        list.interoperates("pong-unasked", "it ignores a PONG that it did not ask for", d -> {
            d.handshake();
            d.send(command("PONG", text("what?")));
            d.expectAlive();
        });
        list.applies(heartbeats(), mechanism("NULL"));
        // Fact 1.4.
        list.interoperates("version-3-0", "it answers a peer of 3.0 as well", d -> {
            d.send(greeting(3, 0, "NULL", 0));
            d.expectGreeting();
            d.send(ready(d.peer().partner()));
            d.expectCommand("READY");
            d.expectAlive();
        });
        return list.cases();
    }

    private static void contexts(CaseList list) {
        list.must("context-empty", "it answers PING without a context", d -> echoes(d, new byte[0]));
        list.must("context-1", "it repeats a context of one octet", d -> echoes(d, repeat(0, 1)));
        list.must("context-3", "it repeats a context of three octets", d -> echoes(d, text("LOL")));
        list.must("context-16", "it repeats a context of 16 octets", d -> echoes(d, text("0123456789abcdef")));
        list.interoperates("burst", "it answers each of ten PINGs, in order", d -> {
            d.handshake();
            for (int at = 0; at < 10; at++) {
                d.send(ping(0, number(at, 1)));
                d.expectPong(number(at, 1));
            }
        });
        // Fact 5: libzmq cuts it; others may close. Nobody may repeat more than 16 octets.
        list.must("context-17", "it repeats no context of 17 octets", d -> doesNotRepeat(d, 17));
        list.must("context-64k", "it repeats no context of 64 KiB", d -> doesNotRepeat(d, 65_536));
    }

    private static void malformed(CaseList list) {
        // Facts 1.6: libzmq answers with 16 octets of stale memory.
        list.must("no-ttl", "it does not answer PING without TTL", d -> doesNotAnswer(d, new byte[0]));
        list.must("half-ttl", "it does not answer PING with one octet of TTL", d -> doesNotAnswer(d, new byte[1]));
    }

    private static void lives(CaseList list) {
        list.should("ttl-expires", "it closes when nothing comes within the TTL", d -> {
            d.handshake();
            d.send(ping(2, new byte[0]));
            d.expectPong(new byte[0]);
            d.awaitClosed();
        });
        list.should("ttl-extended", "any traffic within the TTL keeps the connection", d -> {
            d.handshake();
            d.send(ping(15, new byte[0]));
            d.expectPong(new byte[0]);
            for (int at = 0; at < 9; at++) {
                d.expectOpen(Duration.ofMillis(200));
                d.send(command("GOODDAY"));
            }
            d.expectAlive();
        });
        list.should("ttl-zero", "a TTL of zero is none", d -> staysAfter(d, 0));
        // Fact 5: libzmq takes 65.6 s for 64 ms.
        list.should("ttl-656", "it counts a TTL of 65.6 s right", d -> staysAfter(d, 656));
        list.should("ttl-65535", "it counts the longest TTL right", d -> staysAfter(d, 65_535));
    }

    private static void echoes(Dialogue d, byte[] context) {
        d.handshake();
        d.send(ping(0, context));
        d.expectPong(context);
    }

    private static void staysAfter(Dialogue d, int ttl) {
        d.handshake();
        d.send(ping(ttl, new byte[0]));
        d.expectPong(new byte[0]);
        d.expectOpen(Duration.ofMillis(400));
        d.expectAlive();
    }

    private static void doesNotRepeat(Dialogue d, int length) {
        d.handshake();
        d.send(ping(0, repeat('c', length)), ping(0, text("next")));
        Optional<byte[]> context = d.pongOrClosed();
        Deviation.unless(context.isEmpty() || context.get().length <= 16, "at most 16 octets, or the end of the connection",
                "PONG with " + context.map(octets -> octets.length).orElse(0));
    }

    private static void doesNotAnswer(Dialogue d, byte[] ttl) {
        d.handshake();
        d.send(command("PING", ttl), ping(0, text("next")));
        Optional<byte[]> context = d.pongOrClosed();
        Deviation.unless(context.isEmpty() || Printable.text(context.get()).equals("next"), "no PONG to the malformed PING",
                "PONG with " + context.map(Printable::hex).orElse(""));
    }
}
