package io.generaldomo.spec.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the build of protocol-spec put the peer's program, and whether it can run here. */
final class LibzmqInstallation {
    static final String PROPERTY = "generaldomo.libzmqPeer";

    private LibzmqInstallation() {
    }

    static Path directory() {
        return Path.of(System.getProperty(PROPERTY, "target/libzmq-peer"));
    }

    static Optional<String> unavailable() {
        Path directory = directory();
        if (!Files.exists(directory.resolve("node_modules/zeromq"))) {
            return Optional.of("no libzmq peer in " + directory + " (system property " + PROPERTY + "): " + reason(directory));
        }
        try {
            Process node = new ProcessBuilder("node", "--version").redirectErrorStream(true).start();
            node.getInputStream().readAllBytes();
            return node.waitFor() == 0 ? Optional.empty() : Optional.of("node does not run");
        } catch (IOException failure) {
            return Optional.of("node does not start: " + failure.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    private static String reason(Path directory) {
        try {
            return Files.readString(directory.resolve("unavailable.txt")).strip();
        } catch (IOException none) {
            return "the build of protocol-spec installs it there";
        }
    }
}
