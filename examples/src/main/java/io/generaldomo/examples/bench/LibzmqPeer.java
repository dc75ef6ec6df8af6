package io.generaldomo.examples.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * libzmq, driven by a program in C as its own perf tools drive it. The program is compiled when it is asked for first; {@code bin/generaldomo} says where the
 * script is that does it, in the property {@code generaldomo.libzmqBuild}. Majordomo is spoken over DEALER only, as 7/MDP has it, and libzmq has no broker.
 */
final class LibzmqPeer implements Peer {
    private static final String SCRIPT = "generaldomo.libzmqBuild";
    /** Its default high-water mark: more would block. */
    private static final int MOST_IN_FLIGHT = 1000;

    @Override
    public String name() {
        return "libzmq";
    }

    @Override
    public Optional<String> missing() {
        if (Executable.find("gcc").isEmpty()) {
            return Optional.of("gcc");
        }
        return Files.exists(script()) ? Optional.empty() : Optional.of("the sources (start bin/generaldomo, which knows where they are)");
    }

    @Override
    public boolean plays(Role role, Setting setting) {
        return switch (role) {
            case RECEIVER, SENDER, ECHO, PUBLISHER, SUBSCRIBER -> true;
            case CLIENT -> isWithinMark(setting);
            case WORKER, REQUESTER -> setting.value("dialect").equals(Optional.of("mdp01")) && isWithinMark(setting);
            case BROKER -> false;
        };
    }

    private static boolean isWithinMark(Setting setting) {
        return setting.value("inflight").map(Integer::parseInt).orElse(1) <= MOST_IN_FLIGHT;
    }

    @Override
    public List<String> program(Role role) {
        try {
            Process build = new ProcessBuilder("sh", script().toString()).start();
            build.getOutputStream().close();
            String path = read(build.getInputStream().readAllBytes());
            String complaints = read(build.getErrorStream().readAllBytes());
            if (build.waitFor() != 0) {
                throw new PeerException("libzmq's program cannot be built: " + complaints);
            }
            return List.of(path);
        } catch (IOException e) {
            throw new PeerException("libzmq's program cannot be built: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PeerException("libzmq's program cannot be built: interrupted");
        }
    }

    private static String read(byte[] output) {
        return new String(output, StandardCharsets.UTF_8).strip();
    }

    private static Path script() {
        return Path.of(System.getProperty(SCRIPT, "src/main/c/build.sh"));
    }
}
