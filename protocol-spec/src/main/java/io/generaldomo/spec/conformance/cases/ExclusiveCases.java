package io.generaldomo.spec.conformance.cases;

import static io.generaldomo.spec.conformance.Applicability.echo;
import static io.generaldomo.spec.conformance.Applicability.listening;
import static io.generaldomo.spec.conformance.Applicability.types;
import static io.generaldomo.spec.conformance.wire.Octets.text;

import io.generaldomo.spec.conformance.CaseList;
import io.generaldomo.spec.conformance.ConformanceCase;
import io.generaldomo.spec.conformance.Deviation;
import io.generaldomo.spec.conformance.Dialogue;
import java.time.Duration;
import java.util.List;

/** PAIR and CHANNEL: one peer at a time. */
final class ExclusiveCases {
    private static final Duration WHILE = Duration.ofMillis(300);

    private ExclusiveCases() {}

    static List<ConformanceCase> cases() {
        CaseList list = new CaseList("zmtp/3.1/exclusive", "31/EXPAIR, The PAIR Socket Type").applies(echo(), types("PAIR", "CHANNEL"), listening());
        list.must("second", "it talks to its first peer and not to a second", d -> {
            d.handshake();
            answers(d, "first");
            Dialogue other = d.another();
            if (isLetIn(other)) {
                other.say(text("second"));
                Deviation.unless(other.messageWithin(WHILE).isEmpty(), "no answer to a second peer", "one");
            }
            answers(d, "still the first");
        });
        return list.cases();
    }

    private static void answers(Dialogue d, String question) {
        d.say(text(question));
        d.hear(text(question));
    }

    /** libzmq goes through the handshake with whom it will not listen to; others refuse. */
    private static boolean isLetIn(Dialogue other) {
        try {
            other.handshake();
            return true;
        } catch (Deviation refused) {
            return false;
        }
    }
}
