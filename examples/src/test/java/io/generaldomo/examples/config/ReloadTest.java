package io.generaldomo.examples.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.gdp.broker.BrokerConfig;
import io.generaldomo.zmtp.CurveKeyPair;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that changes while a broker runs. */
class ReloadTest {
    @TempDir
    private Path directory;

    private final List<BrokerConfig> applied = new ArrayList<>();

    private void write(String yaml) throws Exception {
        Files.writeString(directory.resolve("broker.yaml"), yaml);
    }

    private Reload reload() {
        Sources sources = new Sources(Optional.of(directory.resolve("broker.yaml")), Map.of(), Map.of(Settings.QUEUE_OCTETS, List.of("1MiB")));
        return new Reload(sources, sources.read(), setup -> applied.add(setup.config()));
    }

    @Test
    void whatCanChangeChanges() throws Exception {
        write("queue:\n  requests: 5\n  octets: 7\n");
        Reload reload = reload();
        write("queue:\n  requests: 6\n  octets: 8\nservices:\n  echo:\n    tries: 1\ndrain-time: 1s\n");
        assertThat(reload.run()).isEqualTo(new Reload.Outcome(List.of("drain-time", "queue.requests", "services.echo.tries"), List.of(), List.of()));
        assertThat(applied).singleElement().satisfies(config -> {
            assertThat(config.brokerQueue().requests()).isEqualTo(6);
            assertThat(config.brokerQueue().octets()).as("a flag counts before the file").isEqualTo(1 << 20);
            assertThat(config.servicePolicies()).hasSize(1);
        });
        assertThat(reload.current().drainTime()).isSameAs(reload.current().drainTime()).hasSeconds(1);
        write("");
        assertThat(reload.run().changed()).as("what is not said any more").containsExactlyInAnyOrder("drain-time", "queue.requests", "services.echo.tries");
        assertThat(applied.get(1).servicePolicies()).isEmpty();
    }

    @Test
    void whatCannotIsNamedAndStays() throws Exception {
        write("heartbeat:\n  liveness: 3\n");
        Reload reload = reload();
        write("heartbeat:\n  liveness: 5\nqueue:\n  requests: 6\nendpoints:\n  - tcp://127.0.0.1:1\n");
        assertThat(reload.run()).isEqualTo(new Reload.Outcome(List.of("queue.requests"), List.of("endpoints", "heartbeat.liveness"), List.of()));
        assertThat(applied.get(0).heartbeat().liveness()).isEqualTo(3);
        assertThat(applied.get(0).brokerQueue().requests()).isEqualTo(6);
        assertThat(reload.run().needRestart()).as("as long as it is so").containsExactly("endpoints", "heartbeat.liveness");
    }

    @Test
    void aMistakeChangesNothing() throws Exception {
        write("queue:\n  requests: 5\n");
        Reload reload = reload();
        write("queue:\n  requests: 6\ncolour: red\nkind: dealer\n");
        Reload.Outcome outcome = reload.run();
        assertThat(outcome.mistakes()).hasSize(2);
        assertThat(outcome.changed()).isEmpty();
        assertThat(applied).isEmpty();
        write("queue:\n  requests: 6\n");
        assertThat(reload.run().changed()).containsExactly("queue.requests");
    }

    /** A key cannot be given up without a restart, and until then passwords cannot be asked for. */
    @Test
    void whatDoesNotGoTogetherChangesNothing() throws Exception {
        write("security:\n  secret-key: '" + CurveKeyPair.generate().secretZ85() + "'\n  any-key: true\n");
        Reload reload = reload();
        Files.writeString(directory.resolve("users"), "");
        write("security:\n  plain-users: users\n");
        assertThat(reload.run().mistakes()).extracting(Mistake::what).singleElement().asString().contains("either security.secret-key or security.plain-users");
        assertThat(applied).isEmpty();
    }
}
