package io.generaldomo.zmtp.socket;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Sockets over Unix domain sockets. */
class IpcTransportTest extends TransportTests {
    @TempDir
    private static Path folder;

    private int number;

    @Override
    public String free() {
        return "ipc://" + folder.resolve("socket" + number++);
    }
}
