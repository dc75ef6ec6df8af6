package io.generaldomo.examples.bench.role;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** What a role says to the process that measures, over standard output, and what it hears, over standard input. Used by the thread of {@code main}. */
public final class Conversation {
    private Conversation() {}

    /**
     * Says that the role can be used, and answers until standard input ends.
     *
     * @param endpoint where it can be reached, and what else the word {@code ready} is followed by; empty for nothing
     * @param meter what it counts
     * @throws IOException if a stream fails
     */
    public static void hold(String endpoint, Meter meter) throws IOException {
        say(("ready " + endpoint).strip());
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            switch (line) {
                case "start" -> meter.start();
                case "stop" -> say("result " + meter.stop());
                default -> throw new IOException("'" + line + "' is neither start nor stop");
            }
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
