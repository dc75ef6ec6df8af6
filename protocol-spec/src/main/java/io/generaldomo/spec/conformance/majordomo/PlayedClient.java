package io.generaldomo.spec.conformance.majordomo;

import static io.generaldomo.spec.conformance.wire.Octets.text;

import io.generaldomo.spec.conformance.Deviation;
import io.generaldomo.spec.conformance.wire.Octets;
import java.util.List;

/** A client that the kit plays to the broker. As {@link PlayedWorker}, it looks at the ends of what it gets. Confined to the thread of the case. */
final class PlayedClient {
    private final Talk talk;

    PlayedClient(Talk talk) {
        this.talk = talk;
    }

    Talk talk() {
        return talk;
    }

    void request(String service, byte[]... body) {
        talk.say(talk.dialect().request(Octets.text(service), body));
    }

    void request(String service, String body) {
        request(service, text(body));
    }

    void expectReply(byte[]... body) {
        String what = "a reply with the body " + Shown.frames(body);
        List<byte[]> frames = talk.hear(what);
        Deviation.unless(Talk.endsWith(frames, body), what, Shown.frames(frames));
    }

    void expectReply(String body) {
        expectReply(text(body));
    }

    void expectNothing() {
        talk.expectNothing();
    }

    /** Asks one of the broker's own services; returns the frames of the reply from its status on. */
    List<byte[]> ask(String name, byte[]... body) {
        request(name, body);
        List<byte[]> frames = talk.hear("a reply of " + name);
        int service = talk.dialect().reply(text(name)).length - 1;
        boolean hasStatus = frames.size() > 1;
        Deviation.unless(hasStatus, "a reply of " + name + " with a status", Shown.frames(frames));
        // Its frames are told in a case of their own.
        boolean hasService = frames.size() > service + 1 && Talk.isSame(frames.subList(service, service + 1), new byte[][] {text(name)});
        return hasService ? frames.subList(service + 1, frames.size()) : frames.subList(frames.size() - 1, frames.size());
    }

    /** Expects a status, which is all that the reply consists of. */
    void expectStatus(String status, String name, byte[]... body) {
        List<byte[]> reply = ask(name, body);
        Deviation.unless(Talk.isSame(reply, new byte[][] {text(status)}), "the status " + status, Shown.frames(reply));
    }

    /** Asks until the status is this one. */
    void awaitStatus(String status, String name, byte[]... body) {
        long deadline = System.nanoTime() + talk.dialogue().patience().toNanos();
        List<byte[]> reply = ask(name, body);
        while (!Talk.isSame(reply, new byte[][] {text(status)})) {
            Deviation.unless(System.nanoTime() < deadline, "the status " + status, Shown.frames(reply));
            reply = ask(name, body);
        }
    }
}
