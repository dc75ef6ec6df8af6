package io.generaldomo.spec.conformance.wrong;

import io.generaldomo.spec.conformance.PeerRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The greeting of a {@link WrongPeer}. */
final class Greeter {
    private static final int MECHANISM = 20;

    private final Line line;
    private final Guise guise;
    private final Fault fault;

    Greeter(Line line, Guise guise, Fault fault) {
        this.line = line;
        this.guise = guise;
        this.fault = fault;
    }

    /** Says and takes a greeting; returns the minor version of the other side. */
    int greet() throws IOException {
        line.send(own());
        byte[] signature = new byte[10];
        for (int at = 0; at < signature.length; at++) {
            signature[at] = (byte) line.octet();
            Refusal.unless(signature[0] == (byte) 0xff, "no ZMTP");
        }
        Refusal.unless((signature[9] & 1) == 1, "ZMTP 1.0");
        Refusal.unless(fault != Fault.READS_PADDING || Arrays.equals(Arrays.copyOfRange(signature, 1, 9), new byte[] {0, 0, 0, 0, 0, 0, 0, 1}), "odd padding");
        int major = line.octet();
        Refusal.unless(major >= 3 || fault == Fault.SPEAKS_3_TO_VERSION_2, "an earlier version");
        Refusal.unless(major == 3 || fault != Fault.REFUSES_LATER_VERSIONS, "a later version");
        int minor = line.octet();
        byte[] mechanism = line.octets(MECHANISM);
        line.octets(32);
        byte[] expected = Arrays.copyOf(ascii(guise.mechanism), MECHANISM);
        int compared = fault == Fault.COMPARES_BEGINNING_OF_MECHANISM ? guise.mechanism.length() : MECHANISM;
        Refusal.unless(Arrays.equals(mechanism, 0, compared, expected, 0, compared), "another mechanism");
        return minor;
    }

    private byte[] own() {
        byte[] greeting = new byte[64];
        greeting[0] = (byte) 0xff;
        greeting[8] = 1;
        greeting[9] = fault == Fault.ECHOES_SIGNATURE_WRONG ? (byte) 0xff : 0x7f;
        greeting[10] = 3;
        greeting[11] = fault == Fault.ANNOUNCES_3_0 ? (byte) 0 : 1;
        byte[] mechanism = ascii(guise.mechanism);
        System.arraycopy(mechanism, 0, greeting, 12, mechanism.length);
        if (fault == Fault.PADS_MECHANISM_WITH_SPACES) {
            Arrays.fill(greeting, 12 + mechanism.length + 1, 32, (byte) ' ');
        }
        greeting[32] = (byte) (saysAsServer() ? 1 : 0);
        return greeting;
    }

    private boolean saysAsServer() {
        boolean isServer = guise.role == PeerRole.LISTENING && !guise.mechanism.equals("NULL");
        return isServer ? fault != Fault.NEVER_SAYS_AS_SERVER : fault == Fault.CLAIMS_TO_BE_SERVER_OF_NULL;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
