package io.generaldomo.spec.site;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of the site.
 *
 * @param path  of its file, from the root of the site
 * @param title in the window and in lists
 * @param body  HTML
 */
record Page(String path, String title, String body) {
    private static final Pattern SECTION = Pattern.compile("<h2 id=\"([^\"]+)\">(.*?)</h2>", Pattern.DOTALL);

    /** A heading of the second level. */
    record Section(String id, String html) {}

    List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        Matcher matcher = SECTION.matcher(body);
        while (matcher.find()) {
            sections.add(new Section(matcher.group(1), matcher.group(2)));
        }
        return sections;
    }

    /** Leads from this page's directory to the root. */
    String root() {
        return "../".repeat((int) path.chars().filter(c -> c == '/').count());
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
