package io.generaldomo.spec.conformance.majordomo;

import static io.generaldomo.spec.conformance.wire.Octets.flip;
import static io.generaldomo.spec.conformance.wire.Octets.text;

import io.generaldomo.spec.conformance.ConformanceCase;
import io.generaldomo.spec.conformance.Deviation;
import io.generaldomo.spec.conformance.wire.Dialect;
import io.generaldomo.spec.conformance.wire.Dialect.Verb;
import java.io.IOException;
import java.util.List;

/** What a broker does for workers, and against them. */
final class WorkerCases {
    private static final byte[] HELLO = text("hello");

    private WorkerCases() {}

    static List<ConformanceCase> of(Dialect dialect) {
        Chapter cases = Chapter.ofBroker(dialect, "worker");
        cases.clause("MDP/Worker", "2").must("request-frames", "a worker's request has exactly the frames of the dialect", WorkerCases::exactRequest);
        registration(cases.clause("Opening and Closing a Connection", "6.3"));
        leaving(cases.clause("Opening and Closing a Connection", "6.4"));
        replies(cases.clause("Request and Reply Processing", "4.3"));
        if (dialect.marksTheLast()) {
            turns(cases.clause("Request and Reply Processing", "6"));
        }
        losses(cases.clause("Request and Reply Processing", "6.5"));
        return cases.list().cases();
    }

    private static void exactRequest(Stage stage) throws IOException {
        PlayedWorker worker = stage.worker();
        PlayedClient client = stage.client();
        client.request(stage.service(), HELLO, text("again"));
        List<byte[]> parts = worker.talk().hearPartsOtherThan(stage.dialect().worker(Verb.HEARTBEAT));
        byte[] address = stage.dialect().frames(parts).filter(frames -> frames.size() > 2).map(frames -> frames.get(2)).orElse(new byte[0]);
        Exact.check(stage.dialect(), parts, stage.dialect().addressed(Verb.REQUEST, address, HELLO, text("again")));
        Deviation.unless(
                address.length > 0 && address.length < 256, "an address of 1 to 255 octets", address.length + " octets");
    }

    private static void registration(Chapter cases) {
        cases.must("ready-twice", "a second READY is answered with DISCONNECT", stage -> stage.worker().ready(stage.service()).expectDisconnect());
        cases.must("ready-twice-other", "a second READY for another service is answered with DISCONNECT",
                stage -> stage.worker().ready(stage.service() + "-2").expectDisconnect());
        cases.must("silent-after-disconnect", "who was sent DISCONNECT is sent no further command", stage -> {
            PlayedWorker worker = stage.worker().ready(stage.service());
            worker.expectDisconnect();
            stage.client("hello");
            worker.expectSilence();
        });
        cases.must("heartbeat-before-ready", "HEARTBEAT of who has not registered is answered with DISCONNECT", stage -> {
            PlayedWorker worker = stage.stranger();
            worker.heartbeat();
            worker.expectDisconnect();
        });
        cases.must("reply-before-ready", "a reply of who has not registered is answered with DISCONNECT", stage -> {
            PlayedWorker worker = stage.stranger();
            worker.reply(text("addr"), HELLO);
            worker.expectDisconnect();
        });
        cases.must("disconnect-before-ready", "DISCONNECT of who has not registered is not answered", stage -> {
            PlayedWorker worker = stage.stranger();
            worker.disconnect();
            worker.talk().expectNothing();
        });
    }

    private static void leaving(Chapter cases) {
        cases.must("disconnect", "a worker that said DISCONNECT gets no request", stage -> {
            PlayedWorker left = stage.worker();
            left.disconnect();
            left.expectNoRequest();
            stage.clientServedBy(stage.worker());
            left.expectNoRequest();
        });
        cases.must("disconnect-not-answered", "a worker that said DISCONNECT is sent no further command", stage -> {
            PlayedWorker left = stage.worker();
            left.disconnect();
            left.expectNoRequest(); // a heartbeat may have been on its way
            left.expectSilence();
        });
        cases.should("connection-lost", "a worker whose connection is lost gets no request that nobody else gets", stage -> {
            stage.stranger(); // the first connection of a case has to stay
            PlayedWorker lost = stage.worker();
            PlayedClient client = stage.client("one");
            lost.serve("one", "1");
            client.expectReply("1");
            lost.talk().dialogue().close();
            PlayedWorker stays = stage.worker();
            client.request(stage.service(), "two");
            stays.serve("two", "2");
            client.expectReply("2");
        });
    }

