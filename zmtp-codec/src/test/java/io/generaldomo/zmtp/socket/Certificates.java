package io.generaldomo.zmtp.socket;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.generaldomo.zmtp.transport.TlsFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/** A certificate for 127.0.0.1 that vouches for itself, made by the JDK's keytool, in files of PEM. All have the same name: who is asked for one shows it. */
record Certificates(Path certificate, Path key) {
    private static final char[] PASSWORD = "password".toCharArray();

    static Certificates make(Path folder, String name) throws IOException, InterruptedException, GeneralSecurityException {
        Path store = folder.resolve(name + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-keystore", store.toString(), "-storetype", "PKCS12",
                        "-storepass", new String(PASSWORD), "-alias", "own", "-keyalg", "EC", "-groupname", "secp256r1", "-validity", "2", "-dname", "CN=peer",
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
        return new Certificates(
                pem(folder.resolve(name + ".pem"), "CERTIFICATE", keys.getCertificate("own").getEncoded()),
                pem(folder.resolve(name + ".key"), "PRIVATE KEY", keys.getKey("own", PASSWORD).getEncoded()));
    }

    private static Path pem(Path file, String what, byte[] octets) throws IOException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(octets);
        return Files.writeString(file, "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n");
    }

    /** To show this one, and to trust another. */
    TlsFiles trusting(Certificates other) {
        return TlsFiles.NONE.withCertificate(certificate, key).withTrust(other.certificate);
    }
}
