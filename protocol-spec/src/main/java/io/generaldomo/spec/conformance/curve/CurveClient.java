package io.generaldomo.spec.conformance.curve;

import static io.generaldomo.spec.conformance.wire.Octets.hex;
import static io.generaldomo.spec.conformance.wire.Octets.join;
import static io.generaldomo.spec.conformance.wire.Octets.number;
import static io.generaldomo.spec.conformance.wire.Octets.text;

import io.generaldomo.spec.conformance.wire.Metadata;
import io.generaldomo.spec.conformance.wire.Zmtp;
import java.util.Arrays;
import java.util.Optional;

/**
 * The client of CURVE, step by step; what it says is the bodies of commands, so that cases can spoil them. Confined to one thread.
 */
public final class CurveClient {
    /** Octets of a WELCOME. */
    public static final int WELCOME = 168;

    private final byte[] serverKey;
    private final CurveKeys own;
    private final CurveKeys connection = CurveKeys.random();
    private byte[] serverConnectionKey = {};
    private byte[] cookie = {};

    /**
     * Begins.
     *
     * @param serverKey the server's public key
     * @param secretKey the client's own; no octets to have one made
     */
    public CurveClient(byte[] serverKey, byte[] secretKey) {
        this.serverKey = serverKey;
        this.own = secretKey.length == 0 ? CurveKeys.random() : CurveKeys.of(secretKey);
    }

    /**
     * HELLO, with the short nonce 1.
     *
     * @return 200 octets
     */
    public byte[] hello() {
        byte[] box = Box.between(connection.secret(), serverKey).seal(join(text("CurveZMQHELLO---"), number(1, 8)), new byte[64]);
        return Zmtp.commandBody("HELLO", hex("01 00"), new byte[72], connection.publicKey(), number(1, 8), box);
    }

    /**
     * Takes WELCOME.
     *
     * @param body of the command
     * @return whether it is a good one
     */
    public boolean welcome(byte[] body) {
        if (body.length != WELCOME) {
            return false;
        }
        byte[] nonce = join(text("WELCOME-"), Arrays.copyOfRange(body, 8, 24));
        Optional<byte[]> opened = Box.between(connection.secret(), serverKey).open(nonce, Arrays.copyOfRange(body, 24, WELCOME));
        opened.ifPresent(text -> {
            serverConnectionKey = Arrays.copyOf(text, 32);
            cookie = Arrays.copyOfRange(text, 32, text.length);
        });
        return opened.isPresent();
    }

    /**
     * INITIATE, with the short nonce 2.
     *
     * @param metadata its properties
     * @return the body
     */
    public byte[] initiate(byte[] metadata) {
        return initiate(2, cookie, vouch(connection.publicKey(), serverKey), metadata);
    }

    /**
     * INITIATE of the case's choice.
     *
     * @param number   the short nonce
     * @param cookie   of WELCOME, or not
     * @param vouch    96 octets, the nonce first
     * @param metadata its properties
     * @return the body
     */
    public byte[] initiate(long number, byte[] cookie, byte[] vouch, byte[] metadata) {
        byte[] nonce = join(text("CurveZMQINITIATE"), number(number, 8));
        byte[] box = Box.between(connection.secret(), serverConnectionKey).seal(nonce, join(own.publicKey(), vouch, metadata));
        return Zmtp.commandBody("INITIATE", cookie, number(number, 8), box);
    }

    /**
     * The cookie of WELCOME.
     *
     * @return 96 octets
     */
    public byte[] cookie() {
        return cookie;
    }

    /**
     * The client's word that the key of the connection is its own.
     *
     * @param connectionKey that it vouches for
     * @param server        for whom
     * @return nonce and box
     */
    public byte[] vouch(byte[] connectionKey, byte[] server) {
        byte[] random = X25519.random(16);
        byte[] box = Box.between(own.secret(), serverConnectionKey).seal(join(text("VOUCH---"), random), join(connectionKey, server));
        return join(random, box);
    }

    /**
     * The key of this connection.
     *
     * @return the public one
     */
    public byte[] connectionKey() {
        return connection.publicKey();
    }

    /**
     * Takes READY.
     *
     * @param body of the command
     * @return the server's metadata; nothing if it does not open
     */
    public Optional<Metadata> ready(byte[] body) {
        if (body.length < 30) {
            return Optional.empty();
        }
        byte[] nonce = join(text("CurveZMQREADY---"), Arrays.copyOfRange(body, 6, 14));
        return box().open(nonce, Arrays.copyOfRange(body, 14, body.length)).map(Metadata::of);
    }

    /**
     * What follows.
     *
     * @return traffic, from the short nonce 3 on
     */
    public CurveTraffic traffic() {
        return new CurveTraffic(box(), true, 2);
    }

    private Box box() {
        return Box.between(connection.secret(), serverConnectionKey);
    }
}
