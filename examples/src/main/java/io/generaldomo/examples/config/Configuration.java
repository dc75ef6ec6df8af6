package io.generaldomo.examples.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The value of every setting, and where it comes from. Immutable and thread-safe.
 *
 * @see Sources
 */
public final class Configuration {
    private final Map<String, Value<?>> values;
    private final boolean fromFile;

    private Configuration(Map<String, Value<?>> values, boolean fromFile) {
        this.values = values;
        this.fromFile = fromFile;
    }

    /** Of layers, the later of which count before the earlier ones. */
    static Configuration of(List<Map<Setting<?>, Given>> layers, boolean fromFile, List<Mistake> mistakes) {
        Map<String, Value<?>> values = new LinkedHashMap<>();
        for (Setting<?> setting : Settings.all()) {
            values.put(setting.key(), Value.of(setting, Given.of(setting.standard(), Origin.STANDARD), mistakes));
        }
        for (Map<Setting<?>, Given> layer : layers) {
            layer.forEach((setting, given) -> values.put(setting.key(), Value.of(setting, given, mistakes)));
        }
        return new Configuration(values, fromFile);
    }

    /** This one, with what can be taken over from another one while a broker runs. */
    Configuration reloaded(Configuration fresh) {
        Map<String, Value<?>> merged = new LinkedHashMap<>();
        for (String key : allKeys(fresh)) {
            Value<?> taken = isReloaded(either(key, fresh)) ? fresh.values.get(key) : values.get(key);
            if (taken != null) {
                merged.put(key, taken);
            }
        }
        return new Configuration(merged, fromFile);
    }

    /** The keys whose values differ in another one. */
    List<String> changes(Configuration other, boolean reloaded) {
        List<String> changed = new ArrayList<>();
        for (String key : allKeys(other)) {
            if (isReloaded(either(key, other)) == reloaded && !texts(values.get(key)).equals(texts(other.values.get(key)))) {
                changed.add(key);
            }
        }
        return changed;
    }

    private Set<String> allKeys(Configuration other) {
        Set<String> keys = new LinkedHashSet<>(values.keySet());
        keys.addAll(other.values.keySet());
        return keys;
    }

    private Value<?> either(String key, Configuration other) {
        Value<?> own = values.get(key);
        return own == null ? Objects.requireNonNull(other.values.get(key)) : own;
    }

    private static boolean isReloaded(Value<?> value) {
        return value.setting().is(Setting.Trait.RELOADED);
    }

    private static List<String> texts(@Nullable Value<?> value) {
        return value == null ? List.of() : value.given().texts().stream().map(Given.Text::text).toList();
    }

    /** All values of a setting. */
    <T> List<T> all(Setting<T> setting) {
        return value(setting).map(Value::values).orElse(List.of());
    }

    /** The value of a setting, if it has one. */
    <T> Optional<T> find(Setting<T> setting) {
        return all(setting).stream().findFirst();
    }

    /** The value of a setting that always has one. */
    <T> T get(Setting<T> setting) {
        return find(setting).orElseThrow();
    }

    /** The value of a setting for one service: its own, or else that of all. */
    <T> T get(Setting<T> setting, String service) {
        return find(setting.of(service)).orElseGet(() -> get(setting));
    }

    @SuppressWarnings("unchecked") // a value is kept by the key of its setting, and made with it
    private <T> Optional<Value<T>> value(Setting<T> setting) {
        return Optional.ofNullable((Value<T>) values.get(setting.key()));
    }

    /** The services that have settings of their own. */
    Set<String> services() {
        Set<String> names = new TreeSet<>();
        String prefix = Settings.SERVICES + '.';
        values.keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .forEach(key -> names.add(key.substring(prefix.length(), key.lastIndexOf('.'))));
        return names;
    }

    /** A mistake in the value of a setting. */
    Mistake mistake(Setting<?> setting, String what) {
        Origin origin = value(setting).map(value -> value.given().origin()).orElse(Origin.STANDARD);
        return Mistake.of(origin, setting.key(), what);
    }

    /** What to call a setting when talking to whoever wrote these: its key, or the flag if there is no file. */
    String call(Setting<?> setting) {
        return fromFile || setting.flags().isEmpty() ? setting.key() : setting.flag();
    }

    /**
     * What is shown of it.
     *
     * @return a line for each setting, those of single services last
     */
    public List<Line> lines() {
        return values.values().stream()
                .map(value -> new Line(value.setting().key(), value.shown(), value.given().origin().told(), value.setting().is(Setting.Trait.MANY)))
                .toList();
    }

    /**
     * A setting as it is shown.
     *
     * @param key its name
     * @param values as they were written, secrets hidden
     * @param source where they come from
     * @param many whether there may be several
     */
    public record Line(String key, List<String> values, String source, boolean many) {}
}
