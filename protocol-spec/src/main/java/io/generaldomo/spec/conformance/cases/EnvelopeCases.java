package io.generaldomo.spec.conformance.cases;

import static io.generaldomo.spec.conformance.Applicability.connecting;
import static io.generaldomo.spec.conformance.Applicability.echo;
import static io.generaldomo.spec.conformance.Applicability.heartbeats;
import static io.generaldomo.spec.conformance.Applicability.listening;
import static io.generaldomo.spec.conformance.Applicability.types;
import static io.generaldomo.spec.conformance.wire.Octets.text;
import static io.generaldomo.spec.conformance.wire.Zmtp.message;
import static io.generaldomo.spec.conformance.wire.Zmtp.property;
import static io.generaldomo.spec.conformance.wire.Zmtp.ready;

import io.generaldomo.spec.conformance.CaseList;
import io.generaldomo.spec.conformance.ConformanceCase;
import io.generaldomo.spec.conformance.Deviation;
import io.generaldomo.spec.conformance.Dialogue;
import io.generaldomo.spec.conformance.wire.Printable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Envelopes and identities of REQ, REP, DEALER and ROUTER. */
final class EnvelopeCases {
    private static final byte[] NOTHING = {};

    private EnvelopeCases() {}

    static List<ConformanceCase> cases() {
        CaseList list = new CaseList("zmtp/3.1/envelope", "28/REQREP, The REP Socket Type");
        rep(list);
        router(list);
        req(list);
        return list.cases();
    }

    private static void rep(CaseList list) {
        list.applies(echo(), types("REP"));
        list.must("rep-minimal", "REP repeats an envelope that is the delimiter only", d -> echoesWhole(d, NOTHING, text("hello")));
        list.must("rep-address", "REP repeats an address before the delimiter", d -> echoesWhole(d, text("id1"), NOTHING, text("hello")));
        list.must("rep-addresses", "REP repeats all addresses before the delimiter", d -> echoesWhole(d, text("X"), text("Y"), NOTHING, text("A")));
        list.must("rep-body-empty", "REP takes an empty body", d -> echoesWhole(d, NOTHING, NOTHING));
        list.must("rep-body-empties", "REP takes the first empty frame for the delimiter", d -> echoesWhole(d, NOTHING, NOTHING, text("A"), NOTHING));
        // Fact 4.5.
        list.interoperates("rep-no-delimiter", "REP drops a request without a delimiter", d -> drops(d, message(text("id1"), text("hello"))));
        list.interoperates("rep-delimiter-alone", "REP drops a request that is a delimiter only", d -> drops(d, message(NOTHING)));
        list.must("rep-two", "REP answers two requests of one peer, in order", d -> {
            d.handshakeAs("DEALER");
            d.say(text("one"));
            d.say(text("two"));
            d.hear(text("one"));
            d.hear(text("two"));
        });
    }

    private static void router(CaseList list) {
        list.clause("28/REQREP, The ROUTER Socket Type").applies(echo(), types("ROUTER", "SERVER", "REP"), listening());
        list.must("own-peer", "it sends each reply to the peer that asked", d -> {
            Dialogue other = d.another();
            d.handshake();
            other.handshake();
            d.say(text("mine"));
            other.say(text("yours"));
            other.hear(text("yours"));
            d.hear(text("mine"));
        });
        list.applies(echo(), types("ROUTER"), listening());
        list.must("identity", "ROUTER answers a peer that announces an identity", d -> {
            d.handshakeAs("DEALER", property("Identity", text("conform-1")));
            d.say(text("hello"));
            d.hear(text("hello"));
        });
        list.must("identity-again", "ROUTER answers a peer that comes back with its identity", d -> {
            Dialogue before = d.another();
            before.handshakeAs("DEALER", property("Identity", text("conform-2")));
            before.say(text("before"));
            before.hear(text("before"));
            before.close();
            comesBack(d);
        });
        // Fact 4.1: the second peer is turned away or stays mute.
        list.interoperates("identity-twice", "ROUTER answers the first of two peers of the same identity", d -> {
            d.handshakeAs("DEALER", property("Identity", text("conform-3")));
            d.say(text("first"));
            d.hear(text("first"));
            Dialogue second = d.another();
            second.greet();
            second.send(ready("DEALER", property("Identity", text("conform-3"))));
            d.say(text("again"));
            d.hear(text("again"));
        });
        list.applies(EchoCases.ECHO, types("DEALER", "ROUTER"));
        list.must("no-delimiter", "it adds no delimiter to what has none", d -> {
            d.handshakeAs("DEALER");
            d.send(message(NOTHING, text("body")));
            d.hear(NOTHING, text("body"));
        });
    }

    /** The peer may need a moment to notice that the one before has gone, and is not heard until then. */
    private static void comesBack(Dialogue d) throws IOException {
        for (int attempt = 0; attempt < 20; attempt++) {
            Dialogue again = d.another();
            try {
                again.handshakeAs("DEALER", property("Identity", text("conform-2")));
                again.say(text("after"));
                if (again.octetsWithin(Duration.ofMillis(100)) > 0) {
                    again.hear(text("after"));
                    return;
                }
            } catch (Deviation refused) {
                // once more
            }
            again.close();
        }
        throw new Deviation("the reply after a while", "nothing in twenty attempts");
    }

    private static void req(CaseList list) {
        list.clause("28/REQREP, The REQ Socket Type").applies(heartbeats(), types("REQ"), connecting());
        list.must("req-delimiter", "REQ begins its request with an empty delimiter", d -> {
            d.handshake();
            List<byte[]> request = d.expectMessage();
            Deviation.unless(request.size() > 1 && request.get(0).length == 0, "an empty first frame and a body", Printable.hex(request.get(0)));
        });
        // Fact 4.4: libzmq closes, where the text has the reply discarded.
        list.interoperates("req-no-delimiter", "REQ does not take a reply without a delimiter: it closes", d -> {
            d.handshake();
            d.expectMessage();
            d.send(message(text("reply")));
            d.awaitClosed();
        });
        list.interoperates("req-early-reply", "REQ drops a second reply to the same request", d -> {
            d.handshake();
            d.expectMessage();
            d.send(message(NOTHING, text("reply")), message(NOTHING, text("again")));
            d.expectAlive();
        });
    }

    private static void echoesWhole(Dialogue d, byte[]... frames) {
        d.handshakeAs("DEALER");
        d.send(message(frames));
        d.hearWhole(frames);
    }

    private static void drops(Dialogue d, byte[] request) {
        d.handshakeAs("DEALER");
        d.send(request);
        d.expectAlive();
        d.say(text("next"));
        d.hear(text("next"));
    }
}
