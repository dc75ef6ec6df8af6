package io.generaldomo.spec.conformance.majordomo;

import io.generaldomo.spec.conformance.Deviation;
import io.generaldomo.spec.conformance.Dialogue;
import io.generaldomo.spec.conformance.wire.Dialect;
import io.generaldomo.spec.conformance.wire.Dialect.Verb;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** A broker that the kit plays to one worker. Confined to the thread of the case. */
final class PlayedBroker {
    private final Talk talk;
    private final Dialect dialect;

    private PlayedBroker(Talk talk) {
        this.talk = talk;
        this.dialect = talk.dialect();
    }

    static PlayedBroker on(Dialogue dialogue, Dialect dialect) {
        return new PlayedBroker(Talk.asBroker(dialogue, dialect));
    }

    /** One whose worker has registered. */
    static PlayedBroker registered(Dialogue dialogue, Dialect dialect) {
        PlayedBroker broker = on(dialogue, dialect);
        broker.expectReady();
        return broker;
    }

    /** The worker once more, on a connection that it makes. */
    void expectAgain() throws IOException {
        on(talk.dialogue().another(), dialect).expectReady();
    }

    Talk talk() {
        return talk;
    }

    Duration patience() {
        return talk.dialogue().patience();
    }

    void expectReady() {
        List<byte[]> parts = talk.hearParts();
        List<byte[]> frames = dialect.frames(parts).orElse(parts);
        Deviation.unless(frames.size() > 2, "READY with a service", Shown.frames(parts));
        byte[] service = frames.get(2);
        Exact.check(dialect, parts, dialect.worker(Verb.READY, service));
        Deviation.unless(service.length > 0, "READY for a service with a name", Shown.frames(parts));
    }

    void heartbeat() {
        talk.say(dialect.worker(Verb.HEARTBEAT));
    }

    void disconnect() {
        talk.say(dialect.worker(Verb.DISCONNECT));
    }

    void request(byte[] address, byte[]... body) {
        talk.say(dialect.addressed(Verb.REQUEST, address, body));
    }

    void expectHeartbeat() {
        Exact.expect(talk, dialect.worker(Verb.HEARTBEAT));
    }

    /** Expects the end of a reply to this address, of one frame at least; returns the frames of the last. */
    List<byte[]> expectReply(byte[] address) {
        String what = "a reply to the address " + Shown.frames(address);
        List<byte[]> frames = nextOf(what);
        while (dialect.streams() && dialect.marksTheLast() && is(frames, Verb.PARTIAL)) {
            frames = nextOf(what);
        }
        boolean isReply = is(frames, Verb.FINAL) && frames.size() > 2 && Arrays.equals(frames.get(2), address);
        Deviation.unless(isReply, what, Shown.frames(frames));
        return frames;
    }

    private List<byte[]> nextOf(String what) {
        return talk.hearOtherThan(dialect.worker(Verb.HEARTBEAT), what);
    }

    private boolean is(List<byte[]> frames, Verb verb) {
        return frames.size() > 1 && Talk.isSame(frames.subList(0, 2), dialect.worker(verb));
    }

    /** Expects that the worker goes, whatever it says before. */
    void expectGone(Duration within) {
        long deadline = System.nanoTime() + within.toNanos();
        while (!talk.dialogue().isClosed()) {
            Deviation.unless(System.nanoTime() < deadline, "the end of the connection", "an open connection after " + within.toMillis() + " ms");
            talk.hearWithin(Duration.ofMillis(100));
        }
    }
}
