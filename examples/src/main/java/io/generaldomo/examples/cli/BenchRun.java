package io.generaldomo.examples.cli;

import io.generaldomo.examples.bench.Contest;
import io.generaldomo.examples.bench.Contestant;
import io.generaldomo.examples.bench.Course;
import io.generaldomo.examples.bench.Heat;
import io.generaldomo.examples.bench.Machine;
import io.generaldomo.examples.bench.ScoreTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Measures one heat after the other, shows how far it is, and prints the table. Confined to one thread. */
final class BenchRun {
    private static final int PEER_COLUMN = 1;

    private final Console console;
    private final String title;
    private final BenchPace pace;

    BenchRun(Console console, String title, BenchPace pace) {
        this.console = console;
        this.title = title;
        this.pace = pace;
    }

    List<Heat> hold(List<List<Contestant>> all) throws InterruptedException {
        int steps = all.stream().mapToInt(contestants -> Contest.steps(contestants.size(), pace.pace())).sum();
        int[] done = {0};
        List<Heat> heats = new ArrayList<>();
        try (ProgressLine progress = console.progress("measuring", steps, false)) {
            for (List<Contestant> contestants : all) {
                int size = Integer.parseInt(contestants.get(0).setting().value("size").orElseThrow());
                heats.add(new Heat(size, Contest.hold(contestants, pace.pace(), () -> progress.at(++done[0]))));
            }
        }
        return heats;
    }

    void print(List<Heat> heats) {
        Course course = heats.get(0).scores().get(0).contestant().course();
        console.say(title);
        console.say(pace.toString());
        Machine.facts().forEach(console::say);
        heats.get(0).scores().forEach(score -> score.notes().forEach((key, value) -> console.say(key, value + " (" + score.contestant().name() + ")")));
        List<List<String>> rows = heats.stream().flatMap(heat -> ScoreTable.rows(heat).stream()).toList();
        List<String> head = ScoreTable.head(course);
        Set<Integer> right = IntStream.range(0, head.size()).boxed().collect(Collectors.toCollection(HashSet::new));
        right.remove(PEER_COLUMN);
        TextTable.print(console, head, rows, right);
    }
}
