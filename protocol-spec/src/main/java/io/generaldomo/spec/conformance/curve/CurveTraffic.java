package io.generaldomo.spec.conformance.curve;

import static io.generaldomo.spec.conformance.wire.Octets.join;
import static io.generaldomo.spec.conformance.wire.Octets.number;
import static io.generaldomo.spec.conformance.wire.Octets.text;

import io.generaldomo.spec.conformance.wire.Frame;
import io.generaldomo.spec.conformance.wire.Zmtp;
import java.util.Arrays;
import java.util.Optional;

/** What follows the handshake of CURVE: every frame in a MESSAGE (26/CURVEZMQ, MESSAGE Command). Confined to one thread. */
public final class CurveTraffic {
    private static final String CLIENT = "CurveZMQMESSAGEC";
    private static final String SERVER = "CurveZMQMESSAGES";
    private static final int HEAD = 16;

    private final Box box;
    private final boolean isClient;
    private long nonce;

    CurveTraffic(Box box, boolean isClient, long nonce) {
        this.box = box;
        this.isClient = isClient;
        this.nonce = nonce;
    }

    /**
     * The number of the last MESSAGE that was sealed.
     *
     * @return its short nonce
     */
    public long nonce() {
        return nonce;
    }

    /**
     * Seals a frame under the next number.
     *
     * @param flags of the frame: 1 for MORE, 2 for a command
     * @param body  of the frame
     * @return the body of a MESSAGE
     */
    public byte[] seal(int flags, byte[] body) {
        return seal(++nonce, flags, body);
    }

    /**
     * Seals a frame under a number of the case's choice.
     *
     * @param number the short nonce
     * @param flags  of the frame
     * @param body   of the frame
     * @return the body of a MESSAGE
     */
    public byte[] seal(long number, int flags, byte[] body) {
        byte[] sealed = box.seal(join(text(isClient ? CLIENT : SERVER), number(number, 8)), join(number(flags, 1), body));
        return Zmtp.commandBody("MESSAGE", number(number, 8), sealed);
    }

    /**
     * Opens a MESSAGE of the peer.
     *
     * @param body of the frame that it came in
     * @return the frame inside, with the flags of 37/ZMTP; nothing if it is no MESSAGE, or does not open
     */
    public Optional<Frame> open(byte[] body) {
        if (body.length < HEAD || !new Frame(0, body).commandName().equals("MESSAGE")) {
            return Optional.empty();
        }
        byte[] prefix = text(isClient ? SERVER : CLIENT);
        byte[] full = join(prefix, Arrays.copyOfRange(body, 8, HEAD));
        return box.open(full, Arrays.copyOfRange(body, HEAD, body.length)).filter(text -> text.length > 0).map(CurveTraffic::inner);
    }

    private static Frame inner(byte[] text) {
        int flags = (text[0] & 1) | ((text[0] & 2) != 0 ? Zmtp.COMMAND : 0);
        return new Frame(flags, Arrays.copyOfRange(text, 1, text.length));
    }
}
