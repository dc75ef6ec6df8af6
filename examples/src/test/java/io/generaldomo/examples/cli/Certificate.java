package io.generaldomo.examples.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;

/**
 * A certificate for 127.0.0.1 that vouches for itself, made by the JDK's keytool.
 *
 * @param file in PEM
 * @param key the file of its key, whose name ends in {@code .key} instead of {@code .pem}
 */
record Certificate(String file, String key) {
    private static final char[] PASSWORD = "password".toCharArray();

    static Certificate make(Path folder, String name) throws Exception {
        Path store = folder.resolve(name + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-keystore", store.toString(), "-storetype", "PKCS12",
                        "-storepass", new String(PASSWORD), "-alias", "own", "-keyalg", "EC", "-groupname", "secp256r1", "-validity", "2", "-dname", "CN=broker",
                        "-ext", "san=ip:127.0.0.1", "-ext", "bc=ca:true")
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), US_ASCII);
        if (keytool.waitFor() != 0) {
            throw new AssertionError(said);
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        return new Certificate(
                pem(folder.resolve(name + ".pem"), "CERTIFICATE", keys.getCertificate("own").getEncoded()),
                pem(folder.resolve(name + ".key"), "PRIVATE KEY", keys.getKey("own", PASSWORD).getEncoded()));
    }

    private static String pem(Path file, String what, byte[] octets) throws Exception {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(octets);
        return Files.writeString(file, "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n").toString();
    }
}
