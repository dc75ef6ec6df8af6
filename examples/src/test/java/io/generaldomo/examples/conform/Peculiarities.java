package io.generaldomo.examples.conform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What libzmq and JeroMQ are known to do in ways of their own, from {@code peculiarities.txt}, and which cases show it: a line with a label and what
 * it does; behind it, indented, ids of cases, or a remark behind {@code =}.
 */
final class Peculiarities {
    private static final String FILE = "peculiarities.txt";
    private static final String REMARK = "= ";

    private Peculiarities() {}

    /**
     * One of them.
     *
     * @param label  D and a number for libzmq, J and a number for JeroMQ
     * @param does   what it does
     * @param cases  the ids of those that show it; none if no case can
     * @param remark why no case can, or what else is to be said; may be empty
     */
    record Peculiarity(String label, String does, List<String> cases, String remark) {
        Peculiarity {
            if (cases.isEmpty() && remark.isEmpty()) {
                throw new IllegalArgumentException(label + " has neither a case nor a reason");
            }
        }

        private static Peculiarity of(String line) {
            String[] labelAndText = line.split(" ", 2);
            return new Peculiarity(labelAndText[0], labelAndText[1], List.of(), "no case");
        }

        private Peculiarity with(String line) {
            if (line.startsWith(REMARK)) {
                return new Peculiarity(label, does, cases, line.substring(REMARK.length()));
            }
            List<String> more = new ArrayList<>(cases);
            more.addAll(List.of(line.split(" ")));
            return new Peculiarity(label, does, more, "");
        }
    }

    static List<Peculiarity> read() throws IOException {
        List<Peculiarity> all = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(Peculiarities.class.getResourceAsStream(FILE));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
            for (String line : lines.lines().filter(each -> !each.isBlank() && !each.startsWith("#")).toList()) {
                if (line.startsWith(" ")) {
                    all.add(all.remove(all.size() - 1).with(line.strip()));
                } else {
                    all.add(Peculiarity.of(line));
                }
            }
        }
        return all;
    }
}
