package io.generaldomo.spec.conformance.cases;

import static io.generaldomo.spec.conformance.wire.Octets.number;
import static io.generaldomo.spec.conformance.wire.Octets.text;

import io.generaldomo.spec.conformance.Deviation;
import io.generaldomo.spec.conformance.Dialogue;
import io.generaldomo.spec.conformance.curve.CurveTraffic;
import io.generaldomo.spec.conformance.wire.Frame;
import io.generaldomo.spec.conformance.wire.Printable;
import io.generaldomo.spec.conformance.wire.Zmtp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Traffic of CURVE on a dialogue whose handshake is done: frames go into MESSAGEs and come out of them. Confined to the thread of the case. */
final class Sealed {
    private static final int INNER_COMMAND = 2;

    private final Dialogue dialogue;
    private final CurveTraffic traffic;

    Sealed(Dialogue dialogue) {
        this.dialogue = dialogue;
        dialogue.handshake();
        this.traffic = dialogue.encryption();
    }

    CurveTraffic traffic() {
        return traffic;
    }

    /** Says PING in a MESSAGE under a number, in a frame of these flags. */
    void ping(int outerFlags, long number) {
        dialogue.send(Zmtp.frame(outerFlags, traffic.seal(number, INNER_COMMAND, pingBody())));
    }

    /** Says PING in the next MESSAGE. */
    void ping() {
        dialogue.send(Zmtp.frame(0, traffic.seal(INNER_COMMAND, pingBody())));
    }

    static byte[] pingBody() {
        return Zmtp.commandBody("PING", number(0, 2), text("sealed"));
    }

    /** Expects the PONG to that PING, whatever comes before. */
    void expectPong() {
        Frame inner;
        do {
            inner = next();
        } while (!inner.isCommand("PONG"));
        byte[] context = inner.commandData().orElseThrow();
        Deviation.unless(Printable.text(context).equals("sealed"), "PONG with the same context", "another");
    }

    void expectAlive() {
        ping();
        expectPong();
    }

    /** Says a frame of a message in the next MESSAGE. */
    void say(int flags, byte[] part) {
        dialogue.send(Zmtp.frame(0, traffic.seal(flags, part)));
    }

    /** Expects a message that consists of these parts, after whatever commands the peer has to say. */
    void hear(byte[]... parts) {
        List<byte[]> heard = new ArrayList<>();
        Frame frame;
        do {
            frame = next();
            if (!frame.isCommand()) {
                heard.add(frame.body());
            }
        } while (frame.isCommand() || frame.hasMore());
        Deviation.unless(Arrays.deepEquals(parts, heard.toArray()), "the same " + parts.length + " parts", heard.size() + " parts, or others");
    }

    private Frame next() {
        Frame outer = dialogue.expectFrame("a MESSAGE");
        Optional<Frame> inner = traffic.open(outer.body());
        return inner.orElseThrow(() -> new Deviation("a MESSAGE that opens", outer.toString()));
    }

    /** The frame that the next MESSAGE comes in. */
    Frame nextOuter() {
        return dialogue.expectFrame("a MESSAGE");
    }
}
