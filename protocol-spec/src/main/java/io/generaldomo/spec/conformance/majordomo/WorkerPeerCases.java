package io.generaldomo.spec.conformance.majordomo;

import static io.generaldomo.spec.conformance.wire.Octets.flip;
import static io.generaldomo.spec.conformance.wire.Octets.hex;
import static io.generaldomo.spec.conformance.wire.Octets.repeat;
import static io.generaldomo.spec.conformance.wire.Octets.text;

import io.generaldomo.spec.conformance.CaseList;
import io.generaldomo.spec.conformance.ConformanceCase;
import io.generaldomo.spec.conformance.Deviation;
import io.generaldomo.spec.conformance.wire.Dialect;
import io.generaldomo.spec.conformance.wire.Dialect.Verb;
import java.time.Duration;
import java.util.List;

/** The peer is a worker that connects; the kit is its broker. The worker may do with requests what it likes, but replies to them. */
final class WorkerPeerCases {
    private static final byte[] ADDRESS = hex("01 02 03 04");
    private static final byte[] HELLO = text("hello");
    private static final int LATEST_EXPIRY = 6;

    private final Dialect dialect;
    private final Chapter chapter;
    private final CaseList list;

    private WorkerPeerCases(Dialect dialect) {
        this.dialect = dialect;
        this.chapter = Chapter.of(dialect, "worker");
        this.list = chapter.list();
    }

    static List<ConformanceCase> of(Dialect dialect) {
        WorkerPeerCases cases = new WorkerPeerCases(dialect);
        cases.registration();
        cases.replies();
        cases.heartbeats();
        cases.disconnect();
        cases.malformed();
        return cases.list.cases();
    }

    private void registration() {
        chapter.clause("Opening and Closing a Connection", "6.1");
        list.must("ready", "its first command is READY, with exactly the frames of the dialect", d -> PlayedBroker.on(d, dialect).expectReady());
        list.must("ready-once", "it sends READY once", d -> {
            PlayedBroker broker = PlayedBroker.registered(d, dialect);
            broker.talk().expectNothing(dialect.worker(Verb.HEARTBEAT));
        });
        list.must("comes-back", "it comes back when its connection is lost", d -> {
            PlayedBroker broker = PlayedBroker.registered(d, dialect);
            broker.talk().dialogue().close();
            broker.expectAgain();
        });
    }

    private void replies() {
        chapter.clause("Request and Reply Processing", "4.1");
        list.must("reply-frames", "its reply has exactly the frames of the dialect", d -> {
            PlayedBroker broker = PlayedBroker.registered(d, dialect);
            broker.request(ADDRESS, HELLO);
            List<byte[]> frames = broker.expectReply(ADDRESS);
            boolean hasBody = frames.size() > 4 && frames.get(3).length == 0;
            Deviation.unless(hasBody, "an empty frame behind the address, then a body", Shown.frames(frames));
        });
        address("one", "of one octet", hex("00"));
        address("text", "that is text", text("client"));
        address("identity", "such as libzmq makes", hex("00 80 00 41 a7"));
        address("255", "of 255 octets", repeat(0xff, 255));
        list.must("again", "it replies to one request after the other", d -> {
            PlayedBroker broker = PlayedBroker.registered(d, dialect);
            for (int at = 0; at < 5; at++) {
                byte[] address = flip(ADDRESS, at % ADDRESS.length);
                broker.request(address, HELLO);
                broker.expectReply(address);
            }
        });
        list.must("body-empty", "it takes a body of one empty frame", d -> replies(PlayedBroker.registered(d, dialect), new byte[0]));
        list.must("body-frames", "it takes a body of several frames", d -> replies(PlayedBroker.registered(d, dialect), HELLO, new byte[0], HELLO));
        list.must("body-70000", "it takes a body of 70,000 octets", d -> replies(PlayedBroker.registered(d, dialect), repeat(0x61, 70_000)));
        chapter.clause("MDP/Worker", "2.3");
        list.should("body-missing", "it takes a request without a body", d -> replies(PlayedBroker.registered(d, dialect)));
    }

    private void address(String name, String title, byte[] address) {
        list.must("address-" + name, "it sends back an address " + title, d -> {
            PlayedBroker broker = PlayedBroker.registered(d, dialect);
            broker.request(address, HELLO);
            broker.expectReply(address);
        });
    }

    private static void replies(PlayedBroker broker, byte[]... body) {
        broker.request(ADDRESS, body);
        broker.expectReply(ADDRESS);
    }

    private void heartbeats() {
        chapter.clause("Heartbeating", "7");
        list.must("heartbeat", "it sends HEARTBEAT while it is idle", d -> {
            PlayedBroker broker = PlayedBroker.registered(d, dialect);
            broker.expectHeartbeat();
        });
        list.must("heartbeats-suffice", "it stays with a broker that only sends HEARTBEAT", d -> {
            PlayedBroker broker = PlayedBroker.registered(d, dialect);
            long end = System.nanoTime() + broker.patience().multipliedBy(3).toNanos();
            while (System.nanoTime() < end) {
                broker.heartbeat();
                broker.talk().expectNothing(broker.patience().dividedBy(3), dialect.worker(Verb.HEARTBEAT));
            }
            replies(broker, HELLO);
        });
        list.should("silent-broker", "it leaves a broker that is silent, and comes back", d -> {
            PlayedBroker broker = PlayedBroker.registered(d, dialect);
            broker.expectGone(broker.patience().multipliedBy(LATEST_EXPIRY));
            broker.expectAgain();
        });
    }

    private void disconnect() {
        chapter.clause("Opening and Closing a Connection", "6.3");
        list.must("disconnect", "it closes after DISCONNECT, and comes back on a new connection", d -> {
            PlayedBroker broker = PlayedBroker.registered(d, dialect);
            broker.disconnect();
            broker.expectGone(broker.patience());
            broker.expectAgain();
        });
        list.must("disconnect-not-answered", "it sends no further command after DISCONNECT", d -> {
            PlayedBroker broker = PlayedBroker.registered(d, dialect);
            broker.disconnect();
            broker.talk().expectNothing(Duration.ofMillis(1000));
        });
    }

    private void malformed() {
        chapter.clause("Opening and Closing a Connection", "9.1");
        survives("number-unknown", "a command that does not exist", new byte[][] {dialect.workerHeader(), hex("09")});
        survives("header-unknown", "a header of no dialect", new byte[][] {text("MDPX01"), hex("04")});
        survives("header-of-client", "what only a client is sent", dialect.reply(text("service"), HELLO));
        survives("ready-of-broker", "READY", dialect.worker(Verb.READY, text("service")));
        survives("delimiter-missing", "a request without the empty frame behind the address", dialect.worker(Verb.REQUEST, ADDRESS, HELLO));
        survives("request-alone", "a request without an address", dialect.worker(Verb.REQUEST));
    }

    /** It drops the message, or closes and comes back; either way it replies to nobody, and to the next request. */
    private void survives(String name, String title, byte[]... frames) {
        list.should("malformed-" + name, "it does not reply to " + title + ", and goes on", d -> {
            PlayedBroker broker = PlayedBroker.registered(d, dialect);
            broker.talk().say(frames);
            broker.talk().expectNothing(dialect.worker(Verb.HEARTBEAT));
            if (broker.talk().dialogue().isClosed()) {
                broker.expectAgain();
            } else {
                replies(broker, HELLO);
            }
        });
    }
}
