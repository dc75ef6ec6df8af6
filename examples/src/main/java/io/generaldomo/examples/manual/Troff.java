package io.generaldomo.examples.manual;

/** A manual page as troff reads it, with the macros of man(7), as far as ours need them. Confined to one thread. */
final class Troff {
    private final StringBuilder page = new StringBuilder();

    /** Begins the page, with what stands above and below its text. */
    Troff(String title, String source) {
        page.append(".TH \"").append(escape(title)).append("\" 1 \"\" \"").append(escape(source)).append("\" Generaldomo\n");
    }

    Troff section(String name) {
        page.append(".SH ").append(name).append('\n');
        return this;
    }

    /** A head whose text stands below it, indented. */
    Troff item(String head) {
        page.append(".TP\n").append(head).append('\n');
        return this;
    }

    /** Words, which are set as they are. */
    Troff text(String words) {
        return raw(escape(words));
    }

    /** Words that have their fonts in them. */
    Troff raw(String words) {
        page.append(words).append('\n');
        return this;
    }

    static String bold(String words) {
        return "\\fB" + escape(words) + "\\fR";
    }

    static String italic(String words) {
        return "\\fI" + escape(words) + "\\fR";
    }

    /** A dash that one can search for and copy, and no character that troff would obey: none is at the beginning of a line. */
    private static String escape(String words) {
        return "\\&" + words.replace("\\", "\\e").replace("-", "\\-").replaceAll("\\s+", " ");
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
