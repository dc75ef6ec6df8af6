package io.generaldomo.spec.conformance.majordomo;

import static io.generaldomo.spec.conformance.Applicability.majordomo;
import static io.generaldomo.spec.conformance.wire.Octets.hex;
import static io.generaldomo.spec.conformance.wire.Octets.text;

import io.generaldomo.spec.conformance.CaseList;
import io.generaldomo.spec.conformance.ConformanceCase;
import io.generaldomo.spec.conformance.Dialogue;
import io.generaldomo.spec.conformance.wire.Dialect;
import io.generaldomo.spec.conformance.wire.Dialect.Verb;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Clients of one dialect and workers of another, at a broker of both. */
final class BridgeCases {
    private static final byte[][] BODY = {text("hello"), {}, hex("00 ff")};

    private BridgeCases() {}

    static List<ConformanceCase> cases() {
        CaseList list = new CaseList("gdp/0.1/bridge", "gdp.md, 10.1 and 10.2");
        for (Dialect client : Dialect.values()) {
            for (Dialect worker : Dialect.values()) {
                if (client != worker) {
                    list.applies(majordomo(client.title() + " broker", worker.title() + " broker"));
                    pair(list, client, worker);
                }
            }
        }
        joined(list.clause("gdp.md, 10.5 to 10.7"));
        return list.cases();
    }

    private static void pair(CaseList list, Dialect client, Dialect worker) {
        list.interoperates(word(client) + "-to-" + word(worker), "a client of " + client.title() + " is served by a worker of " + worker.title(), d -> {
            Ends ends = new Ends(d, client, worker);
            ends.client.request(ends.service, BODY);
            byte[] address = ends.worker.expectRequest(BODY);
            ends.worker.reply(address, BODY);
            Exact.expect(ends.client.talk(), client.reply(text(ends.service), BODY));
        });
    }

    private static void joined(CaseList list) {
        for (Dialect client : List.of(Dialect.MDP_01, Dialect.GDP)) {
            list.applies(majordomo(client.title() + " broker", "MDP 0.2 broker"));
            list.interoperates("joined-" + word(client), "a streamed reply reaches a client of " + client.title() + " as one", d -> {
                Ends ends = new Ends(d, client, Dialect.MDP_02);
                ends.client.request(ends.service, "count");
                byte[] address = ends.worker.expectRequest(text("count"));
                ends.worker.partial(address, text("one"), text("1"));
                ends.client.expectNothing();
                ends.worker.partial(address, text("two"));
                ends.worker.reply(address, text("end"));
                Exact.expect(ends.client.talk(), client.reply(text(ends.service), text("one"), text("1"), text("two"), text("end")));
            });
        }
        list.applies(majordomo("MDP 0.1 broker", "MDP 0X broker"));
        list.interoperates("first-report", "the first report is the reply for a client of MDP 0.1, and the only one", d -> {
            Ends ends = new Ends(d, Dialect.MDP_01, Dialect.MDP_0X);
            ends.client.request(ends.service, "count");
            byte[] address = ends.worker.expectRequest(text("count"));
            ends.worker.talk().say(Dialect.MDP_0X.addressed(Verb.PARTIAL, address, text("one")));
            ends.worker.talk().say(Dialect.MDP_0X.addressed(Verb.PARTIAL, address, text("two")));
            ends.client.expectReply("one");
            ends.client.expectNothing();
        });
    }

    /** A client and a worker that has registered. */
    private static final class Ends {
        private final String service;
        private final PlayedClient client;
        private final PlayedWorker worker;

        Ends(Dialogue dialogue, Dialect client, Dialect worker) throws IOException {
            Stage stage = new Stage(dialogue, client);
            this.service = stage.service();
            this.client = stage.client();
            this.worker = new PlayedWorker(Talk.toBroker(dialogue.another(), worker)).ready(service);
            this.worker.talk().settle();
        }
    }

    private static String word(Dialect dialect) {
        return dialect.title().toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
