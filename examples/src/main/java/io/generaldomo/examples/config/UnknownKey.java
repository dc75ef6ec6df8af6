package io.generaldomo.examples.config;

import java.util.List;
import java.util.Optional;

/** What somebody may have meant who wrote a key that there is not. Stateless. */
final class UnknownKey {
    private UnknownKey() {}

    /**
     * The end of a sentence about a key.
     *
     * @param section where it stands
     * @param key itself, with its section
     */
    static String hint(String section, String key) {
        String last = section.isEmpty() ? key : key.substring(section.length() + 1);
        List<String> names = Settings.namesIn(section);
        Optional<String> meant = Nearest.to(last, names)
                .or(() -> elsewhere(last))
                .or(() -> Nearest.to(key, Settings.all().stream().map(Setting::key).toList()));
        return meant.map(name -> "did you mean " + name + "?")
                .orElseGet(() -> "those " + (section.isEmpty() ? "of a file" : "of " + section) + " are " + String.join(", ", names));
    }

    /** The same word in another section, or as a flag. */
    private static Optional<String> elsewhere(String last) {
        return Settings.all().stream()
                .filter(setting -> setting.key().endsWith("." + last) || setting.flags().contains("--" + last))
                .map(Setting::key)
                .findFirst();
    }
}
