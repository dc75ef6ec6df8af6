package io.generaldomo.examples.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.gdp.HeartbeatPolicy;
import io.generaldomo.gdp.ServiceName;
import io.generaldomo.gdp.broker.AccessRules;
import io.generaldomo.gdp.broker.BrokerConfig;
import io.generaldomo.gdp.broker.JoinLimits;
import io.generaldomo.gdp.broker.QueueLimits;
import io.generaldomo.gdp.broker.ServicePolicy;
import io.generaldomo.zmtp.ConnectionLimits;
import io.generaldomo.zmtp.CurveKeyPair;
import io.generaldomo.zmtp.ZmtpHeartbeat;
import io.generaldomo.zmtp.ZmtpLimits;
import io.generaldomo.zmtp.ZmtpSecurity;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What counts, where it comes from, and what becomes of it. */
class SourcesTest {
    @TempDir
    private Path directory;

    private Path file(String yaml) throws Exception {
        return Files.writeString(directory.resolve("broker.yaml"), yaml);
    }

    private static Sources.Found read(Sources sources) {
        Sources.Found found = sources.read();
        assertThat(found.mistakes()).isEmpty();
        return found;
    }

    private static BrokerConfig config(Sources sources) {
        return read(sources).setup().orElseThrow().config();
    }

    private static Configuration.Line line(Configuration configuration, String key) {
        return configuration.lines().stream().filter(line -> line.key().equals(key)).findFirst().orElseThrow();
    }

    @Test
    void flagsCountBeforeTheEnvironmentAndThatBeforeTheFile() throws Exception {
        Path file = file("queue:\n  requests: 1\n  octets: 2\njoin:\n  replies: 3\n");
        Map<String, String> environment = Map.of("GENERALDOMO_QUEUE_REQUESTS", "4", "GENERALDOMO_QUEUE_OCTETS", "5", "GENERALDOMO_KIND", "");
        Configuration found = read(new Sources(Optional.of(file), environment, Map.of(Settings.QUEUE_REQUESTS, List.of("6")))).configuration();
        assertThat(line(found, "queue.requests")).isEqualTo(new Configuration.Line("queue.requests", List.of("6"), "flag --queue-requests", false));
        assertThat(line(found, "queue.octets"))
                .isEqualTo(new Configuration.Line("queue.octets", List.of("5"), "environment GENERALDOMO_QUEUE_OCTETS", false));
        assertThat(line(found, "join.replies")).isEqualTo(new Configuration.Line("join.replies", List.of("3"), file + ":5", false));
        assertThat(line(found, "kind")).isEqualTo(new Configuration.Line("kind", List.of("auto"), "default", false));
    }

    @Test
    void listsAreReplaced() throws Exception {
        Path file = file("endpoints:\n  - tcp://127.0.0.1:1\n  - tcp://127.0.0.1:2 router\nkind: server\n");
        assertThat(read(Sources.of(file)).setup().orElseThrow().endpoints()).extracting(endpoint -> endpoint.kind().orElseThrow())
                .containsExactly(EndpointKind.SERVER, EndpointKind.ROUTER);
        Sources sources = new Sources(Optional.of(file), Map.of("GENERALDOMO_ENDPOINTS", "tcp://127.0.0.1:3, tcp://127.0.0.1:4 auto"), Map.of());
        assertThat(read(sources).setup().orElseThrow().endpoints()).extracting(endpoint -> endpoint.address().port()).containsExactly(3, 4);
    }

    @Test
    void nothingSaidIsTheDefaultOfTheLibrary() {
        assertSame(config(new Sources(Optional.empty(), Map.of(), Map.of())), BrokerConfig.DEFAULT);
    }

