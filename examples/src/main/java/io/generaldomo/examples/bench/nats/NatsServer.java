package io.generaldomo.examples.bench.nats;

import io.generaldomo.examples.bench.Executable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A nats-server with default settings on a free port of the loopback interface. Closing it ends it, and so does the end of this process. */
final class NatsServer implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("Listening for client connections on (\\S+)");

    private final Process process;
    private final String address;

    /** Starts it and waits until it listens. */
    NatsServer() throws IOException {
        String program = Executable.find("nats-server").orElseThrow(() -> new IOException("no nats-server")).toString();
        process = new ProcessBuilder(program, "--addr", "127.0.0.1", "--port", "-1").redirectErrorStream(true).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        BufferedReader log = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        address = waitForAddress(log);
        Thread drain = new Thread(() -> drain(log), "log of nats-server");
        drain.setDaemon(true);
        drain.start();
    }

    /** A server whose log nobody reads would stop. */
    private static void drain(BufferedReader log) {
        try {
            log.transferTo(Writer.nullWriter());
        } catch (IOException closed) {
            // it ends
        }
    }

    private static String waitForAddress(BufferedReader log) throws IOException {
        StringBuilder said = new StringBuilder();
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            Matcher listening = LISTENING.matcher(line);
            if (listening.find()) {
                return listening.group(1);
            }
            said.append(line).append('\n');
        }
        throw new IOException("nats-server ended: " + said);
    }

    /** Where it can be reached, and the process that does the work. */
    String endpointAndProcess() {
        return "nats://" + address + " " + process.pid();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
