package io.generaldomo.spec.conformance.majordomo;

import static io.generaldomo.spec.conformance.wire.Octets.text;

import io.generaldomo.spec.conformance.ConformanceCase;
import io.generaldomo.spec.conformance.Deviation;
import io.generaldomo.spec.conformance.wire.Dialect;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Heartbeats and expiry. What should come has to come within the patience, as everywhere: three seconds, which a worker made by zproto waits and one of
 * the Guide too. Three times the patience is longer than a broker should put up with a silent worker, twice as much is the longest that it may take.
 */
final class LivenessCases {
    private static final int LONGER_THAN_EXPIRY = 3;
    private static final int LATEST_EXPIRY = 6;
    private static final int MANY = 50;

    private LivenessCases() {}

    static List<ConformanceCase> of(Dialect dialect) {
        Chapter cases = Chapter.ofBroker(dialect, "liveness").clause("Heartbeating", "7");
        if (dialect == Dialect.MDP_01 || dialect == Dialect.GDP) {
            slow(cases);
        }
        cases.must("heartbeats", "an idle worker is sent HEARTBEAT again and again", stage -> {
            PlayedWorker worker = stage.worker();
            worker.expectHeartbeat();
            worker.expectHeartbeat();
        });
        cases.interoperates("heartbeats-busy", "so is a busy one", stage -> {
            PlayedWorker worker = stage.worker();
            stage.client("hello");
            worker.expectRequest(text("hello"));
            worker.expectHeartbeat();
            worker.expectHeartbeat();
        });
        cases.must("heartbeats-in-traffic", "so is one while others are served without a pause", LivenessCases::inTraffic);
        cases.must("heartbeats-not-answered", "HEARTBEAT is not answered with HEARTBEAT", stage -> {
            PlayedWorker worker = stage.worker();
            worker.expectHeartbeat();
            for (int count = 0; count < MANY; count++) {
                worker.heartbeat();
            }
            long end = System.nanoTime() + Talk.QUIET.toNanos();
            int heard = 0;
            while (worker.talk().hearWithin(Duration.ofNanos(end - System.nanoTime())).isPresent()) {
                heard++;
            }
            Deviation.unless(heard < MANY / 2, "heartbeats at an interval of their own", heard + " within " + Talk.QUIET.toMillis() + " ms");
        });
        return cases.list().cases();
    }

    private static void inTraffic(Stage stage) throws IOException {
        PlayedWorker idle = stage.worker();
        PlayedWorker worker = stage.workerFor(stage.service() + "-2");
        PlayedClient client = stage.client();
        long deadline = System.nanoTime() + client.talk().dialogue().patience().toNanos();
        Optional<List<byte[]>> heard = Optional.empty();
        while (heard.isEmpty()) {
            Deviation.unless(System.nanoTime() < deadline, "HEARTBEAT", "nothing while others were served");
            client.request(stage.service() + "-2", "hello");
            worker.serve("hello", "world");
            client.expectReply("world");
            heard = idle.talk().hearWithin(Duration.ofMillis(5));
        }
        Deviation.unless(Talk.isSame(heard.get(), stage.dialect().worker(Dialect.Verb.HEARTBEAT)), "HEARTBEAT", Shown.frames(heard.get()));
    }

    private static void slow(Chapter cases) {
        cases.must("silent-idle", "an idle worker that is silent gets no command any more", stage -> {
            PlayedWorker worker = stage.worker();
            Duration patience = worker.talk().dialogue().patience();
            long latest = System.nanoTime() + patience.multipliedBy(LATEST_EXPIRY).toNanos();
            // HEARTBEATs end, or DISCONNECT is the last.
            while (worker.talk().hearWithin(patience).filter(frames -> !isDisconnect(stage, frames)).isPresent()) {
                Deviation.unless(System.nanoTime() < latest, "the end of the registration", "HEARTBEAT to a worker that is silent");
            }
            stage.clientServedBy(stage.worker());
        });
        cases.must("heartbeats-suffice", "an idle worker that only sends HEARTBEAT stays", stage -> {
            PlayedWorker worker = stage.worker();
            Duration patience = worker.talk().dialogue().patience();
            long end = System.nanoTime() + patience.multipliedBy(LONGER_THAN_EXPIRY).toNanos();
            while (System.nanoTime() < end) {
                worker.talk().expectNothing(patience.dividedBy(3), stage.dialect().worker(Dialect.Verb.HEARTBEAT));
                worker.heartbeat();
            }
            stage.clientServedBy(worker);
        });
        cases.mustInGdp("silent-busy", "a busy worker may be silent for as long as it works", stage -> {
            PlayedWorker worker = stage.worker();
            PlayedClient client = stage.client("hello");
            byte[] address = worker.expectRequest(text("hello"));
            Duration patience = worker.talk().dialogue().patience();
            worker.talk().expectNothing(patience.multipliedBy(LONGER_THAN_EXPIRY), stage.dialect().worker(Dialect.Verb.HEARTBEAT));
            worker.reply(address, text("at last"));
            client.expectReply("at last");
        });
    }

    private static boolean isDisconnect(Stage stage, List<byte[]> frames) {
        return Talk.isSame(frames, stage.dialect().worker(Dialect.Verb.DISCONNECT));
    }
}
