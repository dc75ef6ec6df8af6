package io.generaldomo.spec.conformance.zws;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.generaldomo.spec.conformance.PeerRole;
import io.generaldomo.spec.conformance.wrong.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a {@link WrongPeer} does once it is upgraded: READY or identities, then messages and control frames. Confined to its connection's thread. */
final class Session {
    private static final int MORE = 1;
    private static final int COMMAND = 2;

    private final Line line;
    private final Guise guise;
    private final Fault fault;
    private boolean isReady;

    Session(Line line, Guise guise, Fault fault) {
        this.line = line;
        this.guise = guise;
        this.fault = fault;
    }

    /** READY, or without a mechanism identities. */
    void handshake(boolean hasMechanism) throws IOException {
        if (guise.role == PeerRole.CONNECTING) {
            sayReady();
        }
        byte[] frame = next();
        if (!hasMechanism) {
            Refusal.unless(frame[0] == 0, "no identity");
            line.send(0x82, new byte[1]);
        } else {
            boolean isIgnored = name(frame).equals("ERROR") && fault == Fault.IGNORES_ERROR;
            if (!isIgnored) {
                check(frame);
                if (guise.role == PeerRole.LISTENING) {
                    sayReady();
                }
            }
        }
        isReady = true;
    }

    private void check(byte[] frame) throws IOException {
        Refusal.unless((frame[0] & COMMAND) != 0 && name(frame).equals("READY"), "no READY");
        String text = new String(frame, 7, frame.length - 7, ISO_8859_1);
        String partners = switch (guise) {
            case ROUTER, DEALER, PLAIN_SERVER -> "DEALER|REQ|ROUTER|REP";
            case XPUB -> "SUB|XSUB";
            case SUB -> "PUB|XPUB";
        };
        boolean isWhole = text.length() > 16 && text.length() == 16 + text.charAt(15);
        Refusal.unless(isWhole, "metadata beyond the end");
        Refusal.unless(text.substring(16).matches(partners) || fault == Fault.TAKES_ANY_SOCKET_TYPE, "another socket type");
    }

    private void sayReady() throws IOException {
        String type = guise.name();
        line.send(0x82, ("\u0002\u0005READY\u000bSocket-Type\0\0\0" + (char) type.length() + type).getBytes(ISO_8859_1));
    }

    /** Goes on until the connection ends. */
    void traffic() throws IOException {
        if (guise == Guise.SUB) {
            line.send(0x82, (fault == Fault.SUBSCRIBES_BY_COMMAND ? "\u0002\u0009SUBSCRIBEtopic" : "\0\u0001topic").getBytes(ISO_8859_1));
        }
        List<byte[]> message = new ArrayList<>();
        while (true) {
            byte[] frame = next();
            Refusal.unless((frame[0] & 0xfc) == 0 || fault != Fault.REFUSES_RESERVED_FLAGS, "reserved flags");
            if ((frame[0] & COMMAND) != 0) {
                Refusal.unless(fault != Fault.CLOSES_FOR_UNKNOWN_COMMANDS || name(frame).equals("PING"), "an unknown command");
                continue;
            }
            frame[0] &= MORE;
            message.add(frame);
            if (frame[0] == 0) {
                answer(message);
                message.clear();
            }
        }
    }

    private void answer(List<byte[]> message) throws IOException {
        if (guise == Guise.XPUB) {
            byte[] subscription = message.get(0);
            if (subscription.length > 1 && subscription[1] == 1) {
                line.send(0x82, (new String(subscription, ISO_8859_1).replaceFirst("\u0001", "")).getBytes(ISO_8859_1));
            }
        } else if (guise != Guise.SUB) {
            for (byte[] frame : message) {
                frame[0] = fault == Fault.LOSES_MORE ? 0 : frame[0];
                line.send(0x82, frame);
            }
        }
    }

    /** The next WebSocket message; control frames are dealt with. */
    private byte[] next() throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        boolean isOpen = false;
        while (true) {
            Line.Frame frame = line.frame();
            int opcode = frame.first() & 0x0f;
            boolean isLast = (frame.first() & 0x80) != 0;
            if (opcode > 7) {
                control(opcode, frame.payload());
                continue;
            }
            Refusal.unless(opcode == 0 || opcode == 2 || opcode == 1 && fault == Fault.TAKES_TEXT, "another opcode");
            Refusal.unless(isOpen == (opcode == 0), "no order among fragments");
            Refusal.unless(isLast && opcode != 0 || fault != Fault.TAKES_NO_FRAGMENTS, "a fragment");
            message.write(frame.payload());
            isOpen = true;
            if (isLast && (message.size() > 0 || fault != Fault.TAKES_EMPTY_MESSAGES)) {
                Refusal.unless(message.size() > 0, "an empty message");
                return message.toByteArray();
            }
            isOpen = !isLast;
        }
    }

    private void control(int opcode, byte[] payload) throws IOException {
        switch (opcode) {
            case 8 -> {
                if (fault != Fault.ANSWERS_NO_CLOSE) {
                    line.send(0x88, payload);
                }
                Refusal.unless(fault == Fault.STAYS_AFTER_CLOSE, "Close");
            }
            case 9 -> {
                Refusal.unless(isReady || fault != Fault.CLOSES_FOR_PING_BEFORE_READY, "a Ping before READY");
                line.send(0x8a, fault == Fault.PONGS_WITHOUT_PAYLOAD ? new byte[0] : payload);
            }
            case 10 -> { }
            default -> throw new Refusal("another opcode");
        }
    }

    private static String name(byte[] frame) {
        int length = frame.length > 1 ? frame[1] & 0xff : 0;
        return new String(Arrays.copyOfRange(frame, Math.min(2, frame.length), Math.min(frame.length, 2 + length)), ISO_8859_1);
    }
}
