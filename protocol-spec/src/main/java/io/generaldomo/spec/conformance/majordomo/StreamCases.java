package io.generaldomo.spec.conformance.majordomo;

import static io.generaldomo.spec.conformance.wire.Octets.text;

import io.generaldomo.spec.conformance.ConformanceCase;
import io.generaldomo.spec.conformance.wire.Dialect;
import java.util.List;

/** Several replies to one request: PARTIAL and FINAL, or REPORT. */
final class StreamCases {
    private StreamCases() {}

    static List<ConformanceCase> of(Dialect dialect) {
        Chapter cases = Chapter.ofBroker(dialect, "stream").clause("Request and Reply Processing", "10.5");
        cases.must("in-order", "a client gets all replies, in their order", stage -> {
            PlayedWorker worker = stage.worker();
            PlayedClient client = stage.client("count");
            byte[] address = worker.expectRequest(text("count"));
            for (String part : List.of("one", "two", "three")) {
                worker.partial(address, text(part));
            }
            worker.reply(address, text("end"));
            for (String part : List.of("one", "two", "three", "end")) {
                client.expectReply(part);
            }
        });
        cases.must("at-once", "a client gets a partial reply before the worker has finished", stage -> {
            PlayedWorker worker = stage.worker();
            PlayedClient client = stage.client("count");
            byte[] address = worker.expectRequest(text("count"));
            worker.partial(address, text("one"));
            client.expectReply("one");
            worker.reply(address, text("end"));
            client.expectReply("end");
        });
        cases.must("frames", "a partial reply has exactly the frames of the dialect", stage -> {
            PlayedWorker worker = stage.worker();
            PlayedClient client = stage.client("count");
            worker.partial(worker.expectRequest(text("count")), text("one"), new byte[0]);
            Exact.expect(client.talk(), stage.dialect().partialReply(text(stage.service()), text("one"), new byte[0]));
        });
        if (dialect.marksTheLast()) {
            cases.must("busy-until-final", "a worker that sent a partial reply gets no request before its final one", stage -> {
                PlayedWorker worker = stage.worker();
                PlayedClient client = stage.client("count");
                byte[] address = worker.expectRequest(text("count"));
                worker.partial(address, text("one"));
                client.expectReply("one");
                PlayedClient other = stage.client("next");
                worker.expectNoRequest();
                worker.reply(address, text("end"));
                client.expectReply("end");
                worker.serve("next", "reply");
                other.expectReply("reply");
            });
        } else {
            cases.must("several-requests", "a worker gets requests while it works, and its reports reach the right clients", stage -> {
                PlayedWorker worker = stage.worker();
                PlayedClient one = stage.client("one");
                byte[] first = worker.expectRequest(text("one"));
                PlayedClient two = stage.client("two");
                byte[] second = worker.expectRequest(text("two"));
                worker.reply(second, text("2"));
                two.expectReply("2");
                worker.reply(first, text("1"));
                one.expectReply("1");
            });
        }
        return cases.list().cases();
    }
}
