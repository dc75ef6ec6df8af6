package io.generaldomo.examples.config;

/**
 * Something that somebody wrote and cannot mean.
 *
 * @param where it is
 * @param what is wrong, and behind a semicolon what would be right
 */
public record Mistake(String where, String what) {
    static Mistake of(Origin origin, String key, String what) {
        boolean flag = origin.exact().startsWith("-");
        return new Mistake(flag ? origin.exact() : origin.exact() + ": " + key, what.replaceAll("\\s*\\R\\s*", " "));
    }

    /** One line. */
    @Override
    public String toString() {
        return where + ": " + what;
    }
}
