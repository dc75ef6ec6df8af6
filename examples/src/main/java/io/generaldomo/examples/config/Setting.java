package io.generaldomo.examples.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One thing that a broker can be told. Immutable; a line of {@link Settings}.
 *
 * @param key its name in a file, the names of the sections before it, separated by dots
 * @param type how its value is written
 * @param standard its value if nobody says another, as it would be written; nothing if it has none then
 * @param description what it does, a sentence or two
 * @param traits what else there is to know
 * @param flags its names on the command line; none if it has no flag
 * @param <T> the value
 */
public record Setting<T>(String key, ValueType<T> type, List<String> standard, String description, Set<Trait> traits, List<String> flags) {
    /** What there is to know of some settings. */
    public enum Trait {
        /** Has any number of values. */
        MANY,
        /** Is never shown, and has no flag: every user of a machine can read the command lines of all others. */
        SECRET,
        /** Counts at once when the file is read again; others need a restart. */
        RELOADED
    }

    private static final String SERVICE = "service.";

    /**
     * Whether it has a trait.
     *
     * @param trait which
     * @return true if it has
     */
    public boolean is(Trait trait) {
        return traits.contains(trait);
    }

    /**
     * Its name in the environment: that in a file in capitals, with a prefix.
     *
     * @return such as {@code GENERALDOMO_LOG_FORMAT}
     */
    public String environmentName() {
        return Environment.PREFIX + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** The name of its flag that says most. */
    String flag() {
        return flags.get(flags.size() - 1);
    }

    /**
     * Whether its flag needs no value.
     *
     * @return true if it is true or false
     */
    public boolean isSwitch() {
        return type == Types.SWITCH;
    }

    /** Whether services can have their own. */
    boolean isOfServices() {
        return key.startsWith(SERVICE);
    }

    /**
     * The same for one service.
     *
     * @param service its name
     * @return a setting that a file only can tell, below {@code services}
     */
    public Setting<T> of(String service) {
        String last = key.substring(SERVICE.length());
        return new Setting<>(Settings.SERVICES + '.' + service + '.' + last, type, List.of(), description, traits, List.of());
    }

    /** The flag that follows from the key, and further ones. */
    static List<String> flags(String key, String... own) {
        List<String> flags = new ArrayList<>(Arrays.asList(own));
        if (flags.isEmpty()) {
            flags.add("--" + key.replace('.', '-'));
        }
        return List.copyOf(flags);
    }
}
