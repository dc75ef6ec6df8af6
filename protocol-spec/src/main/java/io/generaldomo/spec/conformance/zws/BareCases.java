package io.generaldomo.spec.conformance.zws;

import static io.generaldomo.spec.conformance.Applicability.all;
import static io.generaldomo.spec.conformance.Applicability.listening;
import static io.generaldomo.spec.conformance.wire.Octets.repeat;
import static io.generaldomo.spec.conformance.wire.Octets.text;

import io.generaldomo.spec.conformance.CaseList;
import io.generaldomo.spec.conformance.ConformanceCase;
import io.generaldomo.spec.conformance.Deviation;
import io.generaldomo.spec.conformance.Upgrade;
import io.generaldomo.spec.conformance.WebSocketTalk;
import io.generaldomo.spec.conformance.wire.Frame;
import java.util.List;

/** ZWS 2.0 without a mechanism, all that browsers can ask for: identities in the place of READY. */
final class BareCases {
    private BareCases() {}

    static List<ConformanceCase> cases() {
        CaseList list = Talk.group("no-mechanism", "45/ZWS, No Mechanism").applies(listening(), Talk.TRAFFIC);
        list.interoperates("with-null", "it takes one of both when it can choose", Talk.of(talk -> {
            talk.send(Upgrade.request(Upgrade.BARE + ", " + talk.subprotocol()).octets());
            List<String> chosen = talk.expectHead().values("Sec-WebSocket-Protocol");
            boolean isOne = chosen.equals(List.of(Upgrade.BARE)) || chosen.equals(List.of(talk.subprotocol()));
            Deviation.unless(isOne, "one of the subprotocols", chosen.toString());
        }));
        list.applies(all(listening(), MessageCases.ECHO));
        list.must("identity", "its first message is its identity, and others come behind that of the kit", Talk.of(talk -> echoes(talk, text("me"))));
        list.must("identity-empty", "it takes an empty identity", Talk.of(talk -> echoes(talk, new byte[0])));
        list.must("identity-255", "it takes an identity of 255 octets", Talk.of(talk -> echoes(talk, repeat('i', 255))));
        list.clause("RFC 6455, 5.5.2");
        list.must("ping", "it answers Ping", Talk.of(talk -> {
            begin(talk, new byte[0]);
            talk.expectAlive();
        }));
        return list.cases();
    }

    /** Ends with an answer: libzmq's process aborts when its socket is closed while an identity is on its way to it. */
    private static void echoes(WebSocketTalk talk, byte[] identity) {
        begin(talk, identity);
        talk.send(talk.message(text("hello")));
        talk.hear(text("hello"));
    }

    private static void begin(WebSocketTalk talk, byte[] identity) {
        talk.upgrade(Upgrade.BARE);
        talk.send(talk.message(identity));
        Frame frame = talk.expectZmtp("an identity");
        Deviation.unless(frame.flags() == 0 && frame.body().length <= 255, "an identity", frame.toString());
    }
}
