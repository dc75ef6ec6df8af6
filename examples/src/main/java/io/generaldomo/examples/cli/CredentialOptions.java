package io.generaldomo.examples.cli;

import io.generaldomo.zmtp.CurveKey;
import io.generaldomo.zmtp.CurveKeyPair;
import io.generaldomo.zmtp.ZmtpSecurity;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Who a client or a worker is: {@code --curve} and {@code --server-key}, or {@code --user} and {@code --password-file}. */
final class CredentialOptions {
    @Option(
            names = "--curve",
            paramLabel = "FILE",
            converter = KeyPairFile.class,
            description = "Encrypt, and show these keys to the broker, made by generaldomo keygen. Needs --server-key.")
    private @Nullable CurveKeyPair own;

    @Option(
            names = "--server-key",
            paramLabel = "KEY|FILE",
            converter = PublicKey.class,
            description = "The broker's public key, or a file with it; no other broker is talked to. Without --curve, new keys are made, which a broker "
                    + "lets in that takes any.")
    private @Nullable CurveKey broker;

    @Option(
            names = "--user",
            paramLabel = "NAME",
            description = "Show this name and a password to the broker, without encryption. Needs --password-file.")
    private @Nullable String user;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            converter = PasswordInFile.class,
            description = "The file whose first line is the password.")
    private @Nullable String password;

    /** What is asked for; makes new keys if some are needed. */
    ZmtpSecurity security(CommandSpec command) {
        boolean plain = user != null || password != null;
        if (plain && (own != null || broker != null)) {
            throw mistake(command, "either --user, who shows a password, or --server-key, the key of a broker that is talked to under CURVE");
        }
        if (broker != null) {
            return new ZmtpSecurity.CurveClient(own == null ? CurveKeyPair.generate() : own, broker);
        }
        if (own != null) {
            throw mistake(command, "--curve needs --server-key, the public key of the broker");
        }
        if (!plain) {
            return ZmtpSecurity.NONE;
        }
        if (user == null || password == null) {
            throw mistake(command, user == null
                    ? "--password-file needs --user NAME"
                    : "--user needs --password-file FILE, a file whose first line is the password");
        }
        try {
            return new ZmtpSecurity.PlainClient(user, password);
        } catch (IllegalArgumentException e) {
            throw mistake(command, e.getMessage());
        }
    }

    /** What people should know of it, behind what else is told of a peer. */
    String told() {
        if (broker != null) {
            return ", CURVE";
        }
        return user == null ? "" : ", PLAIN";
    }

    private static ParameterException mistake(CommandSpec command, String what) {
        return new ParameterException(command.commandLine(), what);
    }
}
