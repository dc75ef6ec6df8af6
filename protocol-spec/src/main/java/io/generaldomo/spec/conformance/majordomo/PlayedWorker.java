package io.generaldomo.spec.conformance.majordomo;

import io.generaldomo.spec.conformance.Deviation;
import io.generaldomo.spec.conformance.wire.Dialect;
import io.generaldomo.spec.conformance.wire.Dialect.Verb;
import io.generaldomo.spec.conformance.wire.Octets;
import java.util.List;

/**
 * A worker that the kit plays to the broker. It looks at the ends of what it gets, so that a broker that leaves a frame out fails in the one case that
 * is about this frame. Confined to the thread of the case.
 */
final class PlayedWorker {
    private static final int ADDRESS = 2;

    private final Talk talk;
    private final Dialect dialect;

    PlayedWorker(Talk talk) {
        this.talk = talk;
        this.dialect = talk.dialect();
    }

    Talk talk() {
        return talk;
    }

    PlayedWorker ready(String service) {
        talk.say(dialect.worker(Verb.READY, Octets.text(service)));
        return this;
    }

    void heartbeat() {
        talk.say(dialect.worker(Verb.HEARTBEAT));
    }

    void disconnect() {
        talk.say(dialect.worker(Verb.DISCONNECT));
    }

    void partial(byte[] address, byte[]... body) {
        talk.say(dialect.addressed(Verb.PARTIAL, address, body));
    }

    void reply(byte[] address, byte[]... body) {
        talk.say(dialect.addressed(Verb.FINAL, address, body));
    }

    /** Expects a request, and returns the address to reply to. */
    byte[] expectRequest(byte[]... body) {
        String what = "REQUEST with the body " + Shown.frames(body);
        List<byte[]> frames = talk.hearOtherThan(heartbeats(), what);
        boolean isRequest = frames.size() > ADDRESS + body.length && is(frames, Verb.REQUEST) && Talk.endsWith(frames, body);
        Deviation.unless(isRequest, what, Shown.frames(frames));
        return frames.get(ADDRESS);
    }

    /** Expects a request, and answers it. */
    void serve(String body, String answer) {
        reply(expectRequest(Octets.text(body)), Octets.text(answer));
    }

    void expectHeartbeat() {
        List<byte[]> frames = talk.hear("HEARTBEAT");
        Deviation.unless(Talk.isSame(frames, heartbeats()), "HEARTBEAT", Shown.frames(frames));
    }

    void expectDisconnect() {
        List<byte[]> frames = talk.hearOtherThan(heartbeats(), "DISCONNECT");
        Deviation.unless(Talk.isSame(frames, dialect.worker(Verb.DISCONNECT)), "DISCONNECT", Shown.frames(frames));
    }

    /** Expects no request, for a short while. */
    void expectNoRequest() {
        talk.expectNothing(heartbeats());
    }

    /** Expects no command at all, for as long as one heartbeat would take to come. */
    void expectSilence() {
        talk.expectNothing(talk.dialogue().patience().dividedBy(2));
    }

    private byte[][] heartbeats() {
        return dialect.worker(Verb.HEARTBEAT);
    }

    private boolean is(List<byte[]> frames, Verb verb) {
        return Talk.isSame(frames.subList(0, 2), dialect.worker(verb));
    }
}
