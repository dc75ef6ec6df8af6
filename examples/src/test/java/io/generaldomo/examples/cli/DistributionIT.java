package io.generaldomo.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.spec.peer.ClientLoad;
import io.generaldomo.spec.peer.LibzmqClient;
import io.generaldomo.spec.peer.LibzmqPeer;
import io.generaldomo.spec.peer.LibzmqSocketType;
import io.generaldomo.spec.peer.LibzmqWorker;
import io.generaldomo.spec.peer.RequiresLibzmq;
import io.generaldomo.spec.peer.WorkerPlan;
import io.generaldomo.zmtp.transport.Endpoint;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What {@code mvn package} writes to be unpacked elsewhere, there. */
@DisabledOnOs(OS.WINDOWS)
class DistributionIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static Distribution distribution;

    @BeforeAll
    static void unpack(@TempDir Path empty) throws Exception {
        distribution = Distribution.unpack(empty);
    }

    @AfterAll
    static void close() throws Exception {
        distribution.close();
    }

    @Test
    void holdsWhatAnOperatorNeeds() throws Exception {
        assertThat(distribution.files())
                .contains("bin/generaldomo", "bin/generaldomo-archive", "conf/generaldomo.yaml", "systemd/generaldomo.service", "Dockerfile", "README.md", "LICENSE",
                        "share/man/man1/generaldomo.1", "share/man/man1/generaldomo-broker.1", "share/man/man1/generaldomo-config-check.1",
                        "share/bash-completion/completions/generaldomo")
                .noneMatch(name -> name.startsWith("bin/build"));
        assertThat(distribution.file("bin/generaldomo")).isExecutable();
        assertThat(Files.mismatch(distribution.file("conf/generaldomo.yaml"), Path.of("generaldomo.yaml"))).isEqualTo(-1);
    }

    /** The jars are those that the launcher of the source tree has: {@link RuntimeClassPathIT} looks at them. */
    @Test
    void holdsTheJarsOfTheBuild() throws Exception {
        String[] jars = Path.of(System.getProperty("generaldomo.lib")).toFile().list();
        assertThat(distribution.file("lib").toFile().list()).containsExactlyInAnyOrder(jars);
    }

    /** SIGTERM while the worker is at work, both of them libzmq's: the client gets its reply, and only then the broker ends. */
    @Test
    @RequiresLibzmq
    void brokerServesLibzmqAndLosesNothing() throws Exception {
        try (RunningProcess broker = distribution.start("generaldomo", "broker", "--config", settings(), "-a", "tcp://127.0.0.1:0");
                LibzmqPeer peer = LibzmqPeer.start()) {
            String address = broker.out.next().split(" ")[2];
            LibzmqWorker worker = peer.worker(new WorkerPlan(LibzmqSocketType.DEALER, address, "slow").holding());
            LibzmqClient client = peer.client(new ClientLoad(LibzmqSocketType.CLIENT, address, "slow", 1));
            assertThat(worker.awaitRequest(PATIENCE)).isNotEmpty();
            broker.signal("TERM");
            Ports.awaitClosed(Endpoint.parse(address).port()); // the first thing that a draining broker does
            worker.release();
            assertThat(client.await(PATIENCE).isPerfect(1)).isTrue();
            assertThat(broker.exitCode()).isZero();
            assertThat(broker.out.rest()).containsExactly("closed");
        }
    }

    @Test
    void answersOnEachAdminPath() throws Exception {
        try (RunningProcess broker = distribution.start("generaldomo", "broker", "-a", "tcp://127.0.0.1:0", "--admin", "127.0.0.1:0")) {
            assertThat(broker.out.next()).startsWith("broker at ");
            URI admin = URI.create(broker.out.next().replace("admin at ", ""));
            for (String path : List.of("", "livez", "readyz", "metrics", "api/v1/broker", "api/v1/services", "api/v1/workers", "api/v1/connections")) {
                HttpRequest request = HttpRequest.newBuilder(admin.resolve(path)).timeout(PATIENCE).build();
                assertThat(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).statusCode()).as(path).isEqualTo(200);
            }
            broker.signal("TERM");
            assertThat(broker.exitCode()).isZero();
        }
    }

    private static String settings() {
        return distribution.file("conf/generaldomo.yaml").toString();
    }

    /** Java says itself which of its classes come out of the archive. */
    @Test
    void startsFromAnArchiveOfItsClasses() throws Exception {
        try (RunningProcess archive = distribution.start("generaldomo-archive")) {
            assertThat(archive.exitCode()).isZero();
            assertThat(archive.out.rest()).isEmpty();
        }
        try (RunningProcess version = distribution.start(Map.of("GENERALDOMO_OPTS", "-Xlog:class+load"), "generaldomo", "--version")) {
            assertThat(version.exitCode()).isZero();
            assertThat(version.out.rest()).anyMatch(line -> line.contains(Generaldomo.class.getName() + " source: shared objects file (top)"));
        }
    }

    @Test
    void everyCommandHasAManualPageWithItsOptions() throws Exception {
        assertThat(Files.readString(distribution.file("share/man/man1/generaldomo-broker.1")))
                .contains(".TH \"\\&GENERALDOMO\\-BROKER\" 1", ".SH OPTIONS", "\\-\\-queue\\-requests", "broker until Ctrl\\-C");
        for (String name : Generaldomo.commandLine().getSubcommands().keySet()) {
            assertThat(distribution.file("share/man/man1/generaldomo-" + name + ".1")).isNotEmptyFile();
        }
    }

    @Test
    void completesCommandsAndOptions() throws Exception {
        String script = ". '" + distribution.file("share/bash-completion/completions/generaldomo")
                + "'; COMP_WORDS=(generaldomo broker --queue-r); COMP_CWORD=2; _complete_generaldomo; echo \"${COMPREPLY[@]}\"";
        Process bash = new ProcessBuilder("bash", "-c", script).start();
        assertThat(new String(bash.getInputStream().readAllBytes()).strip()).isEqualTo("--queue-requests");
    }
}
