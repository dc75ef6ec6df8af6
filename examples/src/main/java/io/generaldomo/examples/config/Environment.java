package io.generaldomo.examples.config;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the environment tells: a variable for each setting. Several values are separated by commas; an empty variable says nothing. Stateless.
 */
public final class Environment {
    /** How our variables begin. */
    static final String PREFIX = "GENERALDOMO_";

    /** Names the file. */
    public static final String FILE = PREFIX + "CONFIG";

    private static final Set<String> OF_THE_LAUNCHER = Set.of(FILE, PREFIX + "OPTS");

    private Environment() {}

    static Map<Setting<?>, Given> read(Map<String, String> variables) {
        Map<Setting<?>, Given> found = new LinkedHashMap<>();
        for (Setting<?> setting : Settings.all()) {
            String name = setting.environmentName();
            String text = variables.getOrDefault(name, "");
            if (!text.isBlank()) {
                List<String> texts = setting.is(Setting.Trait.MANY) ? Arrays.stream(text.split(",")).map(String::strip).toList() : List.of(text);
                found.put(setting, Given.of(texts, Origin.environment(name)));
            }
        }
        return found;
    }

    /**
     * Variables that look like ours and are none. Not mistakes: a variable may come from somebody else, such as Kubernetes, which makes some for every
     * service, and a service may be called generaldomo.
     *
     * @param variables all there are
     * @return a line for each, if there is one that could be meant
     */
    public static List<String> misspelled(Map<String, String> variables) {
        Set<String> ours = Settings.all().stream().map(Setting::environmentName).collect(Collectors.toCollection(TreeSet::new));
        ours.addAll(OF_THE_LAUNCHER);
        return new TreeSet<>(variables.keySet()).stream()
                .filter(name -> name.startsWith(PREFIX) && !ours.contains(name))
                .map(name -> Nearest.to(name, ours).map(meant -> name + " in the environment means nothing; did you mean " + meant + "?"))
                .flatMap(Optional::stream)
                .toList();
    }
}
