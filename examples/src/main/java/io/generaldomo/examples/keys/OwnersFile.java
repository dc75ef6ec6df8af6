package io.generaldomo.examples.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Files that only their owner may read, from the moment that they are there (mode 0600, where there are modes). Stateless. */
public final class OwnersFile {
    private static final Set<StandardOpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private OwnersFile() {}

    /** Makes a file; fails if there is one of that name. */
    public static void create(Path file, String text) throws IOException {
        try (WritableByteChannel channel = Files.newByteChannel(file, NEW, onlyOwner(file))) {
            ByteBuffer octets = ByteBuffer.wrap(text.getBytes(UTF_8));
            while (octets.hasRemaining()) {
                channel.write(octets);
            }
        }
    }

    /** Makes a file, or puts a new one in the place of one that is there; whoever reads it meanwhile sees either the old text or the new one. */
    public static void replace(Path file, String text) throws IOException {
        if (!Files.exists(file)) {
            create(file, text);
            return;
        }
        Path old = file.toRealPath(); // the file itself, not a link to it
        Path fresh = old.resolveSibling(old.getFileName() + ".new");
        create(fresh, text);
        try {
            giveTo(ownerOf(old), fresh);
            Files.move(fresh, old, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static FileAttribute<?>[] onlyOwner(Path file) {
        return hasModes(file)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }

    private static boolean hasModes(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static @Nullable PosixFileAttributes ownerOf(Path file) throws IOException {
        return hasModes(file) ? Files.readAttributes(file, PosixFileAttributes.class) : null;
    }

    /** The broker may run as somebody else than who administers its files. */
    private static void giveTo(@Nullable PosixFileAttributes owner, Path file) throws IOException {
        if (owner != null) {
            PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
            view.setOwner(owner.owner());
            view.setGroup(owner.group());
            view.setPermissions(owner.permissions());
        }
    }
}
