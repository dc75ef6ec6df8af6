package io.generaldomo.examples.bench;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is said to the roles of one measurement: keys and values. Immutable; {@code with} returns a copy. */
public final class Setting {
    private final Map<String, String> values;

    private Setting(Map<String, String> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    /**
     * A setting that says nothing.
     *
     * @return the beginning of all others
     */
    public static Setting empty() {
        return new Setting(Map.of());
    }

    /**
     * This setting with a key more, or another value of it.
     *
     * @param key one of those in the package's description
     * @param value its value
     * @return a new setting
     */
    public Setting with(String key, Object value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(key, value.toString());
        return new Setting(more);
    }

    /**
     * The value of a key.
     *
     * @param key one of those in the package's description
     * @return its value, or empty if it is not said
     */
    public Optional<String> value(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** All of them, in the order in which they were said. */
    Map<String, String> values() {
        return values;
    }

    /** All of them as they are said. */
    List<String> arguments() {
        return values.entrySet().stream().map(Object::toString).toList();
    }

    @Override
    public String toString() {
        return String.join(", ", arguments());
    }
}
