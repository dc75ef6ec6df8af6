package io.generaldomo.spec.conformance.wrong;

import io.generaldomo.spec.conformance.curve.CurveTraffic;
import io.generaldomo.spec.conformance.wire.Frame;
import io.generaldomo.spec.conformance.wire.Octets;
import java.io.IOException;

/** Frames in the MESSAGEs of CURVE. Confined to one thread. */
final class SealedCarrier implements Carrier {
    private final Line line;
    private final CurveTraffic traffic;
    private final Fault fault;
    private long last;

    /** Begins after the handshake, in which the other side has used its numbers up to the last. */
    SealedCarrier(Line line, CurveTraffic traffic, long last, Fault fault) {
        this.line = line;
        this.traffic = traffic;
        this.last = last;
        this.fault = fault;
    }

    @Override
    public Frame next() throws IOException {
        Frame outer = line.frame(ClearCarrier.LIMIT);
        if (!outer.commandName().equals("MESSAGE") && fault == Fault.TAKES_TRAFFIC_IN_THE_CLEAR) {
            return outer;
        }
        Refusal.unless(!outer.hasMore(), "MORE outside of the box");
        Refusal.unless(outer.body().length >= 33 && outer.commandName().equals("MESSAGE"), "no MESSAGE");
        long number = Octets.number(outer.body(), 8, 8);
        boolean isNext = fault == Fault.COMPARES_NONCES_SIGNED ? number > last : Long.compareUnsigned(number, last) > 0;
        Refusal.unless(isNext || fault == Fault.TAKES_USED_NONCES, "a number that was used");
        last = number;
        Frame inner = traffic.open(outer.body()).orElseThrow(() -> new Refusal("a box that does not open"));
        return outer.isCommand() && fault == Fault.DROPS_MESSAGES_IN_COMMAND_FRAMES ? next() : inner;
    }

    @Override
    public void send(int flags, byte[] body) throws IOException {
        int inner = flags & Line.MORE | ((flags & Line.COMMAND) != 0 ? 2 : 0);
        line.send(fault == Fault.SENDS_MESSAGES_IN_COMMAND_FRAMES ? Line.COMMAND : 0, traffic.seal(inner, body));
    }
}
