package io.generaldomo.examples.cli;

import io.generaldomo.spec.conformance.Credentials;
import io.generaldomo.zmtp.CurveKey;
import io.generaldomo.zmtp.CurveKeyPair;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What gets the conformance kit past PLAIN and CURVE. */
final class ConformCredentials {
    @Option(
            names = "--curve",
            paramLabel = "FILE",
            converter = KeyPairFile.class,
            description = "The kit's own keys of CURVE, made by generaldomo keygen. Without them it makes new ones.")
    private @Nullable CurveKeyPair own;

    @Option(
            names = "--server-key",
            paramLabel = "KEY|FILE",
            converter = PublicKey.class,
            description = "The public key of a peer that listens, or a file with it; for CURVE.")
    private @Nullable CurveKey server;

    @Option(names = "--user", paramLabel = "NAME", defaultValue = "", description = "The name that a PLAIN peer knows.")
    private String user = "";

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            converter = PasswordInFile.class,
            description = "The file whose first line is the password.")
    private @Nullable String password;

    Credentials credentials() {
        String word = password == null ? "" : password;
        if (own == null && server == null) {
            return Credentials.plain(user, word);
        }
        CurveKeyPair keys = own == null ? CurveKeyPair.generate() : own;
        return new Credentials(user, word, server == null ? new byte[0] : server.octets(), keys.secretOctets());
    }
}
