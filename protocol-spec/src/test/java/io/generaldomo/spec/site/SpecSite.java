package io.generaldomo.spec.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the texts of this module as a static site, which needs nothing but its own files. The build calls {@link #main}; a link that leads nowhere
 * fails it.
 */
public final class SpecSite {
    private static final String STYLE = "style.css";

    private SpecSite() {}

    /**
     * Writes the site.
     *
     * @param directories of the texts, and where to put the site
     * @throws IOException if a text cannot be read, a page not be written, or a link leads nowhere
     */
    public static void main(String[] directories) throws IOException {
        Path site = Path.of(directories[1]);
        write(Path.of(directories[0]), site);
        List<String> broken = LinkCheck.broken(site);
        if (!broken.isEmpty()) {
            throw new IOException("links of the site lead nowhere:\n" + String.join("\n", broken));
        }
    }

    static void write(Path texts, Path site) throws IOException {
        Contents contents = Contents.of(texts);
        List<Page> pages = new ArrayList<>(contents.pages());
        pages.addAll(VectorPages.all());
        Layout layout = new Layout(contents);
        for (Page page : pages) {
            Path file = site.resolve(page.path());
            Files.createDirectories(file.getParent());
            Files.writeString(file, layout.document(page), UTF_8);
        }
        Files.writeString(site.resolve(STYLE), Layout.resource(STYLE), UTF_8);
    }
}
