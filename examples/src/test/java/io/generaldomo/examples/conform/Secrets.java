package io.generaldomo.examples.conform;

import io.generaldomo.spec.conformance.Credentials;
import io.generaldomo.zmtp.CurveKeyPair;

/** What gets the suite in: the keys of libzmq's documentation, and a password. */
final class Secrets {
    static final CurveKeyPair SERVER = CurveKeyPair.ofZ85("JTKVSB%%)wK0E.X)V>+}o?pNmC{O&4W4b!Ni{Lh6");
    static final CurveKeyPair CLIENT = CurveKeyPair.ofZ85("D:)Q[IlAW!ahhC2ac:9*A}h:p?([4%wOTJ%JR%cs");
    static final String USER = "alice";
    static final String PASSWORD = "wonder";

    static final Credentials NONE = Credentials.none();
    static final Credentials PLAIN = Credentials.plain(USER, PASSWORD);
    /** Of the kit as client: the peer is the server. */
    static final Credentials CURVE_CLIENT = Credentials.curve(SERVER.publicKey().octets(), CLIENT.secretOctets());
    /** Of the kit as server: the peer is the client. */
    static final Credentials CURVE_SERVER = Credentials.curve(new byte[0], SERVER.secretOctets());

    private Secrets() {}
}
