package io.generaldomo.spec.conformance.wrong;

import io.generaldomo.spec.conformance.wire.Frame;
import io.generaldomo.spec.conformance.wire.Octets;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a {@link WrongPeer} does with commands and messages after the handshake. Confined to the thread of its connection. */
final class Traffic {
    private static final int CONTEXT = 16;

    private final Line line;
    private final Carrier carrier;
    private final Fault fault;
    private final Application application;
    private List<byte[]> parts = new ArrayList<>();

    Traffic(Line line, Carrier carrier, Fault fault, Application application) {
        this.line = line;
        this.carrier = carrier;
        this.fault = fault;
        this.application = application;
    }

    /** Goes on until the connection ends. */
    void run() throws IOException {
        while (true) {
            Frame frame = carrier.next();
            if (frame.isCommand()) {
                Refusal.unless(parts.isEmpty() || fault != Fault.REFUSES_COMMANDS_WITHIN_MESSAGES, "a command within a message");
                take(frame);
                continue;
            }
            parts.add(frame.body());
            if (!frame.hasMore() || fault == Fault.IGNORES_MORE) {
                List<byte[]> message = parts;
                parts = new ArrayList<>();
                application.onMessage(message);
            }
        }
    }

    private void take(Frame frame) throws IOException {
        String name = frame.commandName();
        if (name.isEmpty()) {
            Refusal.unless(fault == Fault.IGNORES_MALFORMED_COMMANDS, "a malformed command");
            return;
        }
        byte[] data = frame.commandData().orElseThrow();
        boolean isPing = name.equals("PING") || fault == Fault.COMPARES_THREE_LETTERS && name.length() == 4 && name.startsWith("PIN");
        if (isPing) {
            ping(data);
            application.onCommand(name, data);
        } else if (name.equals("SUBSCRIBE") || name.equals("CANCEL")) {
            application.onSubscription(name.equals("SUBSCRIBE"), data, frame.body());
        } else {
            application.onCommand(name, data);
            Refusal.unless(name.equals("PONG") || fault != Fault.CLOSES_FOR_UNKNOWN_COMMANDS, "an unknown command");
        }
    }

    private void ping(byte[] data) throws IOException {
        if (data.length < 2) {
            Refusal.unless(fault == Fault.ANSWERS_PING_WITHOUT_TTL, "a PING without TTL");
            pong(new byte[0]);
            return;
        }
        Refusal.unless(data.length <= 2 + CONTEXT || fault == Fault.REPEATS_LONG_CONTEXTS, "a long context");
        if (fault != Fault.IGNORES_TTL) {
            int millis = (int) Octets.number(data, 0, 2) * 100;
            line.patience(fault == Fault.COUNTS_TTL_IN_SIXTEEN_BITS ? millis & 0xffff : millis);
        }
        byte[] context = Arrays.copyOfRange(data, 2, data.length);
        pong(fault == Fault.CUTS_CONTEXT_TO_EIGHT && context.length > 8 ? Arrays.copyOf(context, 8) : context);
    }

    private void pong(byte[] context) throws IOException {
        if (fault != Fault.NO_PONG) {
            carrier.send(Line.COMMAND, Line.commandBody("PONG", context));
        }
    }
}
