package io.generaldomo.spec.conformance.zws;

import static io.generaldomo.spec.conformance.wire.Octets.text;
import static io.generaldomo.spec.conformance.wire.WebSocketFrame.TEXT;

import io.generaldomo.spec.conformance.CaseList;
import io.generaldomo.spec.conformance.ConformanceCase;
import io.generaldomo.spec.conformance.Deviation;
import io.generaldomo.spec.conformance.WebSocketTalk;
import io.generaldomo.spec.conformance.wire.Frame;
import io.generaldomo.spec.conformance.wire.Metadata;
import io.generaldomo.spec.conformance.wire.Octets;
import io.generaldomo.spec.conformance.wire.Zmtp;
import java.util.List;

/** READY over WebSocket: there is no greeting before it. */
final class HandshakeCases {
    private HandshakeCases() {}

    static List<ConformanceCase> cases() {
        CaseList list = Talk.group("handshake", "45/ZWS, Mechanisms").applies(Talk.TRAFFIC);
        list.must("ready", "its first message is READY, with its socket type", Talk.of(talk -> {
            Metadata announced = talk.handshake();
            Deviation.unless(talk.dialogue().peer().socketTypes().contains(announced.socketType()), "its socket type", announced.socketType());
        }));
        list.must("error", "it closes for ERROR", Talk.of(talk -> refuses(talk, talk.command("ERROR", Zmtp.shortText("no")))));
        list.must("message-first", "it closes for a message in the place of READY", Talk.of(talk -> refuses(talk, talk.message(text("hello")))));
        list.must("unknown-first", "it closes for another command in the place of READY", Talk.of(talk -> refuses(talk, talk.command("GOODDAY"))));
        list.must("greeting-first", "it closes for a greeting of ZMTP in the place of READY", Talk.of(talk -> refuses(talk, Zmtp.greeting("NULL"))));
        list.must("metadata-beyond-end", "it closes for metadata that are longer than their command", Talk.of(talk ->
                refuses(talk, talk.command("READY", Zmtp.shortText("Socket-Type"), Octets.number(100, 4)))));
        list.clause("45/ZWS, Implementation");
        list.must("text-ready", "it closes for READY in a message of text", Talk.of(talk ->
                refuses(talk, talk.frame(TEXT, Octets.join(Octets.hex("02"), Zmtp.commandBody("READY", Zmtp.property("Socket-Type",
                        text(talk.dialogue().peer().partner()))))))));
        list.clause("45/ZWS, Socket Compatibility");
        list.should("socket-type", "it refuses a socket type that does not exist", Talk.of(talk -> {
            talk.upgrade();
            talk.send(talk.ready("BROKER"));
            talk.expectClosed();
        }));
        list.clause("RFC 6455, 5.5.2");
        list.must("ping", "it answers Ping before READY", Talk.of(talk -> {
            talk.upgrade();
            talk.expectAlive();
        }));
        list.clause("45/ZWS, Framing");
        list.must("own-flags", "its READY is a command without MORE", Talk.of(talk -> {
            talk.upgrade();
            talk.send(talk.ready(talk.dialogue().peer().partner()));
            Frame frame = talk.expectZmtp("READY");
            Deviation.unless(frame.flags() == Zmtp.COMMAND, "flags of a command", frame.toString());
        }));
        return list.cases();
    }

    private static void refuses(WebSocketTalk talk, byte[] octets) {
        talk.upgrade();
        talk.send(octets);
        talk.expectClosed();
    }
}
