package io.generaldomo.examples.bench;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Where and when something was measured. Stateless. */
public final class Machine {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    private Machine() {}

    /**
     * What a figure is worth nothing without.
     *
     * @return date, processor, system, Java and the options of the processes on the JVM
     */
    public static Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("date", LocalDate.now(ZoneOffset.UTC).toString());
        facts.put("processors", Runtime.getRuntime().availableProcessors() + " × " + model());
        facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.version"));
        facts.put("javaOptions", String.join(" ", Jvm.options()));
        return facts;
    }

    /**
     * Writes the facts, and how long and how often was measured, as fields of an object.
     *
     * @param json inside of an object
     * @param pace how long and how often
     * @throws IOException if it cannot be written
     */
    public static void write(JsonGenerator json, Pace pace) throws IOException {
        for (Map.Entry<String, String> fact : facts().entrySet()) {
            json.writeStringField(fact.getKey(), fact.getValue());
        }
        json.writeNumberField("warmUpMillis", pace.warmUp().toMillis());
        json.writeNumberField("runMillis", pace.time().toMillis());
        json.writeNumberField("runs", pace.runs());
    }

    private static String model() {
        try (Stream<String> lines = Files.lines(PROCESSORS, StandardCharsets.UTF_8)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException notLinux) {
            return System.getProperty("os.arch");
        }
    }
}
