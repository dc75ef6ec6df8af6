package io.generaldomo.examples.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Medians, ratios and what a message costs. */
class ScoreTest {
    private static final Contestant SOMEBODY = Contestant.of(Peers.OURS, Course.ONE_WAY, Setting.empty());

    @Test
    void median() {
        assertThat(Score.median()).isEmpty();
        assertThat(Score.median(3)).hasValue(3);
        assertThat(Score.median(9, 1, 2)).hasValue(2);
        assertThat(Score.median(9, 1, 2, 4)).hasValue(3);
    }

    @Test
    void figuresAreThoseOfTheMiddleRun() {
        Score score = score(run(1000, 10_000), run(9000, 18_000), run(2000, 60_000));
        assertThat(score.messagesPerSecond()).isCloseTo(2000, within(0.01));
        assertThat(score.cpuPerMessage(Role.SENDER)).hasValue(10);
        assertThat(score.allocatedPerMessage(Role.SENDER)).hasValue(4);
        assertThat(score.percentile("p50")).isEmpty();
        assertThat(score.notes()).containsExactly(Map.entry("transport", "NIO"));
    }

    @Test
    void aPublishersFiguresAreItsOwn() {
        Run run = new Run(Role.SUBSCRIBER, Map.of(
                Role.PUBLISHER, part(Map.of("messages", 10L, "dropped", 4L, "nanos", 2_000_000_000L, "heap", 100L, "direct", 20L)),
                Role.SUBSCRIBER, part(Map.of("messages", 96L, "nanos", 1_000_000_000L))));
        Score score = new Score(Contestant.of(Peers.OURS, Course.FAN_OUT, Setting.empty().with("size", 10)), List.of(run));
        assertThat(score.messagesPerSecond()).isEqualTo(96);
        assertThat(score.perSecond(Role.PUBLISHER, "messages")).hasValue(5);
        assertThat(score.perSecond(Role.PUBLISHER, "dropped")).hasValue(2);
        assertThat(score.perSecond(Role.SUBSCRIBER, "dropped")).isEmpty();
        assertThat(score.heldOctets(Role.PUBLISHER)).hasValue(120);
        assertThat(score.heldOctets(Role.SUBSCRIBER)).isEmpty();
        assertThat(score.residentOctets(Role.PUBLISHER)).hasValue(3 << 20);
        assertThat(ScoreTable.rows(new Heat(10, List.of(score))).get(0))
                .hasSameSizeAs(ScoreTable.head(Course.FAN_OUT))
                .contains("96", "5", "2", "3");
    }

    private static Run.Part part(Map<String, Long> numbers) {
        return new Run.Part(new RoleResult(numbers, Map.of()), 0, 3 << 20);
    }

    @Test
    void ratioIsOursToTheirs() {
        Score ours = score(run(3000, 1));
        Score theirs = score(run(2000, 1));
        Score nothing = score(run(0, 1));
        Heat heat = new Heat(10, List.of(ours, theirs, nothing));
        assertThat(heat.ratio(ours)).isEmpty();
        assertThat(heat.ratio(theirs).orElseThrow()).isCloseTo(1.5, within(0.001));
        assertThat(heat.ratio(nothing)).isEmpty();
        assertThat(nothing.cpuPerMessage(Role.SENDER)).isEmpty();
    }

    private static Score score(Run... runs) {
        return new Score(SOMEBODY, Arrays.asList(runs));
    }

    /** A second in which so many messages came, each with four octets of heap. */
    private static Run run(long messages, long cpuNanos) {
        RoleResult sent = new RoleResult(Map.of("allocated", 4 * messages), Map.of("transport", "NIO"));
        RoleResult received = new RoleResult(Map.of("messages", messages, "nanos", 1_000_000_000L), Map.of("transport", "NIO"));
        return new Run(Role.RECEIVER, Map.of(Role.SENDER, new Run.Part(sent, cpuNanos, 1 << 20), Role.RECEIVER, new Run.Part(received, 0, 0)));
    }
}
