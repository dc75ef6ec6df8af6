package io.generaldomo.examples.top;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is seen of fixed looks. */
class ScreenTest {
    private static final WorkerLook IDLE = new WorkerLook(1, "idle", 0, "GDP", "/10.0.0.7:40001", "echo");
    private static final WorkerLook BUSY = new WorkerLook(2, "busy", 1, "MDP_01", "/10.0.0.8:40002", "images.thumbnails");
    private static final BrokerLook FIRST = look(0, 100, 100, "a",
            new ServiceLook("echo", 0, 0, 1, 0, 0, 100, 0, 0), new ServiceLook("images.thumbnails", 0, 0, 1, 0, 0, 0, 0, 0));
    private static final BrokerLook SECOND = look(2_000_000_000L, 310, 304, "a",
            new ServiceLook("echo", 0, 0, 1, 0, 0, 300, 0, 0), new ServiceLook("images.thumbnails", 5, 1234, 0, 1, 1, 3, 1, 0));

    private static BrokerLook look(long nanos, long accepted, long replied, String instance, ServiceLook... services) {
        return new BrokerLook(nanos, "1.0", instance, "running", 11_000_000, 5, 6, accepted, replied, List.of(services), List.of(IDLE, BUSY));
    }

    private static List<String> texts(Screen screen, Sight sight) {
        return screen.lines(sight, "tcp://broker:5555").stream().map(Screen.Line::text).toList();
    }

    @Test
    void servicesThatKeepRequestsWaitingComeFirst() {
        assertThat(texts(new Screen(100, 24), Sight.of(Optional.of(FIRST), SECOND))).containsExactly(
                "generaldomo 1.0 at tcp://broker:5555, running, up 3h3m",
                "2 services, 2 workers, 5 queued, 6 under way, 105 requests/s, 102 replies/s",
                "",
                "QUEUED  OLDEST  IDLE  BUSY  REQ/S  REPLY/S  EXPIRED  FAILED  SERVICE",
                "     5  1234ms     0     1    5.0      1.5        1       0  images.thumbnails",
                "     0       -     1     0    100      100        0       0  echo",
                "",
                "WORKER  STATE  HOLDS  DIALECT             PEER  SERVICE",
                "     2   busy      1   MDP_01  /10.0.0.8:40002  images.thumbnails",
                "     1   idle      0      GDP  /10.0.0.7:40001  echo");
    }

    @Test
    void withoutALookBeforeThereAreNoRates() {
        assertThat(texts(Screen.UNLIMITED, Sight.of(Optional.empty(), SECOND)))
                .contains("2 services, 2 workers, 5 queued, 6 under way, - requests/s, - replies/s");
    }

    @Test
    void anotherRunOfTheBrokerIsNotComparedWith() {
        BrokerLook other = look(2_000_000_000L, 3, 3, "b");
        assertThat(Sight.of(Optional.of(FIRST), other).requests().perSecond()).isEmpty();
    }

    @Test
    void aCounterThatBeganAnewIsNoNegativeRate() {
        BrokerLook later = look(2_000_000_000L, 110, 110, "a", new ServiceLook("echo", 0, 0, 1, 0, 0, 10, 0, 0));
        assertThat(Sight.of(Optional.of(FIRST), later).services().get(0).replies()).hasToString("0");
    }

    @Test
    void narrowTerminalsLeaveColumnsOutBeforeNames() {
        Sight sight = Sight.of(Optional.of(FIRST), SECOND);
        assertThat(texts(new Screen(40, 24), sight))
                .allMatch(line -> line.length() <= 40)
                .contains("QUEUED  OLDEST  IDLE  BUSY  SERVICE", "     5  1234ms     0     1  images.thum…");
        assertThat(texts(new Screen(5, 24), sight)).allMatch(line -> line.length() <= 5).contains("imag…", "echo");
    }

    @Test
    void lowTerminalsTellWhatIsMissing() {
        Sight sight = Sight.of(Optional.of(FIRST), SECOND);
        assertThat(texts(new Screen(100, 8), sight))
                .hasSize(8)
                .anyMatch(line -> line.startsWith("QUEUED") && line.endsWith("(1 more)"))
                .anyMatch(line -> line.startsWith("WORKER") && line.endsWith("(1 more)"));
        assertThat(texts(new Screen(100, 1), sight)).hasSize(1);
    }

    @Test
    void json() {
        assertThat(SightJson.of(Sight.of(Optional.of(FIRST), SECOND)))
                .startsWith("{\"broker\":{\"version\":\"1.0\"")
                .contains("\"requests.per.second\":105.0", "{\"service\":\"images.thumbnails\",\"queued\":5,\"oldest.ms\":1234")
                .doesNotContain("\n");
        assertThat(SightJson.of(Sight.of(Optional.empty(), FIRST))).contains("\"replies.per.second\":null");
    }
}
