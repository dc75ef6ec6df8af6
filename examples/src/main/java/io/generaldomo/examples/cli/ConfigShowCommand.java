package io.generaldomo.examples.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.generaldomo.examples.config.Configuration;
import io.generaldomo.examples.config.Environment;
import io.generaldomo.examples.config.Sources;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code generaldomo config show}: what a broker that is started so would be told, and by whom. */
@Command(
        name = "show",
        description = "Show the settings that generaldomo broker would have with the same options, and where each comes from. Secrets are hidden.",
        abbreviateSynopsis = true)
final class ConfigShowCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "For programs: an object with a field for each setting.")
    private boolean json;

    @Mixin
    private VerboseOption verbose;

    @Mixin
    private SettingOptions settings;

    @Override
    public Integer call() throws IOException {
        Console console = new Console(spec.commandLine());
        Sources sources = settings.sources();
        Sources.Found found = sources.read();
        if (found.setup().isEmpty()) {
            found.mistakes().forEach(mistake -> console.complain(mistake.toString()));
            return ExitCode.USAGE;
        }
        Environment.misspelled(sources.environment()).forEach(console::note);
        List<Configuration.Line> lines = found.configuration().lines();
        if (json) {
            console.say(json(lines));
        } else {
            List<List<String>> rows = lines.stream().map(line -> List.of(line.key(), String.join(", ", line.values()), line.source())).toList();
            TextTable.print(console, List.of("KEY", "VALUE", "SOURCE"), rows, Set.of());
        }
        return ExitCode.OK;
    }

    private static String json(List<Configuration.Line> lines) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            for (Configuration.Line line : lines) {
                json.writeObjectFieldStart(line.key());
                json.writeFieldName("value");
                writeValue(json, line);
                json.writeStringField("source", line.source());
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void writeValue(JsonGenerator json, Configuration.Line line) throws IOException {
        if (line.many()) {
            json.writeStartArray();
            for (String value : line.values()) {
                json.writeString(value);
            }
            json.writeEndArray();
        } else if (line.values().isEmpty()) {
            json.writeNull();
        } else {
            json.writeString(line.values().get(0));
        }
    }
}
