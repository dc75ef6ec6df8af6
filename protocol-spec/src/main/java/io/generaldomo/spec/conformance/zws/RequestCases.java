package io.generaldomo.spec.conformance.zws;

import static io.generaldomo.spec.conformance.Applicability.listening;
import static io.generaldomo.spec.conformance.Applicability.sociable;
import static io.generaldomo.spec.conformance.Applicability.timesHandshakes;
import static io.generaldomo.spec.conformance.wire.Octets.text;

import io.generaldomo.spec.conformance.Applicability;
import io.generaldomo.spec.conformance.CaseList;
import io.generaldomo.spec.conformance.ConformanceCase;
import io.generaldomo.spec.conformance.Deviation;
import io.generaldomo.spec.conformance.Upgrade;
import io.generaldomo.spec.conformance.WebSocketTalk;
import io.generaldomo.spec.conformance.wire.HttpHead;
import io.generaldomo.spec.conformance.wire.Printable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Requests for a WebSocket, to peers that listen. */
final class RequestCases {
    private RequestCases() {}

    static List<ConformanceCase> cases() {
        CaseList list = Talk.group("request", "RFC 6455, 4.2.2").applies(listening());
        answers(list);
        refusals(list);
        subprotocols(list);
        patience(list);
        return list.cases();
    }

    private static void answers(CaseList list) {
        list.must("answer", "it answers with status 101, and what shows that it has read the key", Talk.of(talk -> {
            HttpHead answer = talk.upgrade();
            List<String> accept = answer.values("Sec-WebSocket-Accept");
            String expected = Upgrade.accept(Upgrade.request(""));
            Deviation.unless(accept.equals(List.of(expected)), "Sec-WebSocket-Accept: " + expected, Printable.text(accept.toString()));
            Deviation.unless(has(answer, "Upgrade", "websocket") && has(answer, "Connection", "upgrade"), "Upgrade and Connection",
                    Printable.text(answer.headers().toString()));
        }));
        list.must("no-extension", "it uses no extension that was not offered", Talk.of(talk -> {
            List<String> extensions = talk.upgrade().values("Sec-WebSocket-Extensions");
            Deviation.unless(extensions.isEmpty(), "no extension", Printable.text(extensions.toString()));
        }));
        list.interoperates("extension-offered", "it takes a client that offers an extension", Talk.of(talk ->
                takes(talk, good(talk).and("Sec-WebSocket-Extensions", "permessage-deflate; client_max_window_bits"))));
        list.clause("RFC 6455, 4.2.1");
        list.must("header-case", "it takes names of headers, Upgrade and Connection in any case", Talk.of(talk ->
                takes(talk, good(talk).with("upgrade", "WebSocket").with("CONNECTION", "UPGRADE").with("sec-websocket-version", "13"))));
        list.must("connection-list", "it finds Upgrade among several values of Connection", Talk.of(talk ->
                takes(talk, good(talk).with("Connection", "keep-alive, Upgrade"))));
        list.must("unknown-header", "it takes headers that it does not know", Talk.of(talk ->
                takes(talk, good(talk).and("User-Agent", "conformance kit").and("Cookie", "a=b; c=d"))));
        list.must("octet-by-octet", "it takes a request that comes octet by octet", Talk.of(talk -> {
            talk.dialogue().sendOneByOne(good(talk).octets());
            talk.expectUpgraded(talk.subprotocol());
        }));
        list.interoperates("path", "it takes any path", Talk.of(talk -> takes(talk, good(talk).beginning("GET /some/where?else=1 HTTP/1.1"))));
    }

