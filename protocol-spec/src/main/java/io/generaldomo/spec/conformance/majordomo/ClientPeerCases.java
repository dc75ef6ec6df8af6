package io.generaldomo.spec.conformance.majordomo;

import static io.generaldomo.spec.conformance.wire.Octets.text;

import io.generaldomo.spec.conformance.CaseList;
import io.generaldomo.spec.conformance.ConformanceCase;
import io.generaldomo.spec.conformance.Deviation;
import io.generaldomo.spec.conformance.Dialogue;
import io.generaldomo.spec.conformance.wire.Dialect;
import io.generaldomo.spec.conformance.wire.Packing;
import java.util.List;

/**
 * The peer is a client that connects and requests something; the kit is its broker. A client that goes on requesting, one request after the other's
 * reply, shows most; of one that requests once, a reply that it should not have taken does not show.
 */
final class ClientPeerCases {
    private final Dialect dialect;
    private final Chapter chapter;
    private final CaseList list;

    private ClientPeerCases(Dialect dialect) {
        this.dialect = dialect;
        this.chapter = Chapter.of(dialect, "client");
        this.list = chapter.list();
    }

    static List<ConformanceCase> of(Dialect dialect) {
        ClientPeerCases cases = new ClientPeerCases(dialect);
        cases.requests();
        cases.replies();
        return cases.list.cases();
    }

    /** A client whose request has come. */
    private final class Asked {
        private final Talk talk;
        private final byte[] service;

        Asked(Dialogue dialogue) {
            talk = Talk.asBroker(dialogue, dialect);
            List<byte[]> parts = talk.hearParts();
            List<byte[]> frames = dialect.frames(parts).orElse(parts);
            int at = dialect.request(new byte[0]).length - 1;
            Deviation.unless(frames.size() > at, "a request to a service", Shown.frames(parts));
            service = frames.get(at);
            byte[][] body = frames.subList(at + 1, frames.size()).toArray(byte[][]::new);
            Exact.check(dialect, parts, dialect.request(service, body));
            Deviation.unless(service.length > 0, "a service with a name", Shown.frames(parts));
            Deviation.unless(body.length > 0, "a body of one frame or more", Shown.frames(parts));
        }

        /** Expects that a message is taken for no reply: no other request follows it, nor anything else. */
        void ignores(byte[]... frames) {
            talk.say(frames);
            talk.expectNothing();
        }

        /** Expects that it still waits, unless it has closed. */
        void isServed() {
            if (!talk.dialogue().isClosed()) {
                talk.say(dialect.reply(service, text("reply")));
            }
        }
    }

    private void requests() {
        chapter.clause("MDP/Client", "2");
        list.must("request-frames", "its request has exactly the frames of the dialect", d -> new Asked(d).isServed());
        chapter.clause("MDP/Client", "5.4");
        list.must("no-heartbeats", "it says nothing while it waits", d -> {
            Asked client = new Asked(d);
            client.talk.expectNothing(d.patience().dividedBy(3));
            client.isServed();
        });
        chapter.clause("MDP/Client", "5.1");
        list.should("one-at-a-time", "it has one request under way on a connection", d -> {
            Asked client = new Asked(d);
            client.talk.expectNothing();
            client.isServed();
        });
    }

    private void replies() {
        chapter.clause("MDP/Client", "5.3");
        list.must("other-service", "it takes no reply of a service that it did not ask", d -> {
            Asked client = new Asked(d);
            client.ignores(dialect.reply(text("another service"), text("reply")));
            client.isServed();
        });
        chapter.clause("MDP/Client", "9.1");
        refuses("header-unknown", "a header of no dialect", client -> new byte[][] {text("MDPX01"), client.service, text("reply")});
        if (dialect.packing() != Packing.ZPROTO) {
            refuses("header-alone", "the header alone", client -> new byte[][] {dialect.clientHeader()});
        }
        refuses("header-of-worker", "what only a worker is sent", client -> dialect.worker(Dialect.Verb.HEARTBEAT));
    }

    /** What it is sent, for the service that it asked. */
    @FunctionalInterface
    private interface Frames {
        byte[][] of(Asked client);
    }

    private void refuses(String name, String title, Frames frames) {
        list.should("malformed-" + name, "it takes no reply from " + title, d -> {
            Asked client = new Asked(d);
            client.ignores(frames.of(client));
            client.isServed();
        });
    }
}
