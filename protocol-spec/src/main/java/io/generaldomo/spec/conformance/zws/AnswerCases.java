package io.generaldomo.spec.conformance.zws;

import static io.generaldomo.spec.conformance.Applicability.connecting;

import io.generaldomo.spec.conformance.CaseList;
import io.generaldomo.spec.conformance.ConformanceCase;
import io.generaldomo.spec.conformance.Deviation;
import io.generaldomo.spec.conformance.Upgrade;
import io.generaldomo.spec.conformance.WebSocketTalk;
import io.generaldomo.spec.conformance.wire.HttpHead;
import io.generaldomo.spec.conformance.wire.Octets;
import io.generaldomo.spec.conformance.wire.Printable;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;

/** What peers that connect ask for, and the answers that they take. */
final class AnswerCases {
    private AnswerCases() {}

    static List<ConformanceCase> cases() {
        CaseList list = Talk.group("answer", "RFC 6455, 4.1").applies(connecting());
        requests(list);
        list.applies(connecting(), Talk.TRAFFIC);
        accepted(list);
        refused(list);
        return list.cases();
    }

    private static void requests(CaseList list) {
        list.must("request", "it asks for a WebSocket of version 13", Talk.of(talk -> {
            HttpHead request = talk.expectHead();
            Deviation.unless(request.startLine().matches("GET /\\S* HTTP/1\\.1"), "GET of a path", Printable.text(request.startLine()));
            demand(request, "Upgrade", "websocket");
            demand(request, "Connection", "Upgrade");
            demand(request, "Sec-WebSocket-Version", "13");
        }));
        list.must("key", "its key has sixteen octets", Talk.of(talk -> {
            String key = key(talk);
            Deviation.unless(key.matches("[A-Za-z0-9+/]{22}==") && Base64.getDecoder().decode(key).length == 16, "sixteen octets in Base64",
                    Printable.text(key));
        }));
        // The kit is at no port that could be left out.
        list.must("host", "it tells host and port", Talk.of(talk -> {
            List<String> host = talk.expectHead().values("Host");
            Deviation.unless(host.size() == 1 && host.get(0).matches("[^:]+:[0-9]+"), "a host and a port", Printable.text(host.toString()));
        }));
        list.clause("45/ZWS, Handshake");
        list.must("subprotocol", "it offers the subprotocol of its mechanism", Talk.of(talk ->
                demand(talk.expectHead(), "Sec-WebSocket-Protocol", talk.subprotocol())));
    }

    private static void accepted(CaseList list) {
        list.clause("RFC 6455, 4.1");
        list.must("with-ready", "it takes frames that come together with the answer", Talk.of(talk -> {
            HttpHead request = talk.expectHead();
            talk.send(Upgrade.answer(request, talk.subprotocol()).octets(), talk.ready(talk.dialogue().peer().partner()));
            talk.expectReady();
        }));
        list.must("octet-by-octet", "it takes an answer that comes octet by octet", Talk.of(talk -> {
            talk.dialogue().sendOneByOne(Upgrade.answer(talk.expectHead(), talk.subprotocol()).octets());
            talk.send(talk.ready(talk.dialogue().peer().partner()));
            talk.expectReady();
        }));
        list.must("header-case", "it takes names of headers, Upgrade and Connection in any case", Talk.of(talk ->
                takes(talk, answer -> answer.with("UPGRADE", "WebSocket").with("connection", "upgrade"))));
        list.must("unknown-header", "it takes headers that it does not know", Talk.of(talk -> takes(talk, answer -> answer.and("Server", "conformance kit"))));
        list.must("reason", "it takes status 101 with another reason", Talk.of(talk ->
                takes(talk, answer -> answer.beginning("HTTP/1.1 101 Web Socket Protocol Handshake"))));
    }

    private static void refused(CaseList list) {
        list.must("accept", "it refuses an answer to another key", Talk.of(talk ->
                refuses(talk, answer -> answer.with("Sec-WebSocket-Accept", "HSmrc0sMlYUkAGmm5OPpG2HaGWk="))));
        list.must("no-accept", "it refuses an answer to no key", Talk.of(talk -> refuses(talk, answer -> answer.without("Sec-WebSocket-Accept"))));
        list.must("no-upgrade", "it refuses an answer without Upgrade", Talk.of(talk -> refuses(talk, answer -> answer.without("Upgrade"))));
        list.must("no-connection", "it refuses an answer without Connection", Talk.of(talk -> refuses(talk, answer -> answer.without("Connection"))));
        list.must("extension", "it refuses an extension that it did not offer", Talk.of(talk ->
                refuses(talk, answer -> answer.and("Sec-WebSocket-Extensions", "permessage-deflate"))));
        list.must("subprotocol-other", "it refuses a subprotocol that it did not offer", Talk.of(talk ->
                refuses(talk, answer -> answer.with("Sec-WebSocket-Protocol", "ZWS2.0/PLAIN"))));
        list.must("status-200", "it does not take status 200 for an upgrade", Talk.of(talk ->
                refuses(talk, answer -> answer.beginning("HTTP/1.1 200 OK").and("Content-Length", "0"))));
        list.must("status-400", "it does not take status 400 for an upgrade", Talk.of(talk ->
                refuses(talk, answer -> answer.beginning("HTTP/1.1 400 Bad Request").and("Content-Length", "0"))));
        list.must("not-http", "it refuses what is no HTTP", Talk.of(talk -> {
            talk.expectHead();
            talk.send(Octets.text("nothing that is HTTP" + HttpHead.END));
            talk.expectGone();
        }));
        list.clause("45/ZWS, Handshake");
        list.must("no-subprotocol", "it refuses an answer without a subprotocol", Talk.of(talk ->
                refuses(talk, answer -> answer.without("Sec-WebSocket-Protocol"))));
    }

    private static String key(WebSocketTalk talk) {
        return String.join(",", talk.expectHead().values("Sec-WebSocket-Key"));
    }

    private static void demand(HttpHead request, String name, String value) {
        List<String> values = request.values(name);
        Deviation.unless(values.stream().anyMatch(value::equalsIgnoreCase), name + ": " + value, Printable.text(values.toString()));
    }

    private static void takes(WebSocketTalk talk, UnaryOperator<HttpHead> change) {
        answer(talk, change);
        talk.send(talk.ready(talk.dialogue().peer().partner()));
        talk.expectReady();
    }

    private static void refuses(WebSocketTalk talk, UnaryOperator<HttpHead> change) {
        answer(talk, change);
        talk.expectGone();
    }

    private static void answer(WebSocketTalk talk, UnaryOperator<HttpHead> change) {
        talk.send(change.apply(Upgrade.answer(talk.expectHead(), talk.subprotocol())).octets());
    }
}
