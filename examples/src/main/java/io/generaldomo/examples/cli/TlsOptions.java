package io.generaldomo.examples.cli;

import io.generaldomo.zmtp.transport.TlsFiles;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What TLS goes by towards whoever is at {@code tls+tcp://} and {@code wss://}: {@code --tls-cert}, {@code --tls-key}, {@code --tls-trust}. */
final class TlsOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--tls-cert", paramLabel = "FILE", description = "The certificate to show at tls+tcp and wss, in PEM, to a peer that asks for one.")
    private @Nullable Path certificate;

    @Option(names = "--tls-key", paramLabel = "FILE", description = "Its private key, in PEM, without a password.")
    private @Nullable Path key;

    @Option(
            names = "--tls-trust",
            paramLabel = "FILE",
            description = "The certificates to trust, in PEM, instead of those of the JVM.")
    private @Nullable Path trust;

    TlsFiles files() {
        if ((certificate == null) != (key == null)) {
            throw new ParameterException(command.commandLine(), "--tls-cert and --tls-key go together");
        }
        return new TlsFiles(Optional.ofNullable(certificate), Optional.ofNullable(key), Optional.ofNullable(trust));
    }
}
