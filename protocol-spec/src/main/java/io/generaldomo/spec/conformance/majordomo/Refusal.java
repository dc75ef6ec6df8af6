package io.generaldomo.spec.conformance.majordomo;

import io.generaldomo.spec.conformance.Deviation;
import io.generaldomo.spec.conformance.wire.Dialect.Verb;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** That a broker refuses a message: it closes, or drops it; a worker it may send DISCONNECT. Others are served as before. Stateless. */
final class Refusal {
    private Refusal() {}

    /** From a client: it gets no reply, and the worker of the service no request. */
    static void ofClient(Stage stage, byte[]... parts) throws IOException {
        PlayedWorker worker = stage.worker();
        PlayedClient client = stage.client();
        client.talk().sayParts(parts);
        expectNone(stage, client.talk());
        PlayedClient good = stage.client("good");
        worker.serve("good", "reply");
        good.expectReply("reply");
    }

    /** From a worker that has not registered: it is not registered by it. */
    static void ofWorker(Stage stage, byte[]... parts) throws IOException {
        PlayedWorker worker = stage.stranger();
        worker.talk().sayParts(parts);
        expectNone(stage, worker.talk());
        stage.clientServedBy(stage.worker());
    }

    /** From a worker that is registered: it is treated as invalid, or goes on as before. */
    static void ofRegistered(Stage stage, byte[]... parts) throws IOException {
        PlayedWorker worker = stage.worker();
        worker.talk().sayParts(parts);
        expectNone(stage, worker.talk());
        worker.disconnect();
        worker.talk().settle();
        stage.clientServedBy(stage.worker());
    }

    /** Whoever said it is told nothing but that it is no worker. */
    private static void expectNone(Stage stage, Talk talk) {
        long deadline = System.nanoTime() + Talk.QUIET.toNanos();
        Optional<List<byte[]>> heard = talk.hearWithin(Talk.QUIET);
        while (heard.isPresent()) {
            boolean isHarmless = Talk.isSame(heard.get(), stage.dialect().worker(Verb.DISCONNECT))
                    || Talk.isSame(heard.get(), stage.dialect().worker(Verb.HEARTBEAT));
            Deviation.unless(isHarmless, "the end of the connection, DISCONNECT or no answer", Shown.frames(heard.get()));
            heard = talk.hearWithin(Duration.ofNanos(deadline - System.nanoTime()));
        }
    }
}
