package io.generaldomo.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code generaldomo broker --admin}. */
class AdminPagesTest {
    private static final String TOKEN = "0123456789abcdef";

    @Test
    void aBrokerThatIsToldToDrainEndsWell(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("token"), TOKEN + "\n");
        try (RunningCommand broker = RunningCommand.broker("--admin", "127.0.0.1:0", "--admin-token-file", file.toString())) {
            broker.address();
            String line = broker.out.next();
            assertThat(line).matches("admin at http://127\\.0\\.0\\.1:\\d+/");
            URI pages = URI.create(line.substring("admin at ".length()));
            assertThat(ask(HttpRequest.newBuilder(pages.resolve("/readyz"))).statusCode()).isEqualTo(200);
            assertThat(ask(HttpRequest.newBuilder(pages.resolve("/api/v1/drain"))
                            .header("Authorization", "Bearer " + TOKEN)
                            .POST(HttpRequest.BodyPublishers.noBody()))
                            .statusCode())
                    .isEqualTo(202);
            assertThat(broker.exitCode()).isZero();
            assertThat(broker.out.next()).isEqualTo("closed");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--admin=nowhere, is not HOST:PORT",
        "--admin=127.0.0.1:99999, is not HOST:PORT",
        "--admin=no.such.host.invalid:0, there is no host 'no.such.host.invalid'",
        "'--admin=127.0.0.1:0 --admin-token-file=missing', there is no file missing",
    })
    void mistakesAreOneLine(String options, String told) throws Exception {
        try (RunningCommand broker = RunningCommand.broker(options.split(" "))) {
            assertThat(broker.exitCode()).isEqualTo(2);
            assertThat(broker.err.next()).contains(told);
        }
    }

    @Test
    void settingsAreReadAgain(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("token"), TOKEN + "\n");
        Path file = Files.writeString(folder.resolve("broker.yaml"), "admin:\n  bind: 127.0.0.1:0\n  token-file: token\n");
        try (RunningCommand broker = RunningCommand.broker("--config", file.toString())) {
            broker.address();
            URI pages = URI.create(broker.out.next().substring("admin at ".length()));
            Files.writeString(file, "queue:\n  requests: 5\n");
            HttpResponse<String> outcome = ask(HttpRequest.newBuilder(pages.resolve("/api/v1/reload"))
                    .header("Authorization", "Bearer " + TOKEN)
                    .POST(HttpRequest.BodyPublishers.noBody()));
            assertThat(outcome.statusCode()).isEqualTo(200);
            assertThat(outcome.body()).isEqualTo("{\"changed\":[\"queue.requests\"],\"needRestart\":[\"admin.bind\",\"admin.token-file\"]}\n");
        }
    }

    private static HttpResponse<String> ask(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
