package io.generaldomo.examples.config;

import java.util.ArrayList;
import java.util.List;

/**
 * What a setting is, and why. Immutable.
 *
 * @param setting which
 * @param given as it was written
 * @param values the same, read; one, none, or for a setting that may have many any number
 * @param <T> the value
 */
record Value<T>(Setting<T> setting, Given given, List<T> values) {
    /** Reads what was written; what cannot be read is left out, and added to the mistakes. */
    static <T> Value<T> of(Setting<T> setting, Given given, List<Mistake> mistakes) {
        List<T> values = new ArrayList<>();
        for (Given.Text text : given.texts()) {
            try {
                values.add(setting.type().reader().read(text.text(), text.origin().base()));
            } catch (IllegalArgumentException e) {
                mistakes.add(Mistake.of(text.origin(), setting.key(), complete(String.valueOf(e.getMessage()), setting)));
            }
        }
        return new Value<>(setting, given, List.copyOf(values));
    }

    /** Every mistake says what would be right. */
    private static String complete(String what, Setting<?> setting) {
        String right = setting.type().right().replaceFirst("^a ", "");
        boolean complete = what.contains("; ") || what.contains(right);
        return complete ? what : what + "; right would be " + setting.type().right();
    }

    /** The texts, without those of secrets. */
    List<String> shown() {
        return given.texts().stream().map(text -> setting.is(Setting.Trait.SECRET) ? "********" : text.text()).toList();
    }
}
