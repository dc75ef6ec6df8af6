package io.generaldomo.spec.conformance.zws;

import io.generaldomo.spec.conformance.Applicability;
import io.generaldomo.spec.conformance.CaseList;
import io.generaldomo.spec.conformance.Script;
import io.generaldomo.spec.conformance.Transport;
import io.generaldomo.spec.conformance.WebSocketTalk;
import java.io.IOException;

/** What a case says and expects over WebSocket. */
@FunctionalInterface
interface Talk {
    /** Peers of NULL with whom the handshake has succeeded: those that the kit can talk to. */
    Applicability TRAFFIC = Applicability.all(Applicability.mechanism("NULL"), Applicability.acquainted());

    void run(WebSocketTalk talk) throws IOException;

    /** The same, for a list of cases. */
    static Script of(Talk talk) {
        return dialogue -> talk.run(new WebSocketTalk(dialogue));
    }

    /** Begins a group. */
    static CaseList group(String name, String clause) {
        return new CaseList("zws/2.0/" + name, clause, Transport.WEB_SOCKET);
    }
}
