package io.generaldomo.spec.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The pages that come from texts, in the order in which they are listed.
 *
 * @param chapters each with its name
 */
record Contents(List<Chapter> chapters) {
    private static final List<String> SPECIFICATION = List.of("README.md", "zmtp.md", "gdp.md", "mdp-dialects.md", "glossary.md");
    private static final List<String> EVIDENCE = List.of("conformance.md", "vectors.md", "security-cases.md");
    private static final String DECISIONS = "decisions";

    /** Pages that are listed together. */
    record Chapter(String name, List<Page> pages) {}

    /** All texts of a directory and its decisions. */
    static Contents of(Path texts) throws IOException {
        TreeSet<String> unlisted = new TreeSet<>(names(texts));
        unlisted.removeAll(SPECIFICATION);
        unlisted.removeAll(EVIDENCE);
        if (!unlisted.isEmpty()) {
            throw new IOException("texts that are in no chapter of the site: " + unlisted);
        }
        return new Contents(List.of(
                new Chapter("Specification", pages(texts, SPECIFICATION)),
                new Chapter("Evidence", pages(texts, EVIDENCE)),
                decisions(texts)));
    }

    private static Chapter decisions(Path texts) throws IOException {
        List<Page> each = pages(texts, names(texts.resolve(DECISIONS)).stream().map(name -> DECISIONS + "/" + name).toList());
        String list = each.stream()
                .map(page -> "<li><a href=\"" + page.path().substring(DECISIONS.length() + 1) + "\">" + Page.escaped(page.title()) + "</a></li>\n")
                .collect(Collectors.joining());
        Page index = new Page(DECISIONS + "/index.html", "All decisions", "<h1>Decisions</h1>\n<ul>\n" + list + "</ul>\n");
        List<Page> pages = new ArrayList<>(List.of(index));
        pages.addAll(each);
        return new Chapter("Decisions", pages);
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".md")).sorted().toList();
        }
    }

    private static List<Page> pages(Path texts, List<String> names) {
        return names.stream().map(name -> page(texts, name)).toList();
    }

    private static Page page(Path texts, String name) {
        try {
            return Markdown.page(Markdown.onSite(name), Files.readString(texts.resolve(name), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Page> pages() {
        return chapters.stream().flatMap(chapter -> chapter.pages().stream()).toList();
    }
}
