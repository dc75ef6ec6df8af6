package io.generaldomo.spec.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;

/** Puts pages into a document with the list of all pages. */
final class Layout {
    private static final String DOCUMENT = resource("page.html");

    private final Contents contents;

    Layout(Contents contents) {
        this.contents = contents;
    }

    String document(Page page) {
        return DOCUMENT
                .replace("{{title}}", Page.escaped(page.title()))
                .replace("{{root}}", page.root())
                .replace("{{pages}}", contents.chapters().stream().map(chapter -> list(chapter, page)).collect(Collectors.joining()))
                .replace("{{body}}", page.body() + appendix(page));
    }

    private static String list(Contents.Chapter chapter, Page current) {
        return "<h2>" + chapter.name() + "</h2>\n<ul>\n"
                + chapter.pages().stream().map(page -> entry(page, current)).collect(Collectors.joining()) + "</ul>\n";
    }

    private static String entry(Page page, Page current) {
        if (!page.equals(current)) {
            return "<li><a href=\"" + current.root() + page.path() + "\">" + name(page) + "</a></li>\n";
        }
        String sections = page.sections().stream()
                .map(section -> "<li><a href=\"#" + section.id() + "\">" + section.html() + "</a></li>\n")
                .collect(Collectors.joining());
        return "<li class=\"current\"><a href=\"#top\" aria-current=\"page\">" + name(page) + "</a>"
                + (sections.isEmpty() ? "" : "<ul>\n" + sections + "</ul>") + "</li>\n";
    }

    private static String name(Page page) {
        return Page.escaped(page.path().equals("index.html") ? "Overview" : page.title());
    }

    /** The text about the vectors leads to them. */
    private static String appendix(Page page) {
        return page.path().equals(VectorPages.TEXT) ? VectorPages.list() : "";
    }

    static String resource(String name) {
        try (InputStream in = Layout.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not beside " + Layout.class);
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
