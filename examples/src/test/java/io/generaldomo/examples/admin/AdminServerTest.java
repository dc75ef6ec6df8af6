package io.generaldomo.examples.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.broker.WorkerSnapshot;
import io.generaldomo.gdp.client.GdpClient;
import io.generaldomo.gdp.worker.GdpWorker;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The admin pages, asked over HTTP. */
class AdminServerTest {
    @TempDir
    private Path folder;

    private WatchedBroker watched;

    @BeforeEach
    void open() throws IOException {
        watched = new WatchedBroker(folder, true);
    }

    @AfterEach
    void close() {
        watched.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/livez, application/json, alive",
        "/readyz, application/json, ready",
        "/metrics, text/plain; version=0.0.4; charset=utf-8, generaldomo_dropped_total",
        "/api/v1/broker, application/json, underWay",
        "/api/v1/services, application/json, services",
        "/api/v1/workers?after=0&limit=1000, application/json, workers",
        "/api/v1/connections, application/json, connections",
        "/, text/html; charset=utf-8, <!DOCTYPE html>",
        "/dashboard.js, text/javascript; charset=utf-8, EventSource",
    })
    void pages(String path, String type, String content) throws Exception {
        HttpResponse<String> page = watched.get(path);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("content-type")).contains(type);
        assertThat(page.headers().firstValue("content-security-policy")).get().asString().startsWith("default-src 'none'");
        assertThat(page.body()).contains(content);
    }

    @Test
    void headIsGetWithoutTheContent() throws Exception {
        HttpResponse<String> page = WatchedBroker.ask(HttpRequest.newBuilder(watched.pages.resolve("/livez")).method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("content-length")).contains("19");
        assertThat(page.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /nothing, 404",
        "GET, /api/v1/workers/1/drain, 405",
        "POST, /metrics, 405",
        "DELETE, /api/v1/workers, 405",
        "GET, /api/v1/workers?after=x, 400",
        "GET, /api/v1/workers?limit=0, 400",
        "GET, /api/v1/connections?limit=1001, 400",
        "POST, /api/v1/workers/4711/drain, 404",
        "POST, /api/v1/workers/x/drain, 404",
        "POST, /api/v1/connections/4711/disconnect, 404",
    })
    void whatIsNotThereIsToldInJson(String method, String path, int status) throws Exception {
        HttpResponse<String> page = WatchedBroker.ask(HttpRequest.newBuilder(watched.pages.resolve(path))
                .header("Authorization", "Bearer " + WatchedBroker.TOKEN)
                .method(method, HttpRequest.BodyPublishers.noBody()));
        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(page.body()).startsWith("{\"status\":" + status + ",\"error\":\"");
        assertThat(page.headers().firstValue("allow").isPresent()).isEqualTo(status == 405);
    }

    @ParameterizedTest
    @CsvSource({
        "evil.example, '', 421",
        "evil.example:8080, '', 421",
        "127.0.0.1, http://evil.example, 403",
        "127.0.0.1, null, 403",
        "127.0.0.1, http://127.0.0.1, 200",
        "[::1]:80, http://[::1]:80, 200",
        "localhost, '', 200",
    })
    void pagesOfOthersMayNotAsk(String host, String origin, int status) throws Exception {
        String header = origin.isEmpty() ? "" : "Origin: " + origin + "\r\n";
        assertThat(RawHttp.ask(watched.pages, "GET /livez HTTP/1.1\r\nHost: " + host + "\r\n" + header + "Connection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 " + status + " ");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "GET /livez HTTP/1.1\r\nConnection: close\r\n\r\n", // no host
        "GET /livez HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n",
        "nonsense\r\n\r\n",
        "GET /livez HTTP/9\r\n\r\n",
        "GET /%zz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n",
        "POST /api/v1/drain HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 99999999\r\n\r\n",
        "POST /api/v1/drain HTTP/1.1\r\nHost: 127.0.0.1\r\nExpect: 100-continue\r\nContent-Length: 99999999\r\n\r\n",
    })
    void whatIsNoProperRequestCostsTheConnection(String text) throws Exception {
        assertThat(RawHttp.ask(watched.pages, text)).startsWith("HTTP/1.1 4").doesNotContain("200 OK");
        assertThat(watched.get("/livez").statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsTooLongIsRefused() throws Exception {
        assertThat(RawHttp.ask(watched.pages, "GET /" + "x".repeat(5000) + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")).startsWith("HTTP/1.1 414 ");
        assertThat(RawHttp.ask(watched.pages, "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: " + "x".repeat(9000) + "\r\n\r\n")).startsWith("HTTP/1.1 431 ");
        String chunk = "2000\r\n" + "x".repeat(4097); // the octet too many is the last one
        assertThat(RawHttp.ask(watched.pages, "POST /api/v1/drain HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk))
                .startsWith("HTTP/1.1 413 ").contains("{\"status\":413,");
    }

    @Test
    void requestsOnOneConnectionAreAnsweredInTurn() throws Exception {
        String one = "GET /livez HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
        String last = "GET /nothing HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";
        assertThat(RawHttp.ask(watched.pages, one + one + last)).containsSubsequence("200 OK", "alive", "200 OK", "alive", "404 Not Found");
    }

    @Test
    void nothingChangesWithoutTheToken() throws Exception {
        assertThat(watched.post("/api/v1/drain", "open-sesame").statusCode()).isEqualTo(401);
        assertThat(WatchedBroker.ask(HttpRequest.newBuilder(watched.pages.resolve("/api/v1/drain"))
                        .POST(HttpRequest.BodyPublishers.noBody())).headers().firstValue("www-authenticate"))
                .contains("Bearer");
        try (WatchedBroker other = new WatchedBroker(folder, false)) {
            assertThat(other.post("/api/v1/drain", WatchedBroker.TOKEN).statusCode()).isEqualTo(403);
            assertThat(other.post("/api/v1/connections/1/disconnect", WatchedBroker.TOKEN).statusCode()).isEqualTo(403);
            assertThat(other.get("/readyz").statusCode()).isEqualTo(200);
        }
        assertThat(watched.get("/readyz").statusCode()).isEqualTo(200);
    }

    @Test
    void settingsAreReadAgain() throws Exception {
        assertThat(watched.post("/api/v1/reload", "open-sesame").statusCode()).isEqualTo(401);
        watched.write("kind: router\nqueue:\n  requests: 5\n");
        HttpResponse<String> done = watched.post("/api/v1/reload", WatchedBroker.TOKEN);
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.body()).isEqualTo("{\"changed\":[\"queue.requests\"],\"needRestart\":[\"kind\"]}\n");
        watched.write("queue:\n  requests: few\n  colour: red\n");
        HttpResponse<String> failed = watched.post("/api/v1/reload", WatchedBroker.TOKEN);
        assertThat(failed.statusCode()).isEqualTo(422);
        assertThat(failed.body()).startsWith("{\"status\":422,\"error\":\"there are mistakes in the settings, and all stays as it was\",\"mistakes\":[\"")
                .contains("broker.yaml:2:13: queue.requests: 'few' is no whole number", "broker.yaml:3:3: queue.colour: there is no such key");
    }

    @Test
    void workersAndConnectionsLeaveWhenToldTo() throws Exception {
        GdpWorker worker = GdpWorker.serve(watched.endpoint, "echo", request -> request);
        try (GdpClient client = GdpClient.connect(watched.endpoint)) {
            client.request("echo", GdpMessage.ofUtf8("hello")).get(60, TimeUnit.SECONDS);
            List<WorkerSnapshot> workers = watched.broker.workers(0, 10).join();
            assertThat(watched.get("/api/v1/workers").body()).contains("\"service\":\"echo\"", "\"state\":\"idle\"");
            assertThat(watched.get("/api/v1/workers?limit=1").body()).contains("\"next\":" + workers.get(0).number());
            HttpResponse<String> done = watched.post("/api/v1/workers/" + workers.get(0).number() + "/drain", WatchedBroker.TOKEN);
            assertThat(done.statusCode()).isEqualTo(200);
            assertThat(watched.broker.workers(0, 10).join()).extracting(WorkerSnapshot::number).doesNotContain(workers.get(0).number());
            long connection = watched.broker.connections(0, 1).join().get(0).number();
            assertThat(watched.post("/api/v1/connections/" + connection + "/disconnect", WatchedBroker.TOKEN).statusCode()).isEqualTo(200);
            assertThat(watched.post("/api/v1/connections/" + connection + "/disconnect", WatchedBroker.TOKEN).statusCode()).isEqualTo(404);
        } finally {
            worker.close();
        }
    }

    @Test
    void aBrokerThatDrainsIsAliveButNotReady() throws Exception {
        try (GdpClient client = GdpClient.connect(watched.endpoint)) {
            Held held = new Held(watched.endpoint, "held");
            client.request("held", GdpMessage.EMPTY);
            held.awaitRequest();
            assertThat(watched.post("/api/v1/drain", WatchedBroker.TOKEN).statusCode()).isEqualTo(202);
            assertThat(watched.get("/readyz").statusCode()).isEqualTo(503);
            assertThat(watched.get("/livez").statusCode()).isEqualTo(200);
            assertThat(watched.get("/api/v1/broker").body()).contains("\"state\":\"draining\"");
            held.close();
        }
    }

    @Test
    void eventsComeOnceASecondToABoundedNumberOfReaders() throws Exception {
        List<Socket> readers = new ArrayList<>();
        try {
            for (int i = 0; i < 16; i++) {
                readers.add(reader());
            }
            BufferedReader last = new BufferedReader(new InputStreamReader(readers.get(15).getInputStream(), StandardCharsets.UTF_8));
            assertThat(last.lines().filter(line -> line.startsWith("data: ")).limit(2)).hasSize(2)
                    .allSatisfy(line -> assertThat(line).contains("\"broker\":{", "\"workers\":[", "\"requestsPerSecond\":0.0"));
            assertThat(watched.get("/api/v1/events").statusCode()).isEqualTo(503);
        } finally {
            for (Socket reader : readers) {
                reader.close();
            }
        }
    }

    private Socket reader() throws IOException {
        Socket socket = new Socket(watched.pages.getHost(), watched.pages.getPort());
        socket.setSoTimeout(60_000);
        socket.getOutputStream().write("GET /api/v1/events HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(socket.getInputStream().readNBytes(15)).asString(StandardCharsets.US_ASCII).isEqualTo("HTTP/1.1 200 OK");
        return socket;
    }
}
