package io.generaldomo.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code bench} with processes of its own, for a tenth of a second each: that there are figures, not which. */
class BenchCommandTest {
    private static final String SHORTLY = " --duration 100 --warm-up 100 --runs 2";

    @Test
    void oneWayBesideJeroMqIsDrawn(@TempDir Path directory) throws Exception {
        Path picture = directory.resolve("rates.svg");
        List<String> lines = bench("thr --peer jeromq --size 10,1000 --plot " + picture);
        assertThat(lines).anyMatch(line -> line.matches("transport +NIO \\(ours\\)"));
        assertThat(lines).filteredOn(line -> line.matches(" *(10|1,000)  (ours|jeromq)  .*")).hasSize(4).allSatisfy(BenchCommandTest::hasRate);
        assertThat(lines.get(lines.size() - 1)).matches(".*jeromq.* \\d+\\.\\d\\d");
        assertThat(Files.readString(picture)).contains(">ours<", ">jeromq<");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "lat -s dealer --in-flight 10", "lat --receive listener",
        "broker --dialect mdp01 --in-flight 1 --workers 4 --services 2 --receive listener", "broker --mechanism curve --in-flight 4 --clients 2",
        "pub --subscribers 6 --topics 2 --mechanism curve", "pub --subscribers 6 --topics 2 --when-full drop --receive listener"
    })
    void ours(String args) throws Exception {
        hasRates(bench(args), "ours");
    }

    @ParameterizedTest
    @ValueSource(strings = {"thr --mechanism curve", "lat --in-flight 10", "lat -s dealer", "pub --subscribers 6 --topics 2"})
    void oursBesideJeroMq(String args) throws Exception {
        hasRates(bench(args + " --peer jeromq"), "ours", "jeromq");
    }

    private static void hasRates(List<String> lines, String... peers) {
        for (String peer : peers) {
            assertThat(lines).filteredOn(line -> line.contains("  " + peer + "  ")).singleElement().satisfies(BenchCommandTest::hasRate);
        }
    }

    private static void hasRate(String line) {
        assertThat(line.strip().split(" {2,}")[2]).as(line).matches("[1-9][\\d,]*");
    }

    @Test
    void jsonHasTheFiguresOfEachRole() throws Exception {
        String json = String.join("\n", bench("broker --in-flight 5 --workers 2 --json"));
        assertThat(json)
                .contains("\"processors\"", "\"runs\" : 2", "\"course\" : \"BROKERED\"", "\"peer\" : \"ours\"", "\"transport\" : \"NIO\"")
                .containsPattern("\"messagesPerSecond\" : [1-9]")
                .containsPattern("\"p99\" : [1-9]")
                .containsPattern("\"brokerHeapPerMessage\" : [1-9]")
                .contains("\"brokerCpuPerMessage\"", "\"workerCpuPerMessage\"", "\"requesterCpuPerMessage\"");
    }

    @Test
    void jsonHasWhatAPublisherHolds() throws Exception {
        String json = String.join("\n", bench("pub --subscribers 4 --topics 2 --when-full wait --json"));
        assertThat(json)
                .contains("\"course\" : \"FAN_OUT\"", "\"publisherDroppedPerSecond\" : 0.0")
                .containsPattern("\"publisherMessagesPerSecond\" : [1-9]")
                .containsPattern("\"publisherHeldOctets\" : [1-9]")
                .containsPattern("\"publisherResidentOctets\" : [1-9]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pub --subscribers 5 --topics 2", "pub --size 9"})
    void whatDoesNotFitTogetherIsRefused(String args) throws Exception {
        RunningCommand command = RunningCommand.start(("bench " + args).split(" "));
        assertThat(command.exitCode()).isEqualTo(2);
    }

    private static List<String> bench(String args) throws Exception {
        RunningCommand command = RunningCommand.start(("bench " + args + SHORTLY).split(" "));
        assertThat(command.exitCode()).as(command.err.rest().toString()).isZero();
        return command.out.rest();
    }
}
