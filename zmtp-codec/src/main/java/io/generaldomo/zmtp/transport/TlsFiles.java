package io.generaldomo.zmtp.transport;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What TLS goes by at {@code tls+tcp://} and {@code wss://}, in files of PEM. They are read when something is bound or connected. Immutable; every
 * {@code with} method returns a copy.
 *
 * @param certificate this side's certificate, and those that lead from it to one that the peers trust; who binds needs one
 * @param key its private key (PKCS#8, without a password)
 * @param trust the certificates that this side trusts; without, who connects trusts those of the JDK, and who binds asks for none. Who binds and has
 *     some lets nobody in without a certificate
 */
public record TlsFiles(Optional<Path> certificate, Optional<Path> key, Optional<Path> trust) {
    /** No files: enough to connect to whom the JDK trusts. */
    public static final TlsFiles NONE = new TlsFiles(Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * These files with another certificate for this side.
     *
     * @param chain the certificate and those above it
     * @param privateKey its key
     * @return new files
     */
    public TlsFiles withCertificate(Path chain, Path privateKey) {
        return new TlsFiles(Optional.of(chain), Optional.of(privateKey), trust);
    }

    /**
     * These files with other certificates to trust.
     *
     * @param certificates whom to trust
     * @return new files
     */
    public TlsFiles withTrust(Path certificates) {
        return new TlsFiles(certificate, key, Optional.of(certificates));
    }
}
