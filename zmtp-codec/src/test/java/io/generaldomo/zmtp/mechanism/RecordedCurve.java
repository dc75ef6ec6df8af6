package io.generaldomo.zmtp.mechanism;

import io.generaldomo.zmtp.CurveKeyPair;
import io.generaldomo.zmtp.ZmtpConfig;
import io.generaldomo.zmtp.ZmtpSecurity;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/** Either side of CURVE, drawing by lot what it drew when a handshake was recorded. */
public final class RecordedCurve {
    private RecordedCurve() {}

    /** The client, who draws the secret key of the connection and the nonce of the vouch. */
    public static Mechanism client(ZmtpConfig config, byte[]... drawn) {
        return new CurveClient((ZmtpSecurity.CurveClient) config.security(), new Negotiation(config), lot(drawn));
    }

    /** The server, who draws the secret key of the connection, the cookie and the nonce of WELCOME. */
    public static Mechanism server(ZmtpConfig config, byte[]... drawn) {
        return new CurveServer((ZmtpSecurity.CurveServer) config.security(), new Negotiation(config), lot(drawn));
    }

    /** What protects the traffic of the client, after a handshake whose last nonces were 2 and 1. */
    public static FrameCipher clientTraffic(byte[] connectionSecret, byte[] serverConnectionKey) {
        return CurveTraffic.ofClient(Box.between(CurveKeyPair.of(connectionSecret), serverConnectionKey), 2, 1);
    }

    /** What protects the traffic of the server, after the same. */
    public static FrameCipher serverTraffic(byte[] connectionSecret, byte[] clientConnectionKey) {
        return CurveTraffic.ofServer(Box.between(CurveKeyPair.of(connectionSecret), clientConnectionKey), 1, 2);
    }

    private static Lot lot(byte[]... drawn) {
        Queue<byte[]> next = new ArrayDeque<>(List.of(drawn));
        return new Lot(new SecureRandom() {
            @Override
            public void nextBytes(byte[] octets) {
                System.arraycopy(next.remove(), 0, octets, 0, octets.length);
            }
        });
    }
}
