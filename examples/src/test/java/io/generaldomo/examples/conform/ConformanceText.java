package io.generaldomo.examples.conform;

import io.generaldomo.examples.conform.Peculiarities.Peculiarity;
import io.generaldomo.spec.conformance.ConformanceCase;
import io.generaldomo.spec.conformance.Level;
import io.generaldomo.spec.conformance.Outcome.Result;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The text of {@code conformance.md}: all that surveys found, a row for each clause. */
final class ConformanceText {
    private final List<ConformanceCase> cases;
    private final List<Survey> surveys;
    private final KnownDeviations deviations;
    private final List<Peculiarity> peculiarities;

    ConformanceText(List<ConformanceCase> cases, List<Survey> surveys, KnownDeviations deviations, List<Peculiarity> peculiarities) {
        this.cases = cases;
        this.surveys = surveys;
        this.deviations = deviations;
        this.peculiarities = peculiarities;
    }

    String text() {
        return """
                # Conformance

                What came of the conformance kit (`io.generaldomo.spec.conformance`) for ours and for two other implementations. `ConformanceTest` of `examples` writes this text in each
                build and fails if it is not the same. A case is run against every socket below to which it applies, and fails if it fails for one of them.

                """
                + row(List.of("Implementation", "Cases that pass", "fail", "do not apply")) + line(4)
                + surveys.stream().map(this::counts).collect(Collectors.joining()) + "\n"
                + surveys.stream().map(each -> "- " + each.implementation() + ": " + String.join("; ", each.subjects()) + "\n").collect(Collectors.joining())
                + """

                ## Clauses
                ✓: all cases that apply pass. ✗: these fail; [below](#deviations) is why. –: none applies. Of the names, each is the end of an id, as in
                `generaldomo conform ENDPOINT --group GROUP`.
                """
                + groups().entrySet().stream().map(group -> group(group.getKey(), group.getValue())).collect(Collectors.joining())
                + """

                ## Deviations
                What each does otherwise, checked against the clause; where the clause leaves it open, the level is SHOULD or *interoperates*.
                """
                + surveys.stream().map(this::deviationsOf).collect(Collectors.joining())
                + """

                ## Peculiarities
                What libzmq (D) and JeroMQ (J) were known to do before there was this suite, and whether it finds that out. ✗: these cases fail, ✓: they pass, for each
                implementation; a case whose level is *interoperates* may ask for just what is peculiar.

                """
                + peculiarityTable();
    }

    private String peculiarityTable() {
        List<String> titles = new ArrayList<>(List.of("", "What it does", "Cases"));
        surveys.forEach(each -> titles.add(each.implementation()));
        titles.add("Remark");
        return row(titles) + line(titles.size()) + peculiarities.stream().map(this::peculiarity).collect(Collectors.joining());
    }

    private String peculiarity(Peculiarity of) {
        List<ConformanceCase> shown = of.cases().stream().map(this::known).toList();
        List<String> cells = new ArrayList<>(List.of(of.label(), of.does(), shown.isEmpty() ? "none" : ids(shown)));
        surveys.forEach(each -> cells.add(result(each, shown)));
        cells.add(of.remark());
        return row(cells);
    }

    private ConformanceCase known(String id) {
        return cases.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow(() -> new IllegalArgumentException("no case " + id));
    }

    private static String ids(List<ConformanceCase> of) {
        return of.stream().map(each -> "`" + each.id() + "`").collect(Collectors.joining(", "));
    }

    private Map<String, List<ConformanceCase>> groups() {
        return cases.stream().collect(Collectors.groupingBy(ConformanceCase::group, LinkedHashMap::new, Collectors.toList()));
    }

    /** What fails sometimes counts as a failure, whether or not it did so this time. */
    private Result result(Survey survey, ConformanceCase of) {
        return deviations.isSometimes(survey.implementation(), of.id()) ? Result.FAILED : survey.result(of);
    }

    private String counts(Survey survey) {
        Map<Result, Long> counts = cases.stream().collect(Collectors.groupingBy(each -> result(survey, each), Collectors.counting()));
        return row(List.of(survey.implementation(), count(counts, Result.PASSED), count(counts, Result.FAILED), count(counts, Result.NOT_APPLICABLE)));
    }

    private static String count(Map<Result, Long> counts, Result result) {
        return Long.toString(counts.getOrDefault(result, 0L));
    }

    private String group(String name, List<ConformanceCase> group) {
        List<String> titles = surveys.stream().map(survey -> " " + survey.implementation() + " |").toList();
        Map<String, List<ConformanceCase>> clauses =
                group.stream().collect(Collectors.groupingBy(ConformanceCase::clause, LinkedHashMap::new, Collectors.toList()));
        return "\n### " + name + "\n| Clause | Cases |" + String.join("", titles) + "\n" + line(2 + surveys.size())
                + clauses.entrySet().stream().map(clause -> clause(clause.getKey(), clause.getValue())).collect(Collectors.joining());
    }

    private String clause(String clause, List<ConformanceCase> of) {
        return "| " + clause + " | " + names(of) + " |" + surveys.stream().map(survey -> " " + result(survey, of) + " |").collect(Collectors.joining()) + "\n";
    }

    private static String names(List<ConformanceCase> of) {
        Map<Level, String> levels = of.stream().collect(Collectors.groupingBy(
                ConformanceCase::level, () -> new EnumMap<>(Level.class), Collectors.mapping(ConformanceText::name, Collectors.joining(", "))));
        return levels.entrySet().stream().map(each -> word(each.getKey()) + " " + each.getValue()).collect(Collectors.joining("; "));
    }

    private String result(Survey survey, List<ConformanceCase> of) {
        Map<Boolean, String> failed = of.stream()
                .filter(each -> result(survey, each) == Result.FAILED)
                .collect(Collectors.groupingBy(each -> deviations.isSometimes(survey.implementation(), each.id()),
                        TreeMap::new, Collectors.mapping(ConformanceText::name, Collectors.joining(", "))));
        if (!failed.isEmpty()) {
            return failed.entrySet().stream().map(each -> (each.getKey() ? "✗ sometimes " : "✗ ") + each.getValue()).collect(Collectors.joining("; "));
        }
        return of.stream().anyMatch(each -> result(survey, each) == Result.PASSED) ? "✓" : "–";
    }

    private String deviationsOf(Survey survey) {
        String title = "\n### " + survey.implementation() + "\n";
        Map<String, List<ConformanceCase>> bySentence = cases.stream()
                .filter(each -> result(survey, each) == Result.FAILED)
                .collect(Collectors.groupingBy(each -> deviations.sentence(survey.implementation(), each.id()), LinkedHashMap::new, Collectors.toList()));
        if (bySentence.isEmpty()) {
            return title + "None.\n";
        }
        return title + row(List.of("What it does", "Level", "Cases")) + line(3)
                + bySentence.entrySet().stream().map(each -> deviation(each.getKey(), each.getValue())).collect(Collectors.joining());
    }

    private static String deviation(String sentence, List<ConformanceCase> of) {
        return row(List.of(
                sentence,
                of.stream().map(ConformanceCase::level).distinct().map(ConformanceText::word).collect(Collectors.joining(", ")),
                ids(of)));
    }

    private static String name(ConformanceCase of) {
        return "`" + of.id().substring(of.group().length() + 1) + "`";
    }

    private static String word(Level level) {
        return level == Level.INTEROPERATES ? "*" + level.name().toLowerCase(Locale.ROOT) + "*" : level.name();
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static String line(int cells) {
        return "|" + "---|".repeat(cells) + "\n";
    }
}
