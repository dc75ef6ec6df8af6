package io.generaldomo.examples.admin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.client.GdpClient;
import io.generaldomo.gdp.worker.GdpWorker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code /metrics} as Prometheus' own client library for Python reads it (Debian's {@code python3-prometheus-client}). */
class PrometheusTextTest {
    private static final String PARSE = """
            import sys
            from prometheus_client.parser import text_string_to_metric_families
            for family in text_string_to_metric_families(sys.stdin.read()):
                for sample in family.samples:
                    print(family.type, sample.name, ','.join(k + '=' + v for k, v in sorted(sample.labels.items())), sample.value)
            """;

    @Test
    void anotherParserReadsWhatWeWrite(@TempDir Path folder) throws Exception {
        Optional<String> python = python();
        if (python.isEmpty() && System.getenv("CI") == null) {
            System.out.println("PrometheusTextTest is skipped: there is no python3 with prometheus_client (Debian: python3-prometheus-client)");
        }
        Assumptions.assumeTrue(python.isPresent() || System.getenv("CI") != null, "no prometheus_client");
        try (WatchedBroker watched = new WatchedBroker(folder, true); GdpClient client = GdpClient.connect(watched.endpoint)) {
            GdpWorker worker = GdpWorker.serve(watched.endpoint, "an \"odd\" näme", request -> request);
            watched.awaitWorker();
            client.request("an \"odd\" näme", GdpMessage.EMPTY).get(60, TimeUnit.SECONDS);
            watched.awaitSample();
            List<String> samples = parse(python.orElseThrow(), watched.get("/metrics").body());
            assertThat(samples).contains(
                    "counter generaldomo_service_requests_total service=an \"odd\" näme 1.0",
                    "histogram generaldomo_service_processing_seconds_count service=an \"odd\" näme 1.0",
                    "histogram generaldomo_service_processing_seconds_bucket le=+Inf,service=an \"odd\" näme 1.0",
                    "gauge generaldomo_service_workers service=an \"odd\" näme,state=idle 1.0",
                    "gauge generaldomo_connections_open kind=client 2.0",
                    "counter generaldomo_handshakes_failed_total cause=not_zmtp 0.0",
                    "gauge generaldomo_broker_draining  0.0");
            assertThat(samples).anyMatch(sample -> sample.startsWith("counter generaldomo_connections_traffic_bytes_total direction=in,kind=client "))
                    .anyMatch(sample -> sample.startsWith("histogram generaldomo_eventloop_lag_seconds_sum "))
                    .noneMatch(sample -> sample.startsWith("unknown ") || sample.startsWith("untyped "));
            worker.close();
        }
    }

    private static Optional<String> python() {
        return List.of("python3", "/usr/bin/python3").stream().filter(PrometheusTextTest::hasParser).findFirst();
    }

    private static boolean hasParser(String python) {
        try {
            Process process = new ProcessBuilder(python, "-c", "import prometheus_client.parser").redirectErrorStream(true).start();
            process.getOutputStream().close();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> parse(String python, String text) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(python, "-c", PARSE).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (var in = process.getOutputStream()) {
            in.write(text.getBytes(UTF_8));
        }
        List<String> lines = new String(process.getInputStream().readAllBytes(), UTF_8).lines().toList();
        assertThat(process.waitFor()).isZero();
        return lines;
    }
}
