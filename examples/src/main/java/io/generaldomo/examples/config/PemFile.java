package io.generaldomo.examples.config;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of PEM, which is what TLS goes by: whether there is in them what should be. What is wrong with it is seen when it is used. Stateless. */
final class PemFile {
    static final ValueType<Path> CERTIFICATES = new ValueType<>("FILE", "a file of certificates in PEM", (text, base) ->
            having("CERTIFICATE", text, base, "it takes a certificate in PEM, and may hold several"));
    static final ValueType<Path> KEY = new ValueType<>("FILE", "a private key in PEM", (text, base) ->
            having("PRIVATE KEY", text, base, "openssl pkcs8 -topk8 -nocrypt -in " + text + " makes such a key of another one"));

    private PemFile() {}

    private static Path having(String what, String text, Path base, String otherwise) {
        Path file = Types.readable(text, base, "a file in PEM is meant");
        try {
            if (Files.readString(file, ISO_8859_1).contains("-----BEGIN " + what + "-----")) {
                return file;
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read " + file + ": " + e.getMessage() + "; a file in PEM is meant");
        }
        throw new IllegalArgumentException("there is no BEGIN " + what + " in " + file + "; " + otherwise);
    }
}