    @Test
    void everySettingIsRead() throws Exception {
        BrokerConfig config = config(Sources.of(file("""
                heartbeat: {interval: 2s, peer-interval: 3s, liveness: 4}
                ping: {interval: 6s, timeout: 7s, ttl: 8s}
                service: {tries: 9, request-expiry: 10s, processing-limit: 11s, queue-requests: 12, queue-octets: 13}
                services:
                  echo: {tries: 14}
                  a.b: {processing-limit: none, queue-octets: 1KiB}
                queue: {requests: 15, octets: 16}
                join: {replies: 17, octets: 18}
                limits: {connections: 19, connections-per-address: 20, handshakes: 24, handshake-time: 22s, message: 23, parts: 25,
                  command: 26, properties: 27, backlog: 28, services: 29, unserved-services: 30, unserved-services-per-client: 31,
                  service-name: 32, requests-per-worker: 33, filters: 0}
                """)));
        ServicePolicy usual = ServicePolicy.DEFAULT.withMaxTries(9).withRequestExpiry(Duration.ofSeconds(10)).withProcessingLimit(Duration.ofSeconds(11))
                .withQueue(new QueueLimits(12, 13));
        assertSame(config, BrokerConfig.DEFAULT
                .withHeartbeat(new HeartbeatPolicy(Duration.ofSeconds(2), Duration.ofSeconds(3), 4))
                .withPing(new ZmtpHeartbeat(Duration.ofSeconds(6), Duration.ofSeconds(7), Duration.ofSeconds(8)))
                .withServicePolicy(usual)
                .withServicePolicy(ServiceName.of("echo"), usual.withMaxTries(14))
                .withServicePolicy(ServiceName.of("a.b"), usual.withoutProcessingLimit().withQueue(new QueueLimits(12, 1024)))
                .withBrokerQueue(new QueueLimits(15, 16))
                .withJoinLimits(new JoinLimits(17, 18))
                .withMaxServices(29).withMaxUnservedServices(30, 31).withMaxServiceName(32).withRequestsPerWorker(33).withMaxFilters(0)
                .withLimits(new ZmtpLimits(23, 23, 25, 26, 27, Duration.ofSeconds(22), 28, new ConnectionLimits(19, 20, 24, 18))));
    }

    private static void assertSame(BrokerConfig actual, BrokerConfig expected) {
        assertThat(actual).usingRecursiveComparison().isEqualTo(expected);
    }

    @Test
    void filesAreRelativeToTheFileThatNamesThem() throws Exception {
        Files.createDirectory(directory.resolve("authorized"));
        CurveKeyPair pair = CurveKeyPair.generate();
        Path file = file("security:\n  authorized-keys: authorized\naccess:\n  rules:\n    - alice requests echo\n    - '* serves echo'\n");
        Sources sources = new Sources(Optional.of(file), Map.of("GENERALDOMO_SECURITY_SECRET_KEY", pair.secretZ85()), Map.of());
        BrokerConfig config = config(sources);
        assertThat(config.security()).isInstanceOfSatisfying(ZmtpSecurity.CurveServer.class, curve -> assertThat(curve.own()).isEqualTo(pair));
        assertThat(config.access()).hasToString(
                AccessRules.DENY_ALL.allowRequests("alice", "echo").allowServing("*", "echo").toString());
    }

    @Test
    void adminPagesAreWhereTheyAreAskedFor() throws Exception {
        assertThat(read(new Sources(Optional.empty(), Map.of(), Map.of())).setup().orElseThrow().admin()).isEmpty();
        Files.writeString(directory.resolve("token"), "0123456789abcdef\nnot this\n");
        Path file = file("admin:\n  bind: 127.0.0.1:1\n  token-file: token\n");
        Sources sources = new Sources(Optional.of(file), Map.of("GENERALDOMO_ADMIN_BIND", "[::1]:2"), Map.of());
        AdminSetup admin = read(sources).setup().orElseThrow().admin().orElseThrow();
        assertThat(admin.bind()).isEqualTo(new InetSocketAddress("::1", 2));
        assertThat(admin.token()).get().matches(token -> token.matches("0123456789abcdef")).matches(token -> !token.matches("0123456789abcdeg"));
    }

    @Test
    void secretsAreNotShown() {
        String secret = CurveKeyPair.generate().secretZ85();
        Map<String, String> environment = Map.of("GENERALDOMO_SECURITY_SECRET_KEY", secret, "GENERALDOMO_SECURITY_ANY_KEY", "true");
        Configuration found = read(new Sources(Optional.empty(), environment, Map.of())).configuration();
        assertThat(found.lines().toString()).doesNotContain(secret);
        assertThat(line(found, "security.secret-key").values()).containsExactly("********");
    }

    @Test
    void keysFlagsAndVariablesAreUnambiguous() {
        List<String> names = new ArrayList<>();
        for (Setting<?> setting : Settings.all()) {
            names.add(setting.key());
            names.add(setting.environmentName());
            names.addAll(setting.flags());
            assertThat(setting.flags().isEmpty()).as("secrets have no flag: %s", setting.key()).isEqualTo(setting.is(Setting.Trait.SECRET));
            assertThat(setting.key()).matches("[a-z]+(-[a-z]+)*(\\.[a-z]+(-[a-z]+)*)?");
            assertThat(setting.description()).endsWith(".");
        }
        Set<String> distinct = new HashSet<>(names);
        assertThat(names).hasSameSizeAs(distinct);
    }
}
