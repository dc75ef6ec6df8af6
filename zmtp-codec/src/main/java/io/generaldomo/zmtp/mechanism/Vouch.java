package io.generaldomo.zmtp.mechanism;

import io.generaldomo.zmtp.CurveKey;
import io.generaldomo.zmtp.CurveKeyPair;
import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpException.Reason;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * The client's word, in INITIATE, that the key of this connection is its own (RFC 26/CURVEZMQ, "vouch").
 *
 * <pre>
 *  | client key C, 32 | nonce, 16 | box of: client key C' | server key S |      sealed from C to S'
 * </pre>
 */
final class Vouch {
    private static final String NAME = "VOUCH---";
    private static final int NONCE = 16;

    private Vouch() {}

    /** The client's side. */
    static byte[] make(CurveKeyPair client, CurveKey connectionKey, CurveKey server, byte[] serverConnectionKey, byte[] nonce) {
        Box box = Box.between(client, serverConnectionKey);
        byte[] sealed = box.seal(Box.nonce(NAME, nonce), concat(connectionKey.octets(), server.octets()));
        box.wipe();
        return concat(client.publicKey().octets(), nonce, sealed);
    }

    /**
     * The server's side.
     *
     * @return the client's long-term key
     * @throws ZmtpException if the vouch is not by that key, for this connection and for this server
     */
    static CurveKey check(byte[] vouched, byte[] connectionKey, CurveKey server, CurveKeyPair serverConnection) {
        CurveKey client = CurveKey.of(Arrays.copyOf(vouched, CurveKey.LENGTH));
        byte[] nonce = Arrays.copyOfRange(vouched, CurveKey.LENGTH, CurveKey.LENGTH + NONCE);
        Box box = Box.between(serverConnection, client.octets());
        byte[] keys = box.open(Box.nonce(NAME, nonce), Arrays.copyOfRange(vouched, CurveKey.LENGTH + NONCE, vouched.length));
        box.wipe();
        if (!MessageDigest.isEqual(keys, concat(connectionKey, server.octets()))) {
            throw new ZmtpException(Reason.CRYPTOGRAPHIC, "a vouch for another connection or another server");
        }
        return client;
    }

    static byte[] concat(byte[]... pieces) {
        int length = 0;
        for (byte[] piece : pieces) {
            length += piece.length;
        }
        ByteBuffer all = ByteBuffer.allocate(length);
        for (byte[] piece : pieces) {
            all.put(piece);
        }
        return all.array();
    }
}
