package io.generaldomo.examples.config;

import java.util.List;

/**
 * What somebody wrote for a setting.
 *
 * @param texts one, or for a setting that may have many any number
 * @param origin of the whole
 */
record Given(List<Text> texts, Origin origin) {
    /**
     * A value as it was written.
     *
     * @param text itself
     * @param origin of this one
     */
    record Text(String text, Origin origin) {}

    static Given of(List<String> texts, Origin origin) {
        return new Given(texts.stream().map(text -> new Text(text, origin)).toList(), origin);
    }
}
