package io.generaldomo.spec.site;

import static io.generaldomo.spec.site.Page.escaped;

import io.generaldomo.spec.GoldenVector;
import io.generaldomo.spec.GoldenVectors;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The golden vectors as pages, one for a group. Stateless. */
final class VectorPages {
    /** The page that tells what vectors are. */
    static final String TEXT = "vectors.html";

    private static final int OCTETS_IN_A_LINE = 16;

    private VectorPages() {}

    static List<Page> all() {
        return GoldenVectors.groups().stream().map(VectorPages::page).toList();
    }

    /** Links to all of them, from the root. */
    static String list() {
        return "<h2 id=\"all-vectors\">All vectors</h2>\n<ul class=\"columns\">\n"
                + GoldenVectors.groups().stream()
                        .map(group -> "<li><a href=\"vectors/" + group + ".html\">" + group + "</a> " + GoldenVectors.group(group).size() + "</li>\n")
                        .collect(Collectors.joining())
                + "</ul>\n";
    }

    private static Page page(String group) {
        String body = GoldenVectors.group(group).stream().map(VectorPages::section).collect(Collectors.joining());
        return new Page("vectors/" + group + ".html", "Vectors: " + group,
                "<h1>" + group + "</h1>\n<p>A group of <a href=\"../" + TEXT + "\">golden vectors</a>.</p>\n" + body);
    }

    private static String section(GoldenVector vector) {
        return "<h2 id=\"" + escaped(vector.name()) + "\">" + escaped(vector.name()) + "</h2>\n<p>" + escaped(vector.description()) + "</p>\n<p class=\"facts\">"
                + word(vector.layer()) + ", " + word(vector.stands()) + ": <b>" + word(vector.expectation()) + "</b>. " + vector.bytes().length + " octets, from "
                + escaped(vector.source()) + ".</p>\n<pre><code>" + escaped(octets(vector.bytes())) + "</code></pre>\n";
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String octets(byte[] octets) {
        StringBuilder text = new StringBuilder();
        for (int from = 0; from < octets.length; from += OCTETS_IN_A_LINE) {
            line(text, octets, from);
        }
        return text.toString();
    }

    private static void line(StringBuilder text, byte[] octets, int from) {
        text.append(String.format("%04x ", from));
        for (int at = from; at < from + OCTETS_IN_A_LINE; at++) {
            text.append(at < octets.length ? String.format(" %02x", octets[at]) : "   ");
        }
        text.append("  ");
        for (int at = from; at < Math.min(octets.length, from + OCTETS_IN_A_LINE); at++) {
            text.append(octets[at] >= ' ' && octets[at] < 127 ? (char) octets[at] : '.');
        }
        text.append('\n');
    }
}
