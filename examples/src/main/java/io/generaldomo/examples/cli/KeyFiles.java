package io.generaldomo.examples.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.generaldomo.zmtp.CurveKeyPair;
import io.generaldomo.zmtp.ZmtpMetadata;
import io.generaldomo.zmtp.authentication.CurveCertificate;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/** CURVE keys in files, in pairs as CZMQ has them: {@code NAME} with the public key, {@code NAME_secret} with both. Stateless. */
final class KeyFiles {
    private static final Set<StandardOpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private KeyFiles() {}

    /** Where the secret key is that belongs to a file. */
    static Path secret(Path file) {
        return file.resolveSibling(file.getFileName() + "_secret");
    }

    /** Writes both files, or none if one of them exists already. */
    static void write(Path file, CurveKeyPair pair) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        CurveCertificate certificate = new CurveCertificate(pair.publicKey(), Optional.of(pair), ZmtpMetadata.EMPTY);
        // First: what has no secret key is no pair, and what has one is never readable by others, not for a moment.
        create(secret(file), certificate.secretText(), onlyOwner(file));
        create(file, certificate.publicText());
    }

    private static FileAttribute<?>[] onlyOwner(Path file) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }

    private static void create(Path file, String text, FileAttribute<?>... attributes) throws IOException {
        try (WritableByteChannel channel = Files.newByteChannel(file, NEW, attributes)) {
            ByteBuffer octets = ByteBuffer.wrap(text.getBytes(UTF_8));
            while (octets.hasRemaining()) {
                channel.write(octets);
            }
        }
    }

    /** Reads what is in a file. */
    static CurveCertificate read(Path file) throws IOException {
        return CurveCertificate.parse(Files.readString(file));
    }

    /** Reads both keys of a pair, from either of its files. */
    static CurveKeyPair readPair(Path file) throws IOException {
        Optional<CurveKeyPair> pair = read(file).pair();
        if (pair.isEmpty()) {
            pair = read(secret(file)).pair();
        }
        return pair.orElseThrow(() -> new IllegalArgumentException("there is no secret key"));
    }
}
