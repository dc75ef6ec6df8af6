package io.generaldomo.examples.conform;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.generaldomo.spec.conformance.Approach;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.zeromq.SocketType;
import org.zeromq.ZContext;

/** A ROUTER of JeroMQ in a process of its own, for what no thread can be freed from otherwise. */
final class JeromqProcess {
    private JeromqProcess() {}

    /** Starts one; closing kills it. */
    static Approach.Host start() {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", System.getProperty("java.class.path"), JeromqProcess.class.getName());
        try {
            Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
            String endpoint = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)).readLine();
            if (endpoint == null) {
                throw new IOException("the process of JeroMQ ended with " + process.onExit().join().exitValue());
            }
            return new Approach.Host(Subject.address(endpoint), () -> process.destroyForcibly().waitFor());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Serves until it is killed, or whoever started it is gone. */
    public static void main(String[] none) throws IOException {
        System.out.println(JeromqSubjects.bind(new ZContext(), SocketType.ROUTER, socket -> { }));
        while (System.in.read() >= 0) {
            // Nobody says anything; the end is what is awaited.
        }
        Runtime.getRuntime().halt(0);
    }
}
