package io.generaldomo.spec.conformance.cases;

import static io.generaldomo.spec.conformance.Applicability.traffic;
import static io.generaldomo.spec.conformance.Applicability.types;
import static io.generaldomo.spec.conformance.wire.Octets.text;
import static io.generaldomo.spec.conformance.wire.Zmtp.message;
import static io.generaldomo.spec.conformance.wire.Zmtp.ping;

import io.generaldomo.spec.conformance.CaseList;
import io.generaldomo.spec.conformance.ConformanceCase;
import io.generaldomo.spec.conformance.Deviation;
import io.generaldomo.spec.conformance.Dialogue;
import io.generaldomo.spec.conformance.wire.Frame;
import java.util.Arrays;
import java.util.List;

/** PUSH and PULL, SCATTER and GATHER: messages go one way. */
final class PipelineCases {
    private PipelineCases() {}

    static List<ConformanceCase> cases() {
        CaseList list = new CaseList("zmtp/3.1/pipeline", "30/PIPELINE, The PULL Socket Type").applies(traffic(), types("PULL", "GATHER"));
        list.must("takes", "it takes a message", d -> staysAfter(d, message(text("work"))));
        list.must("takes-empty", "it takes an empty message", d -> staysAfter(d, message(new byte[0])));
        list.must("takes-hundred", "it takes a hundred messages in one segment", d -> {
            byte[][] messages = new byte[100][];
            Arrays.fill(messages, message(text("work")));
            staysAfter(d, messages);
        });
        list.must("silent", "it sends no message back", d -> {
            d.handshake();
            d.send(message(text("work")));
            d.send(ping(0, text("after")));
            Frame frame;
            do {
                frame = d.expectFrame("PONG");
                Deviation.unless(frame.isCommand(), "no message", frame.toString());
            } while (!frame.isCommand("PONG"));
        });
        list.applies(traffic(), types("PULL"));
        list.must("takes-parts", "PULL takes a message of several parts", d -> staysAfter(d, message(text("one"), new byte[0], text("three"))));
        list.clause("30/PIPELINE, The PUSH Socket Type").applies(traffic(), types("PUSH", "SCATTER"));
        list.interoperates("push-keeps", "it keeps the connection when it gets a message", d -> staysAfter(d, message(text("why?"))));
        return list.cases();
    }

    private static void staysAfter(Dialogue d, byte[]... octets) {
        d.handshake();
        d.send(octets);
        d.expectAlive();
    }
}
