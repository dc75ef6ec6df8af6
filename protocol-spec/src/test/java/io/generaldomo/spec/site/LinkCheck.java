package io.generaldomo.spec.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks at written pages for links that lead nowhere, to a file or to a place in it, and for anything that a browser would load from elsewhere. */
final class LinkCheck {
    private static final Pattern ANCHOR = Pattern.compile("\\sid=\"([^\"]*)\"");
    private static final Pattern LINK = Pattern.compile("<a\\s[^>]*?href=\"([^\"]*)\"");
    private static final Pattern LOADED = Pattern.compile("<(?:link|img|script|iframe|source)\\s[^>]*?(?:href|src)=\"([^\"]*)\"");

    private final Map<Path, Set<String>> anchors = new TreeMap<>();
    private final List<String> broken = new ArrayList<>();

    private LinkCheck() {}

    /** A line for each that leads nowhere. */
    static List<String> broken(Path site) throws IOException {
        LinkCheck check = new LinkCheck();
        try (Stream<Path> files = Files.walk(site)) {
            for (Path page : files.filter(file -> file.toString().endsWith(".html")).sorted().toList()) {
                check.look(site, page);
            }
        }
        return List.copyOf(check.broken);
    }

    private void look(Path site, Path page) throws IOException {
        String html = Files.readString(page, UTF_8);
        for (String link : found(LINK, html)) {
            if (!URI.create(link).isAbsolute() && !isThere(page, link)) {
                broken.add(site.relativize(page) + ": " + link);
            }
        }
        for (String file : found(LOADED, html)) {
            if (URI.create(file).isAbsolute() || !isThere(page, file)) {
                broken.add(site.relativize(page) + " loads " + file);
            }
        }
    }

    private boolean isThere(Path page, String link) {
        URI to = page.toUri().resolve(link);
        Path file = link.startsWith("#") ? page : Path.of(URI.create("file://" + to.getRawPath()));
        if (!Files.isRegularFile(file)) {
            return false;
        }
        String anchor = to.getFragment();
        return anchor == null || anchors.computeIfAbsent(file, LinkCheck::anchors).contains(anchor);
    }

    private static Set<String> anchors(Path page) {
        try {
            return Set.copyOf(found(ANCHOR, Files.readString(page, UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> found(Pattern pattern, String html) {
        return pattern.matcher(html).results().map((MatchResult result) -> result.group(1)).distinct().collect(Collectors.toList());
    }
}
