package io.generaldomo.examples.conform;

import io.generaldomo.spec.conformance.Outcome;
import io.generaldomo.spec.conformance.Outcome.Result;
import io.generaldomo.spec.conformance.Report;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A report as a page that needs no other file. Everything that came from the peer is escaped. Stateless. */
public final class HtmlReport {
    private static final String PAGE = page();

    private HtmlReport() {}

    /**
     * Writes it.
     *
     * @param endpoint of the peer
     * @param report   of all cases
     * @return a document
     */
    public static String of(String endpoint, Report report) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("endpoint", escaped(endpoint));
        values.put("peer", escaped(report.peer().inWords()));
        values.put("passed", Long.toString(report.count(Result.PASSED)));
        values.put("failed", Long.toString(report.count(Result.FAILED)));
        values.put("tone", report.count(Result.FAILED) == 0 ? "" : " class=\"bad\"");
        values.put("others", Long.toString(report.count(Result.NOT_APPLICABLE)));
        values.put("took", String.format(Locale.ROOT, "%.1f s", report.took().toMillis() / 1000.0));
        values.put("groups", groups(report.outcomes()));
        String page = PAGE;
        for (Map.Entry<String, String> value : values.entrySet()) {
            page = page.replace("{{" + value.getKey() + "}}", value.getValue());
        }
        return page;
    }

    private static String groups(List<Outcome> outcomes) {
        Map<String, List<Outcome>> groups =
                outcomes.stream().collect(Collectors.groupingBy(outcome -> outcome.of().group(), LinkedHashMap::new, Collectors.toList()));
        return groups.entrySet().stream().map(group -> group(group.getKey(), group.getValue())).collect(Collectors.joining());
    }

    private static String group(String name, List<Outcome> outcomes) {
        long failed = outcomes.stream().filter(Outcome::isFailure).count();
        String count = failed == 0 ? "" : " <span class=\"failed\">" + failed + " failed</span>";
        return "<section><h2>" + escaped(name) + count + "</h2><table>\n<thead><tr><th>Result</th><th>Level</th><th>Case</th><th>Clause</th></tr></thead>\n"
                + outcomes.stream().map(HtmlReport::row).collect(Collectors.joining()) + "</table></section>\n";
    }

    private static String row(Outcome outcome) {
        String result = outcome.result().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String name = outcome.of().id().substring(outcome.of().group().length() + 1);
        return "<tr class=\"" + result.replace(' ', '-') + "\"><td><span>" + result + "</span></td><td>"
                + outcome.of().level().name().toLowerCase(Locale.ROOT) + "</td><td><code id=\"" + escaped(outcome.of().id()) + "\">" + escaped(name) + "</code> "
                + escaped(outcome.of().title()) + detail(outcome) + "</td><td>" + escaped(outcome.of().clause()) + "</td></tr>\n";
    }

    private static String detail(Outcome outcome) {
        if (outcome.reason().isEmpty()) {
            return "";
        }
        String octets = outcome.transcript().isEmpty() ? "" : "<pre>" + escaped(String.join("\n", outcome.transcript())) + "</pre>";
        return "<p>" + escaped(outcome.reason()) + "</p>" + octets;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("{{", "&#123;{");
    }

    private static String page() {
        try (InputStream in = HtmlReport.class.getResourceAsStream("report.html")) {
            if (in == null) {
                throw new IllegalStateException("report.html is not beside " + HtmlReport.class);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
