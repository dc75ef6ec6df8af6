package io.generaldomo.spec.conformance.zws;

import static io.generaldomo.spec.conformance.Applicability.all;
import static io.generaldomo.spec.conformance.Applicability.listening;
import static io.generaldomo.spec.conformance.wire.Octets.hex;
import static io.generaldomo.spec.conformance.wire.Octets.number;
import static io.generaldomo.spec.conformance.wire.Octets.repeat;
import static io.generaldomo.spec.conformance.wire.Octets.text;
import static io.generaldomo.spec.conformance.wire.WebSocketFrame.CLOSE;
import static io.generaldomo.spec.conformance.wire.WebSocketFrame.FIN;
import static io.generaldomo.spec.conformance.wire.WebSocketFrame.PING;
import static io.generaldomo.spec.conformance.wire.WebSocketFrame.PONG;

import io.generaldomo.spec.conformance.CaseList;
import io.generaldomo.spec.conformance.ConformanceCase;
import io.generaldomo.spec.conformance.Deviation;
import io.generaldomo.spec.conformance.WebSocketTalk;
import io.generaldomo.spec.conformance.wire.Printable;
import io.generaldomo.spec.conformance.wire.WebSocketFrame;
import java.util.Arrays;
import java.util.List;

/** Ping, Pong and Close in traffic, and the commands of ZMTP that they stand for. */
final class ControlCases {
    private ControlCases() {}

    static List<ConformanceCase> cases() {
        CaseList list = Talk.group("control", "RFC 6455, 5.5.2").applies(Talk.TRAFFIC);
        list.must("ping", "it answers Ping", Talk.of(talk -> {
            talk.handshake();
            talk.send(talk.frame(PING, new byte[0]));
            talk.expectPong();
        }));
        list.clause("RFC 6455, 5.5.3");
        list.must("ping-repeats", "its Pong repeats what was in Ping", Talk.of(talk -> {
            talk.handshake();
            talk.send(talk.frame(PING, repeat('p', 125)));
            byte[] payload = talk.expectPong().payload();
            Deviation.unless(Arrays.equals(payload, repeat('p', 125)), "the octets of Ping", Printable.hex(payload));
        }));
        list.must("pong-unasked", "it drops a Pong that it did not ask for", Talk.of(talk -> survives(talk, talk.frame(PONG, text("what?")))));
        list.clause("RFC 6455, 5.5");
        list.must("ping-126", "it closes for a Ping of 126 octets", Talk.of(talk -> refuses(talk, talk.frame(PING, repeat('p', 126)))));
        list.must("ping-fragment", "it closes for a fragment of a Ping", Talk.of(talk -> refuses(talk, talk.frame(PING & ~FIN, text("p")))));
        close(list);
        commands(list);
        return list.cases();
    }

    private static void close(CaseList list) {
        list.clause("RFC 6455, 5.5.1");
        list.must("close", "it answers Close with Close", Talk.of(talk -> closes(talk, number(1000, 2))));
        list.must("close-empty", "it answers a Close without status", Talk.of(talk -> closes(talk, new byte[0])));
        list.should("close-status", "its Close repeats the status", Talk.of(talk -> {
            byte[] answer = closes(talk, number(1001, 2));
            Deviation.unless(Arrays.equals(answer, number(1001, 2)), "the status 1001", Printable.hex(answer));
        }));
        list.clause("RFC 6455, 7.1.1").applies(all(listening(), Talk.TRAFFIC));
        list.must("close-ends", "it ends the connection after Close, as the server", Talk.of(talk -> {
            closes(talk, number(1000, 2));
            talk.dialogue().expectEnd();
        }));
        list.applies(Talk.TRAFFIC);
    }

    /** What a heartbeat is over WebSocket, 45/ZWS does not say; libzmq uses Ping. */
    private static void commands(CaseList list) {
        list.clause("45/ZWS, Framing");
        list.interoperates("command-ping", "a PING of ZMTP does not cost the connection", Talk.of(talk ->
                survives(talk, talk.command("PING", number(0, 2), text("x")))));
        list.interoperates("command-unknown", "it drops a command that it does not know", Talk.of(talk -> survives(talk, talk.command("GOODDAY"))));
        list.interoperates("reserved-flags", "it ignores the reserved flags of a command", Talk.of(talk ->
                survives(talk, talk.zmtp(0xf8 | WebSocketFrame.COMMAND, hex("07 47 4f 4f 44 44 41 59")))));
    }

    private static void survives(WebSocketTalk talk, byte[] octets) {
        talk.handshake();
        talk.send(octets);
        talk.expectAlive();
    }

    private static void refuses(WebSocketTalk talk, byte[] octets) {
        talk.handshake();
        talk.send(octets);
        talk.expectClosed();
    }

    /** Says Close, and expects the same; returns what is in it. */
    private static byte[] closes(WebSocketTalk talk, byte[] payload) {
        talk.handshake();
        talk.send(talk.frame(CLOSE, payload));
        WebSocketFrame answer;
        do {
            answer = talk.expectFrame("Close");
        } while (answer.first() == WebSocketFrame.BINARY);
        Deviation.unless(answer.first() == CLOSE, "Close", answer.toString());
        return answer.payload();
    }
}
