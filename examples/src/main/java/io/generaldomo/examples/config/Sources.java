package io.generaldomo.examples.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the settings of a broker come from: a file, the environment and the flags. A flag counts before the environment, the environment before the
 * file, the file before the default. Can be read again and again. Immutable.
 *
 * @param file the file, if there is one
 * @param environment all variables
 * @param flags what was written behind the flags of settings
 */
public record Sources(Optional<Path> file, Map<String, String> environment, Map<Setting<?>, List<String>> flags) {
    /**
     * What a read has found.
     *
     * @param configuration the values of all sources
     * @param setup the broker that they ask for; nothing if there are mistakes
     * @param mistakes that were made in any source
     */
    public record Found(Configuration configuration, Optional<BrokerSetup> setup, List<Mistake> mistakes) {
        static Found of(Configuration configuration, List<Mistake> unreadable) {
            if (!unreadable.isEmpty()) {
                return new Found(configuration, Optional.empty(), List.copyOf(unreadable));
            }
            BrokerSetup setup = BrokerSetup.of(configuration);
            return new Found(configuration, setup.mistakes().isEmpty() ? Optional.of(setup) : Optional.empty(), setup.mistakes());
        }
    }

    /**
     * A file alone.
     *
     * @param file which
     * @return the sources
     */
    public static Sources of(Path file) {
        return new Sources(Optional.of(file), Map.of(), Map.of());
    }

    /**
     * Reads all of it anew.
     *
     * @return what there is
     */
    public Found read() {
        List<Mistake> mistakes = new ArrayList<>();
        List<Map<Setting<?>, Given>> layers = new ArrayList<>();
        file.ifPresent(name -> layers.add(YamlFile.read(name, mistakes)));
        layers.add(Environment.read(environment));
        layers.add(givenByFlags());
        return Found.of(Configuration.of(layers, file.isPresent(), mistakes), mistakes);
    }

    private Map<Setting<?>, Given> givenByFlags() {
        Map<Setting<?>, Given> given = new LinkedHashMap<>();
        flags.forEach((setting, texts) -> given.put(setting, Given.of(texts, Origin.flag(setting.flag()))));
        return given;
    }
}
