package io.generaldomo.zmtp.mechanism;

import io.generaldomo.zmtp.CurveKeyPair;
import java.util.Arrays;

/** Both ends of CURVE's traffic as after a handshake, always with the same keys. */
public final class CurveTrafficPair {
    private static final CurveKeyPair ONE = keys(1);
    private static final CurveKeyPair OTHER = keys(2);
    private static final Box BOX = Box.between(ONE, OTHER.publicKey().octets());

    private final FrameCipher sender = CurveTraffic.ofClient(BOX, 2, 1);
    private final FrameCipher receiver = CurveTraffic.ofServer(BOX, 1, 2);

    private static CurveKeyPair keys(int octet) {
        byte[] secret = new byte[32];
        Arrays.fill(secret, (byte) octet);
        return CurveKeyPair.of(secret);
    }

    /** The client's end. */
    public FrameCipher sender() {
        return sender;
    }

    /** The server's end. */
    public FrameCipher receiver() {
        return receiver;
    }
}
