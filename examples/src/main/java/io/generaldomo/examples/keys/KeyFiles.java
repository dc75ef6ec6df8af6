package io.generaldomo.examples.keys;

import io.generaldomo.zmtp.CurveKeyPair;
import io.generaldomo.zmtp.ZmtpMetadata;
import io.generaldomo.zmtp.authentication.CurveCertificate;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** CURVE keys in files, in pairs as CZMQ has them: {@code NAME} with the public key, {@code NAME_secret} with both. Stateless. */
public final class KeyFiles {
    private KeyFiles() {}

    /** Where the secret key is that belongs to a file. */
    public static Path secret(Path file) {
        return file.resolveSibling(file.getFileName() + "_secret");
    }

    /** Writes both files, or none if one of them exists already. */
    public static void write(Path file, CurveKeyPair pair) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        CurveCertificate certificate = new CurveCertificate(pair.publicKey(), Optional.of(pair), ZmtpMetadata.EMPTY);
        // First: what has no secret key is no pair, and what has one is never readable by others, not for a moment.
        OwnersFile.create(secret(file), certificate.secretText());
        Files.writeString(file, certificate.publicText(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /** Reads what is in a file. */
    public static CurveCertificate read(Path file) throws IOException {
        return CurveCertificate.parse(Files.readString(file));
    }

    /** Reads both keys of a pair, from either of its files. */
    public static CurveKeyPair readPair(Path file) throws IOException {
        Optional<CurveKeyPair> pair = read(file).pair();
        if (pair.isEmpty()) {
            pair = read(secret(file)).pair();
        }
        return pair.orElseThrow(() -> new IllegalArgumentException("there is no secret key"));
    }
}
