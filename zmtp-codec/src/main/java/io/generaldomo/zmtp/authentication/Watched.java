package io.generaldomo.zmtp.authentication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a file holds, or all files of a directory, read again when one of them has changed. Thread-safe.
 *
 * <p>There is no watcher thread: the attributes are looked at each time that somebody wants to know. A file that was written just before it was
 * read may be written again without a new time, so until its time is old enough it is read each time.
 */
final class Watched<T> {
    private static final long CLOCK_TICK_MILLIS = 2000;

    private final Path place;
    private final Reader<T> reader;
    private List<Stamp> stamps = List.of();
    private long readAt = Long.MIN_VALUE;
    private @Nullable T value;

    Watched(Path place, Reader<T> reader) {
        this.place = place;
        this.reader = reader;
    }

    /** Makes something of the text of files, in the order of their names. */
    interface Reader<T> {
        T read(Map<Path, String> texts);
    }

    private record Stamp(Path file, FileTime modified, long size, @Nullable Object key) {
        static Stamp of(Path file) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(file, attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
        }
    }

    synchronized T current() throws IOException {
        long now = System.currentTimeMillis();
        List<Stamp> found = look();
        T known = value;
        if (known != null && found.equals(stamps) && found.stream().allMatch(this::isSettled)) {
            return known;
        }
        Map<Path, String> texts = new TreeMap<>();
        for (Stamp stamp : found) {
            texts.put(stamp.file, Files.readString(stamp.file));
        }
        T fresh = reader.read(texts);
        stamps = found;
        readAt = now;
        value = fresh;
        return fresh;
    }

    private boolean isSettled(Stamp stamp) {
        return stamp.modified.toMillis() < readAt - CLOCK_TICK_MILLIS;
    }

    private List<Stamp> look() throws IOException {
        List<Stamp> found = new ArrayList<>();
        if (!Files.isDirectory(place)) {
            found.add(Stamp.of(place));
            return found;
        }
        try (Stream<Path> entries = Files.list(place)) {
            for (Path entry : entries.sorted().toList()) {
                if (Files.isRegularFile(entry) && !Files.isHidden(entry)) {
                    found.add(Stamp.of(entry));
                }
            }
        }
        return found;
    }
}