    private static void refusals(CaseList list) {
        for (String name : List.of("Upgrade", "Connection", "Sec-WebSocket-Key", "Sec-WebSocket-Version", "Host")) {
            list.must("no-" + name.replace("Sec-WebSocket-", "").toLowerCase(Locale.ROOT), "it refuses a request without " + name, Talk.of(talk ->
                    refuses(talk, good(talk).without(name))));
        }
        list.must("upgrade-other", "it refuses a request for another protocol", Talk.of(talk -> refuses(talk, good(talk).with("Upgrade", "h2c"))));
        list.must("version-8", "it refuses version 8 of WebSocket", Talk.of(talk -> refuses(talk, good(talk).with("Sec-WebSocket-Version", "8"))));
        list.must("post", "it refuses another method than GET", Talk.of(talk -> refuses(talk, good(talk).beginning("POST / HTTP/1.1"))));
        list.must("http-1-0", "it refuses HTTP 1.0", Talk.of(talk -> refuses(talk, good(talk).beginning("GET / HTTP/1.0"))));
        list.must("not-http", "it refuses what is no HTTP", Talk.of(talk -> refuses(talk, HttpHead.of("GET nothing that is HTTP"))));
        list.clause("RFC 6455, 10.4");
        list.should("head-1m", "it does not take a head of a million octets", Talk.of(talk ->
                refuses(talk, good(talk).and("X-Long", "x".repeat(1_000_000)))));
    }

    private static void subprotocols(CaseList list) {
        list.clause("45/ZWS, Handshake");
        list.must("subprotocol-list", "it finds its subprotocol among others", Talk.of(talk -> takes(talk, Upgrade.request("chat, " + talk.subprotocol()))));
        list.must("subprotocol-headers", "it finds its subprotocol in a second header", Talk.of(talk ->
                takes(talk, Upgrade.request("chat").and("Sec-WebSocket-Protocol", talk.subprotocol()))));
        list.should("subprotocol-unknown", "it refuses subprotocols that it does not know", Talk.of(talk ->
                refuses(talk, Upgrade.request("chat, ZWS1.0, ZWS3.0/" + talk.dialogue().peer().mechanism()))));
        list.should("subprotocol-none", "it refuses a request without subprotocols", Talk.of(talk ->
                refuses(talk, good(talk).without("Sec-WebSocket-Protocol"))));
        list.should("mechanism-unknown", "it refuses a mechanism that does not exist", Talk.of(talk ->
                refuses(talk, Upgrade.request(talk.subprotocol() + "S"))));
        list.should("mechanism-case", "it refuses its mechanism in lower case", Talk.of(talk ->
                refuses(talk, Upgrade.request(talk.subprotocol().toLowerCase(Locale.ROOT)))));
        for (String other : List.of("NULL", "PLAIN")) {
            list.applies(listening(), notOf(other));
            list.should("mechanism-" + other.toLowerCase(Locale.ROOT), "it refuses " + other + " unless that is its mechanism", Talk.of(talk ->
                    refuses(talk, Upgrade.request(Upgrade.subprotocol(other)))));
        }
        list.applies(listening(), notOf("NULL"));
        list.should("mechanism-none", "it refuses a client without a mechanism if it has one that secures", Talk.of(talk ->
                refuses(talk, Upgrade.request(Upgrade.BARE))));
    }

    private static void patience(CaseList list) {
        list.clause("RFC 6455, 4.2.1").applies(listening(), sociable());
        list.must("leaves-midway", "it serves others after a client that left in the middle of its request", Talk.of(talk -> {
            WebSocketTalk other = talk.another();
            other.send(text("GET / HTTP/1.1\r\nHost: loc"));
            other.dialogue().close();
            talk.upgrade();
        }));
        list.clause("37/ZMTP, Security Considerations").applies(listening(), timesHandshakes());
        list.interoperates("silent", "it does not wait for ever for a request", d -> d.awaitClosedInHandshake());
        list.interoperates("silent-after-upgrade", "it does not wait for ever for READY", Talk.of(talk -> {
            talk.upgrade();
            talk.dialogue().awaitClosedInHandshake();
        }));
    }

    private static Applicability notOf(String mechanism) {
        return peer -> peer.mechanism().equals(mechanism) ? Optional.of("the peer's mechanism is " + mechanism) : Optional.empty();
    }

    private static HttpHead good(WebSocketTalk talk) {
        return Upgrade.request(talk.subprotocol());
    }

    private static void takes(WebSocketTalk talk, HttpHead request) {
        talk.send(request.octets());
        talk.expectUpgraded(talk.subprotocol());
    }

    private static void refuses(WebSocketTalk talk, HttpHead request) {
        talk.send(request.octets());
        talk.expectNoUpgrade();
    }

    private static boolean has(HttpHead head, String name, String value) {
        return head.values(name).stream().anyMatch(value::equalsIgnoreCase);
    }
}
