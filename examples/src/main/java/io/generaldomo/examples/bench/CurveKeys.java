package io.generaldomo.examples.bench;

import io.generaldomo.zmtp.CurveKeyPair;
import java.util.HexFormat;
import java.util.List;

/** The keys of those who bind and of those who connect, made anew for each contestant. */
final class CurveKeys {
    private static final HexFormat HEX = HexFormat.of();

    private final CurveKeyPair server = CurveKeyPair.generate();
    private final CurveKeyPair client = CurveKeyPair.generate();

    /** What is said to a role. */
    List<String> arguments(Role role) {
        String serverKey = HEX.formatHex(server.publicKey().octets());
        return role.binds()
                ? List.of("public=" + serverKey, "secret=" + HEX.formatHex(server.secretOctets()))
                : List.of("public=" + HEX.formatHex(client.publicKey().octets()), "secret=" + HEX.formatHex(client.secretOctets()),
                        "serverkey=" + serverKey);
    }
}
