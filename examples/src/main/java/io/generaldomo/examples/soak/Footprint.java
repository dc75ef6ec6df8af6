package io.generaldomo.examples.soak;

import io.netty.buffer.PooledByteBufAllocator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What this process holds, when the garbage is collected.
 *
 * @param heap octets of live objects
 * @param direct octets outside the heap that buffers of Netty's allocator are in use of, apart from what it keeps for the next ones
 * @param threads live threads
 * @param files open file descriptors; 0 where the system does not tell
 */
public record Footprint(long heap, long direct, long threads, long files) {
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");
    private static final int COLLECTIONS = 3;

    /**
     * Collects the garbage and looks.
     *
     * @return what is held now
     */
    public static Footprint now() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        long direct = PooledByteBufAllocator.DEFAULT.pinnedDirectMemory();
        return new Footprint(heap, direct, ManagementFactory.getThreadMXBean().getThreadCount(), openFiles());
    }

    private static long openFiles() {
        if (!Files.isDirectory(OPEN_FILES)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(OPEN_FILES)) {
            return files.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
