package io.generaldomo.spec.conformance.majordomo;

import static io.generaldomo.spec.conformance.wire.Octets.hex;
import static io.generaldomo.spec.conformance.wire.Octets.repeat;
import static io.generaldomo.spec.conformance.wire.Octets.text;

import io.generaldomo.spec.conformance.ConformanceCase;
import io.generaldomo.spec.conformance.wire.Dialect;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** What a broker does for clients. */
final class ClientCases {
    private static final byte[][] BODY = {text("a"), {}, hex("00 ff 0d 0a"), {}, text("end")};

    private ClientCases() {}

    static List<ConformanceCase> of(Dialect dialect) {
        Chapter cases = Chapter.ofBroker(dialect, "client");
        bodies(cases.clause("MDP/Client", "2"));
        pairing(cases.clause("Request and Reply Processing", "4"));
        names(cases.clause("MDP/Client", "2.2"));
        if (dialect == Dialect.MDP_01) {
            cases.must("req", "it serves a client over REQ", stage -> {
                PlayedWorker worker = stage.worker();
                PlayedClient client = stage.clientOf("REQ");
                client.request(stage.service(), "hello");
                worker.serve("hello", "world");
                client.expectReply("world");
            });
        }
        return cases.list().cases();
    }

    private static void bodies(Chapter cases) {
        cases.must("reply-frames", "a reply has exactly the frames of the dialect, with the service that was asked", stage -> {
            PlayedWorker worker = stage.worker();
            PlayedClient client = stage.client("hello");
            worker.serve("hello", "world");
            byte[][] frames = stage.dialect().reply(text(stage.service()), text("world"));
            Exact.expect(client.talk(), frames);
        });
        cases.must("body-frames", "the frames of a body pass as they are, empty ones too", stage -> passes(stage, BODY));
        cases.must("body-empty", "a body of one empty frame passes", stage -> passes(stage, new byte[0]));
        cases.must("body-254", "a body of 254 octets passes", stage -> passes(stage, repeat(0x61, 254)));
        cases.must("body-255", "a body of 255 octets passes", stage -> passes(stage, repeat(0x62, 255)));
        cases.must("body-256", "a body of 256 octets passes", stage -> passes(stage, repeat(0x63, 256)));
        cases.must("body-100000", "a body of 100,000 octets passes", stage -> passes(stage, repeat(0x64, 100_000)));
        cases.must("body-like-a-command", "a body that looks like a command passes", stage -> passes(stage, stage.dialect().request(text("x"), text("y"))));
        cases.should("body-missing", "a request without a body reaches the worker with one empty frame", stage -> {
            PlayedWorker worker = stage.worker();
            PlayedClient client = stage.client();
            client.request(stage.service());
            worker.reply(worker.expectRequest(new byte[0]), text("world"));
            client.expectReply("world");
        });
    }

    private static void passes(Stage stage, byte[]... body) throws IOException {
        PlayedWorker worker = stage.worker();
        PlayedClient client = stage.client();
        client.request(stage.service(), body);
        worker.reply(worker.expectRequest(body), body);
        client.expectReply(body);
    }

    private static void pairing(Chapter cases) {
        cases.must("again", "a client is served again on the same connection", stage -> {
            PlayedWorker worker = stage.worker();
            PlayedClient client = stage.client();
            for (String body : List.of("one", "two", "three")) {
                client.request(stage.service(), body);
                worker.serve(body, "reply to " + body);
                client.expectReply("reply to " + body);
            }
        });
        cases.must("right-client", "each of two clients gets its own reply, whichever comes first", stage -> {
            PlayedWorker one = stage.worker();
            PlayedClient early = stage.client("early");
            byte[] earlyAddress = one.expectRequest(text("early"));
            PlayedWorker other = stage.worker();
            PlayedClient late = stage.client("late");
            byte[] lateAddress = other.expectRequest(text("late"));
            other.reply(lateAddress, text("to late"));
            late.expectReply("to late");
            one.reply(earlyAddress, text("to early"));
            early.expectReply("to early");
        });
        cases.must("client-left", "a reply to a client that has left harms nobody", stage -> {
            PlayedWorker worker = stage.worker();
            PlayedClient gone = stage.client("gone");
            byte[] address = worker.expectRequest(text("gone"));
            gone.talk().dialogue().close();
            worker.reply(address, text("late"));
            PlayedClient next = stage.client("next");
            worker.serve("next", "reply to next");
            next.expectReply("reply to next");
        });
        cases.should("waits-for-worker", "a request waits until a worker comes", stage -> {
            PlayedClient client = stage.client("early");
            client.expectNothing();
            stage.worker().serve("early", "at last");
            client.expectReply("at last");
        });
        cases.should("waits-in-order", "requests of one client wait in their order", stage -> {
            PlayedClient client = stage.client("first");
            client.request(stage.service(), "second");
            client.expectNothing();
            PlayedWorker worker = stage.worker();
            worker.serve("first", "to first");
            worker.serve("second", "to second");
        });
        cases.clause("Heartbeating", "5.4").must("no-heartbeats", "a client is sent nothing but replies", stage -> {
            PlayedClient client = stage.clientServedBy(stage.worker());
            client.talk().expectNothing(client.talk().dialogue().patience().dividedBy(2));
        });
    }

    private static void names(Chapter cases) {
        cases.must("other-names", "a worker gets no request to a service whose name only resembles its own", stage -> {
            PlayedWorker worker = stage.worker();
            PlayedClient client = stage.client();
            client.request(stage.service().toUpperCase(Locale.ROOT), "capitals");
            client.request(stage.service() + ' ', "blank");
            client.request(stage.service().substring(1), "beginning");
            client.expectNothing();
            PlayedClient right = stage.client("right");
            worker.serve("right", "reply");
            right.expectReply("reply");
        });
        cases.should("long-name", "a service may have a name of 255 octets, of any but zero", stage -> {
            StringBuilder name = new StringBuilder(stage.service());
            for (char octet = 255; name.length() < 255; octet--) {
                name.append(octet);
            }
            stage.clientServedBy(stage.workerFor(name.toString()), name.toString());
        });
        cases.must("two-services", "each of two services gets its own requests", stage -> {
            PlayedWorker one = stage.worker();
            PlayedWorker other = stage.workerFor(stage.service() + "-2");
            PlayedClient client = stage.client();
            client.request(stage.service() + "-2", "to the second");
            other.serve("to the second", "2");
            client.expectReply("2");
            client.request(stage.service(), "to the first");
            one.serve("to the first", "1");
            client.expectReply("1");
        });
    }
}
