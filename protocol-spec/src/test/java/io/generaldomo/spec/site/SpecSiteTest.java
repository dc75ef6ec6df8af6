package io.generaldomo.spec.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.generaldomo.spec.GoldenVectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecSiteTest {
    private static final Path TEXTS = Path.of("").toAbsolutePath();

    @TempDir
    private Path directory;

    @Test
    void noLinkOfTheSiteLeadsNowhere() throws IOException {
        SpecSite.write(TEXTS, directory);
        assertThat(LinkCheck.broken(directory)).isEmpty();
    }

    @Test
    void everyTextAndEveryGroupOfVectorsHasAPage() throws IOException {
        SpecSite.write(TEXTS, directory);
        assertThat(GoldenVectors.groups()).allSatisfy(group -> assertThat(directory.resolve("vectors/" + group + ".html")).isNotEmptyFile());
        try (Stream<Path> texts = Stream.concat(Files.list(TEXTS), Files.list(TEXTS.resolve("decisions")))) {
            assertThat(texts.filter(text -> text.toString().endsWith(".md")))
                    .hasSizeGreaterThan(15)
                    .allSatisfy(text -> assertThat(directory.resolve(Markdown.onSite(TEXTS.relativize(text).toString()))).isNotEmptyFile());
        }
    }

    @Test
    void everyPageListsAllOthersAndMarksItself() throws IOException {
        SpecSite.write(TEXTS, directory);
        assertThat(directory.resolve("decisions/index.html")).content()
                .contains("href=\"../style.css\"", "href=\"../zmtp.html\"", "<li class=\"current\"><a href=\"#top\" aria-current=\"page\">All decisions</a>");
    }

    @Test
    void tablesDiagramsAndHtmlOfATextAreShown() {
        Page page = Markdown.page("a.html", "# `A` frame\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\n+--+\n```\n\n## Next part\n\n<script>x</script>");
        assertThat(page.title()).contains("A").contains("frame");
        assertThat(page.body()).contains("<td>1</td>", "<pre><code>+--+", "<h2 id=\"next-part\">", "&lt;script&gt;");
        assertThat(page.sections()).containsExactly(new Page.Section("next-part", "Next part"));
    }

    @Test
    void aLinkToAnotherModuleIsWordsOnly() {
        Page page = Markdown.page("decisions/a.html", "# A\n\n[the `figures`](../../gdp/README.md#figures), [spec](../zmtp.md)");
        assertThat(page.body()).contains("<p>the <code>figures</code>, <a href=\"../zmtp.html\">spec</a></p>");
    }

    @ParameterizedTest
    @CsvSource({
        "zmtp.md, zmtp.html", "README.md, index.html", "../README.md#site, ../index.html#site", "decisions/, decisions/index.html",
        "gdp.md#3-packing, gdp.html#3-packing", "#here, #here", "https://example.org/a.md, https://example.org/a.md"})
    void linksBetweenTextsBecomeLinksBetweenPages(String inText, String onSite) {
        assertThat(Markdown.onSite(inText)).isEqualTo(onSite);
    }

    @Test
    void whatLeadsNowhereIsFound() throws IOException {
        Files.createDirectories(directory.resolve("sub"));
        Files.writeString(directory.resolve("a.html"), "<h2 id=\"here\">A</h2> <a href=\"#here\">1</a> <a href=\"sub/b.html#there\">2</a> <a href=\"https://example.org/\">3</a>"
                + " <a href=\"#gone\">4</a> <a href=\"sub/b.html#here\">5</a> <a href=\"c.html\">6</a> <a href=\"sub\">7</a>");
        Files.writeString(directory.resolve("sub/b.html"), "<p id=\"there\"><img alt=\"\" src=\"https://example.org/a.png\"> <link rel=\"stylesheet\" href=\"style.css\">");
        assertThat(LinkCheck.broken(directory)).containsExactly(
                "a.html: #gone", "a.html: sub/b.html#here", "a.html: c.html", "a.html: sub",
                "sub/b.html loads https://example.org/a.png", "sub/b.html loads style.css");
    }

    @Test
    void aBrokenLinkEndsTheBuild() throws IOException {
        Path texts = directory.resolve("texts");
        Files.createDirectories(texts.resolve("decisions"));
        for (Page page : Contents.of(TEXTS).chapters().stream().limit(2).flatMap(chapter -> chapter.pages().stream()).toList()) {
            Files.writeString(texts.resolve(page.path().replace("index.html", "README.md").replace(".html", ".md")), "# Text\n\n[gone](gone.md)\n");
        }
        assertThatIOException().isThrownBy(() -> SpecSite.main(new String[] {texts.toString(), directory.resolve("site").toString()}))
                .withMessageContaining("zmtp.html: gone.html");
    }

    @Test
    void aTextThatNobodyListedEndsTheBuild() throws IOException {
        Files.writeString(directory.resolve("forgotten.md"), "# Forgotten\n");
        assertThatIOException().isThrownBy(() -> Contents.of(directory)).withMessageContaining("forgotten.md");
    }
}