    private static void replies(Chapter cases) {
        if (cases.dialect().marksTheLast()) {
            cases.mustInRfc("reply-idle", "a reply without a request is answered with DISCONNECT", stage -> {
                PlayedWorker worker = stage.worker();
                PlayedClient client = stage.client("hello");
                byte[] address = worker.expectRequest(HELLO);
                worker.reply(address, text("world"));
                client.expectReply("world");
                worker.reply(address, text("twice"));
                worker.expectDisconnect();
                client.expectNothing();
            });
        }
        cases.must("address-unknown", "a reply with an address that the broker did not give reaches no client", stage -> {
            PlayedWorker worker = stage.worker();
            PlayedClient client = stage.client("hello");
            byte[] address = worker.expectRequest(HELLO);
            worker.reply(flip(address, address.length - 1), text("wrong"));
            client.expectNothing();
        });
        cases.mustInGdp("address-of-another", "a reply to a request that another worker holds reaches no client", stage -> {
            PlayedWorker worker = stage.worker();
            PlayedClient client = stage.client("hello");
            byte[] address = worker.expectRequest(HELLO);
            PlayedWorker thief = stage.workerFor(stage.service() + "-2");
            thief.reply(address, text("stolen"));
            client.expectNothing();
            worker.reply(address, text("world"));
            client.expectReply("world");
        });
    }

    private static void turns(Chapter cases) {
        cases.must("busy", "a busy worker gets no request before it has replied", stage -> {
            PlayedWorker worker = stage.worker();
            PlayedClient one = stage.client("one");
            byte[] address = worker.expectRequest(text("one"));
            PlayedClient two = stage.client("two");
            worker.expectNoRequest();
            worker.reply(address, text("1"));
            one.expectReply("1");
            worker.serve("two", "2");
            two.expectReply("2");
        });
        cases.should("least-recently-used", "of two idle workers, that gets a request which was used less recently", stage -> {
            PlayedWorker a = stage.worker();
            PlayedClient client = stage.client("1");
            byte[] first = a.expectRequest(text("1"));
            PlayedWorker b = stage.worker();
            PlayedClient other = stage.client("2");
            b.serve("2", "2");
            other.expectReply("2");
            a.reply(first, text("1"));
            client.expectReply("1");
            for (int round = 0; round < 2; round++) {
                client.request(stage.service(), "for b");
                b.serve("for b", "b");
                client.expectReply("b");
                client.request(stage.service(), "for a");
                a.serve("for a", "a");
                client.expectReply("a");
            }
        });
    }

    private static void losses(Chapter cases) {
        cases.should("lost-with-request", "the request of a worker whose connection is lost goes to another",
                stage -> goesToAnother(stage, worker -> worker.talk().dialogue().close()));
        cases.should("leaves-with-request", "the request of a worker that says DISCONNECT goes to another",
                stage -> goesToAnother(stage, PlayedWorker::disconnect));
        cases.should("dismissed-with-request", "the request of a worker that was sent DISCONNECT goes to another",
                stage -> goesToAnother(stage, worker -> worker.ready(stage.service()).expectDisconnect()));
    }

    /** How a worker ends. */
    @FunctionalInterface
    private interface Ending {
        void of(PlayedWorker worker) throws IOException;
    }

    private static void goesToAnother(Stage stage, Ending ending) throws IOException {
        PlayedClient client = stage.client();
        PlayedWorker holds = stage.worker();
        client.request(stage.service(), HELLO);
        holds.expectRequest(HELLO);
        PlayedWorker other = stage.worker();
        ending.of(holds);
        other.serve("hello", "world");
        client.expectReply("world");
    }
}
