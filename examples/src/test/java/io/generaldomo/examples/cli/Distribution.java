package io.generaldomo.examples.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The tar.gz of this build, unpacked into a directory, where programs find a shell's tools and Java, and nothing else: no Maven. */
final class Distribution implements AutoCloseable {
    /** All that the launcher calls, and what makes the archive of its classes. */
    private static final List<String> TOOLS = List.of("sh", "dirname", "readlink", "sed", "cat", "mv", "rm");

    private final Path home;
    private final Path tools;

    private Distribution(Path home, Path tools) {
        this.home = home;
        this.tools = tools;
    }

    static Distribution unpack(Path directory) throws IOException, InterruptedException {
        Path archive = Path.of(System.getProperty("generaldomo.distribution"));
        Process tar = new ProcessBuilder("tar", "-xzf", archive.toString(), "-C", directory.toString()).inheritIO().start();
        if (tar.waitFor() != 0) {
            throw new AssertionError("tar cannot read " + archive);
        }
        Path home = directory.resolve(archive.getFileName().toString().replace(".tar.gz", ""));
        return new Distribution(home, linked(Files.createDirectory(directory.resolve("tools"))));
    }

    private static Path linked(Path tools) throws IOException {
        for (String tool : TOOLS) {
            Path found = Arrays.stream(System.getenv("PATH").split(":"))
                    .map(place -> Path.of(place, tool))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow();
            Files.createSymbolicLink(tools.resolve(tool), found);
        }
        Files.createSymbolicLink(tools.resolve("java"), Path.of(System.getProperty("java.home"), "bin", "java"));
        return tools;
    }

    /** One of its files. */
    Path file(String name) {
        return home.resolve(name);
    }

    /** The names of its files, the jars but by their directory. */
    List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(Files::isRegularFile).map(file -> home.relativize(file).toString()).sorted().toList();
        }
    }

    RunningProcess start(String program, String... args) throws IOException {
        return start(Map.of(), program, args);
    }

    /** Starts one of its programs, in the empty directory that it was unpacked into. */
    RunningProcess start(Map<String, String> variables, String program, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(args));
        command.add(0, file("bin/" + program).toString());
        ProcessBuilder builder = new ProcessBuilder(command).directory(home.getParent().toFile());
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("PATH", tools.toString());
        environment.putAll(variables);
        return RunningProcess.start(builder);
    }

    /** Takes the links away, which JUnit would be wary of. The rest it deletes itself. */
    @Override
    public void close() throws IOException {
        for (String tool : TOOLS) {
            Files.delete(tools.resolve(tool));
        }
        Files.delete(tools.resolve("java"));
    }
}
