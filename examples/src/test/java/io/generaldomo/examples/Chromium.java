package io.generaldomo.examples;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;

/** A headless Chromium with one page, driven by the DevTools protocol. Closing it ends the process. */
public final class Chromium implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;
    private static final String LISTENING = "DevTools listening on ";

    private final Process process;
    private final WebSocket socket;
    private final AtomicInteger lastId = new AtomicInteger();
    private final Map<Integer, CompletableFuture<Map<String, String>>> calls = new ConcurrentHashMap<>();
    private final String session;

    /**
     * Starts one. Where there is none on the path, the test that asks for it is skipped, and fails in CI.
     *
     * @param profile a directory for it alone
     * @return a browser with an empty page, to be closed by the caller
     * @throws IOException if it does not start
     */
    public static Chromium start(Path profile) throws IOException {
        Optional<Path> program = installed();
        if (program.isEmpty()) {
            String missing = "there is no Chromium on the path (Debian: chromium)";
            if (System.getenv("CI") != null) {
                throw new AssertionError(missing);
            }
            System.out.println("a test is skipped: " + missing);
            Assumptions.abort(missing);
        }
        return new Chromium(program.get(), profile);
    }

    private static Optional<Path> installed() {
        return List.of(System.getenv("PATH").split(":")).stream()
                .flatMap(folder -> List.of("chromium", "chromium-browser", "google-chrome").stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private Chromium(Path program, Path profile) throws IOException {
        process = new ProcessBuilder(
                        program.toString(), "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
                        "--disable-background-networking", "--remote-debugging-port=0", "--user-data-dir=" + profile, "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader lines = new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
        String line = lines.readLine();
        while (line != null && !line.startsWith(LISTENING)) {
            line = lines.readLine();
        }
        if (line == null) {
            throw new IOException("Chromium does not start");
        }
        Thread reader = new Thread(() -> lines.lines().forEach(ignored -> { }), "chromium");
        reader.setDaemon(true);
        reader.start();
        socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(URI.create(line.substring(LISTENING.length())), new Listener()).join();
        String target = call("Target.createTarget", "", "\"url\":\"about:blank\"").get("targetId");
        session = call("Target.attachToTarget", "", "\"targetId\":\"" + target + "\",\"flatten\":true").get("sessionId");
        page("Page.enable", "");
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                Map<String, String> message = fields(text.toString());
                text.setLength(0);
                CompletableFuture<Map<String, String>> call = calls.remove(Integer.parseInt(message.getOrDefault("id", "0")));
                if (call != null) {
                    call.complete(message);
                }
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }

    /** All scalar fields of a message, however deep, but only the message's own id; of those that have the same name, the first. */
    private static Map<String, String> fields(String json) {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                boolean own = parser.getParsingContext().getNestingDepth() == 1;
                if (token.isScalarValue() && parser.currentName() != null && (own || !parser.currentName().equals("id"))) {
                    fields.putIfAbsent(parser.currentName(), parser.getText());
                }
            }
        } catch (IOException e) {
            throw new AssertionError(json, e);
        }
        return fields;
    }

    private Map<String, String> call(String method, String where, String parameters) {
        int id = lastId.incrementAndGet();
        CompletableFuture<Map<String, String>> answer = new CompletableFuture<>();
        calls.put(id, answer);
        socket.sendText("{\"id\":" + id + where + ",\"method\":\"" + method + "\",\"params\":{" + parameters + "}}", true).join();
        return answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    private Map<String, String> page(String method, String parameters) {
        return call(method, ",\"sessionId\":\"" + session + "\"", parameters);
    }

    /**
     * Goes to a page.
     *
     * @param page its address
     */
    public void open(URI page) {
        page("Page.navigate", "\"url\":\"" + page + "\"");
    }

    /**
     * Evaluates an expression on the page.
     *
     * @param expression of JavaScript
     * @return its value as text; of a promise, what it comes to
     */
    public String evaluate(String expression) {
        String quoted = new String(JsonStringEncoder.getInstance().quoteAsString(
                "Promise.resolve(" + expression + ").then(String)"));
        Map<String, String> result = page("Runtime.evaluate", "\"awaitPromise\":true,\"returnByValue\":true,\"expression\":\"" + quoted + "\"");
        if (result.containsKey("exceptionId") || !result.containsKey("value")) {
            throw new AssertionError(expression + ": " + result);
        }
        return result.get("value");
    }

    /**
     * Waits until a condition is true on the page.
     *
     * @param condition an expression of JavaScript
     */
    public void await(String condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!evaluate("new Promise(done => { let tries = 0; const look = () => { const is = " + condition
                + "; is || ++tries > 40 ? done(Boolean(is)) : setTimeout(look, 25); }; look(); })").equals("true")) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("never true on the page: " + condition);
            }
        }
    }

    /**
     * Says how large the page is, and whether it is dark.
     *
     * @param width of it
     * @param height of it
     * @param dark what the page is told of the system
     */
    public void look(int width, int height, boolean dark) {
        page("Emulation.setDeviceMetricsOverride", "\"width\":" + width + ",\"height\":" + height + ",\"deviceScaleFactor\":1,\"mobile\":" + (width < 500));
        page("Emulation.setEmulatedMedia", "\"features\":[{\"name\":\"prefers-color-scheme\",\"value\":\"" + (dark ? "dark" : "light") + "\"}]");
    }

    /**
     * Writes what is seen into a file, as PNG.
     *
     * @param file the file, whose directory need not be there yet
     * @throws IOException if it cannot be written
     */
    public void screenshot(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, Base64.getDecoder().decode(page("Page.captureScreenshot", "\"format\":\"png\"").get("data")));
    }

    @Override
    public void close() {
        try {
            call("Browser.close", "", "");
            process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (RuntimeException cannotBeTold) {
            // it is ended below
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        socket.abort();
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
        // Who is still alive writes to the profile, which is about to be deleted.
        all.forEach(one -> one.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join());
    }
}
