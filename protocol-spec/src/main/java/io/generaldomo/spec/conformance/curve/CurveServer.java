package io.generaldomo.spec.conformance.curve;

import static io.generaldomo.spec.conformance.wire.Octets.join;
import static io.generaldomo.spec.conformance.wire.Octets.number;
import static io.generaldomo.spec.conformance.wire.Octets.text;

import io.generaldomo.spec.conformance.wire.Metadata;
import io.generaldomo.spec.conformance.wire.Zmtp;
import java.util.Arrays;
import java.util.Optional;

/** The server of CURVE, step by step; what it says is the bodies of commands, so that cases can spoil them. Confined to one thread. */
public final class CurveServer {
    /** Octets of a HELLO. */
    public static final int HELLO = 200;
    /** Octets of an INITIATE without metadata. */
    public static final int INITIATE = 257;

    private final CurveKeys own;
    private final CurveKeys connection = CurveKeys.random();
    private final byte[] cookie = X25519.random(96);
    private byte[] clientConnectionKey = {};

    /**
     * Begins.
     *
     * @param secretKey the server's own
     */
    public CurveServer(byte[] secretKey) {
        this.own = CurveKeys.of(secretKey);
    }

    /**
     * Takes HELLO.
     *
     * @param body of the command
     * @return whether its box opens to 64 zero octets
     */
    public boolean hello(byte[] body) {
        if (body.length != HELLO) {
            return false;
        }
        clientConnectionKey = Arrays.copyOfRange(body, 80, 112);
        byte[] nonce = join(text("CurveZMQHELLO---"), Arrays.copyOfRange(body, 112, 120));
        Optional<byte[]> opened = Box.between(own.secret(), clientConnectionKey).open(nonce, Arrays.copyOfRange(body, 120, HELLO));
        return opened.filter(text -> Arrays.equals(text, new byte[64])).isPresent();
    }

    /**
     * WELCOME.
     *
     * @return 168 octets
     */
    public byte[] welcome() {
        byte[] random = X25519.random(16);
        byte[] box = Box.between(own.secret(), clientConnectionKey).seal(join(text("WELCOME-"), random), join(connection.publicKey(), cookie));
        return Zmtp.commandBody("WELCOME", random, box);
    }

    /**
     * Takes INITIATE.
     *
     * @param body of the command
     * @return the client's metadata; nothing if cookie, box or vouch are wrong
     */
    public Optional<Metadata> initiate(byte[] body) {
        if (body.length < INITIATE || !Arrays.equals(Arrays.copyOfRange(body, 9, 105), cookie)) {
            return Optional.empty();
        }
        byte[] nonce = join(text("CurveZMQINITIATE"), Arrays.copyOfRange(body, 105, 113));
        return box().open(nonce, Arrays.copyOfRange(body, 113, body.length)).filter(this::isVouchedFor)
                .map(opened -> Metadata.of(Arrays.copyOfRange(opened, 128, opened.length)));
    }

    private boolean isVouchedFor(byte[] opened) {
        byte[] client = Arrays.copyOf(opened, 32);
        byte[] nonce = join(text("VOUCH---"), Arrays.copyOfRange(opened, 32, 48));
        Optional<byte[]> vouch = Box.between(connection.secret(), client).open(nonce, Arrays.copyOfRange(opened, 48, 128));
        return vouch.filter(text -> Arrays.equals(text, join(clientConnectionKey, own.publicKey()))).isPresent();
    }

    /**
     * READY, with the short nonce 1.
     *
     * @param metadata its properties
     * @return the body
     */
    public byte[] ready(byte[] metadata) {
        return Zmtp.commandBody("READY", number(1, 8), box().seal(join(text("CurveZMQREADY---"), number(1, 8)), metadata));
    }

    /**
     * What follows.
     *
     * @return traffic, from the short nonce 2 on
     */
    public CurveTraffic traffic() {
        return new CurveTraffic(box(), false, 1);
    }

    private Box box() {
        return Box.between(connection.secret(), clientConnectionKey);
    }
}
