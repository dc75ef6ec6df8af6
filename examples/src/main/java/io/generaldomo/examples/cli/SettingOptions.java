package io.generaldomo.examples.cli;

import io.generaldomo.examples.config.Environment;
import io.generaldomo.examples.config.Setting;
import io.generaldomo.examples.config.Settings;
import io.generaldomo.examples.config.Sources;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** {@code --config} and a flag for each of the {@link Settings}. */
final class SettingOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "A file of settings, in YAML. The environment counts before it, and the flags below before both. It is read again on SIGHUP.")
    private @Nullable Path file;

    /** A command that has these options, with those of the table. */
    static CommandLine addTo(Object command) {
        CommandLine line = new CommandLine(command);
        for (Setting<?> setting : Settings.all()) {
            if (!setting.flags().isEmpty()) {
                line.getCommandSpec().addOption(option(setting));
            }
        }
        return line;
    }

    private static OptionSpec option(Setting<?> setting) {
        String standard = setting.isSwitch() || setting.standard().isEmpty() ? "" : " (default: " + setting.standard().get(0) + ")";
        boolean many = setting.is(Setting.Trait.MANY);
        OptionSpec.Builder option = OptionSpec.builder(setting.flags().toArray(String[]::new))
                .paramLabel(setting.type().form())
                .description(setting.description() + standard + (many ? " May be given several times." : ""))
                .type(String.class)
                .arity("1");
        if (many) {
            option.type(List.class).auxiliaryTypes(String.class);
        } else if (setting.isSwitch()) {
            option.arity("0..1").fallbackValue("true");
        }
        return option.build();
    }

    /** Where the settings of this command come from. */
    Sources sources() {
        Map<String, String> environment = System.getenv();
        Optional<Path> named = Optional.ofNullable(file).or(() -> Optional.ofNullable(environment.get(Environment.FILE)).map(Path::of));
        return new Sources(named, environment, given(command.commandLine().getParseResult()));
    }

    private static Map<Setting<?>, List<String>> given(ParseResult parsed) {
        Map<Setting<?>, List<String>> given = new LinkedHashMap<>();
        for (Setting<?> setting : Settings.all()) {
            if (!setting.flags().isEmpty() && parsed.hasMatchedOption(setting.flags().get(0))) {
                Object value = parsed.matchedOption(setting.flags().get(0)).getValue();
                given.put(setting, value instanceof List<?> several ? several.stream().map(String::valueOf).toList() : List.of(String.valueOf(value)));
            }
        }
        return given;
    }
}
