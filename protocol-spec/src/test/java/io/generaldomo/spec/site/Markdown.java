package io.generaldomo.spec.site;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/** Makes a page of a text. HTML in a text is shown, not obeyed. Stateless. */
final class Markdown {
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create(), HeadingAnchorExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder().extensions(EXTENSIONS).escapeHtml(true).build();
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");
    private static final Pattern TEXT = Pattern.compile("(?<path>.*)\\.md(?<anchor>#.*)?");

    private Markdown() {}

    static Page page(String path, String text) {
        Node document = PARSER.parse(text);
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                visitChildren(link);
                if (leaves(path, link.getDestination())) {
                    unlink(link);
                } else {
                    link.setDestination(onSite(link.getDestination()));
                }
            }
        });
        return new Page(path, title(path, document), RENDERER.render(document));
    }

    /** Whether a link of a page leads out of the directory of the texts: to another module, which has no page here. */
    private static boolean leaves(String path, String destination) {
        Path texts = Path.of("/texts");
        return !ELSEWHERE.matcher(destination).matches() && !texts.resolve(path).resolveSibling(destination).normalize().startsWith(texts);
    }

    /** Leaves the words where the link was. */
    private static void unlink(Link link) {
        while (link.getFirstChild() != null) {
            link.insertBefore(link.getFirstChild());
        }
        link.unlink();
    }

    private static String title(String path, Node document) {
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading && heading.getLevel() == 1) {
                return TextContentRenderer.builder().build().render(heading).strip();
            }
        }
        throw new IllegalArgumentException(path + " has no heading");
    }

    /** Where the page of a text is that a text links to. */
    static String onSite(String destination) {
        Matcher matcher = TEXT.matcher(destination);
        if (ELSEWHERE.matcher(destination).matches()) {
            return destination;
        }
        if (matcher.matches()) {
            String anchor = matcher.group("anchor") == null ? "" : matcher.group("anchor");
            return matcher.group("path").replaceFirst("(^|/)README$", "$1index") + ".html" + anchor;
        }
        return destination.endsWith("/") ? destination + "index.html" : destination;
    }
}
