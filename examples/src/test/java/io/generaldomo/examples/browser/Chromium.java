package io.generaldomo.examples.browser;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A Chromium without a window that shows one page, driven over its DevTools protocol. Ended with its process by {@link #close()}. */
final class Chromium implements AutoCloseable {
    private static final long PATIENCE = 60;
    private static final String LISTENING = "DevTools listening on ws://";
    private static final JsonFactory JSON = new JsonFactory();

    private final Process process;
    private final Path profile;
    private final WebSocket devTools;
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<Integer, CompletableFuture<String>> answers = new ConcurrentHashMap<>();

    private Chromium(Process process, Path profile, String page) {
        this.process = process;
        this.profile = profile;
        this.devTools = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(URI.create(page), new Listener()).orTimeout(PATIENCE, TimeUnit.SECONDS).join();
    }

    static boolean isInstalled() {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(folder -> Path.of(folder, "chromium").toFile().canExecute());
    }

    /** Opens a page and waits until its script has run. */
    static Chromium open(String page, Path profile) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking",
                        "--remote-debugging-port=0", "--window-size=1000,900", "--user-data-dir=" + profile, page)
                .redirectErrorStream(true)
                .start();
        BufferedReader lines = process.inputReader();
        String line = lines.readLine();
        while (line != null && !line.startsWith(LISTENING)) {
            line = lines.readLine();
        }
        if (line == null) {
            throw new IOException("Chromium does not start: exit code " + process.waitFor());
        }
        drain(lines);
        String authority = line.substring(LISTENING.length(), line.indexOf('/', LISTENING.length()));
        Chromium chromium = new Chromium(process, profile, pageAt(authority, page));
        while (!chromium.isLoaded()) {
            Thread.onSpinWait();
        }
        return chromium;
    }

    /** What it says is of no interest, but would fill the pipe. */
    private static void drain(BufferedReader lines) {
        Thread reader = new Thread(() -> {
            try {
                lines.transferTo(Writer.nullWriter());
            } catch (IOException end) {
                // of the process
            }
        });
        reader.setDaemon(true);
        reader.start();
    }

    private static String pageAt(String authority, String page) throws IOException, InterruptedException {
        HttpRequest list = HttpRequest.newBuilder(URI.create("http://" + authority + "/json/list")).build();
        while (true) {
            String found = addressOf(HttpClient.newHttpClient().send(list, HttpResponse.BodyHandlers.ofString()).body(), page);
            if (!found.isEmpty()) {
                return found;
            }
            Thread.onSpinWait();
        }
    }

    /** The DevTools address of the page among those listed. */
    private static String addressOf(String json, String page) throws IOException {
        String url = "";
        try (JsonParser parser = JSON.createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING && "url".equals(parser.currentName())) {
                    url = parser.getText();
                } else if (token == JsonToken.VALUE_STRING && "webSocketDebuggerUrl".equals(parser.currentName()) && url.equals(page)) {
                    return parser.getText();
                }
            }
        }
        return "";
    }

    /** Before the page there is another, empty one, and whatever is asked of that has no answer when it goes. */
    private boolean isLoaded() {
        try {
            return "true".equals(evaluate("String(document.documentElement?.dataset.loaded)"));
        } catch (AssertionError gone) {
            return false;
        }
    }

    /** Evaluates an expression in the page and waits for what its promise resolves to, which is text. */
    String evaluate(String expression) {
        return call("Runtime.evaluate", "{\"awaitPromise\":true,\"returnByValue\":true,\"expression\":" + quoted(expression) + "}", "value");
    }

    /** A picture of the page, in Base64. */
    String screenshot() {
        return call("Page.captureScreenshot", "{}", "data");
    }

    private String call(String method, String parameters, String field) {
        int number = numbers.incrementAndGet();
        CompletableFuture<String> answer = new CompletableFuture<>();
        answers.put(number, answer);
        devTools.sendText("{\"id\":" + number + ",\"method\":\"" + method + "\",\"params\":" + parameters + "}", true).join();
        String json = answer.orTimeout(PATIENCE, TimeUnit.SECONDS).join();
        try (JsonParser parser = JSON.createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING && field.equals(parser.currentName())) {
                    return parser.getText();
                }
            }
            throw new AssertionError(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String quoted(String text) {
        StringWriter out = new StringWriter();
        try (var generator = JSON.createGenerator(out)) {
            generator.writeString(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence piece, boolean last) {
            text.append(piece);
            if (last) {
                answer(text.toString());
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        /** DevTools begins each answer with its number; events have none. */
        private void answer(String json) {
            if (json.startsWith("{\"id\":")) {
                CompletableFuture<String> waiting = answers.remove(Integer.parseInt(json.substring(6, json.indexOf(',', 6))));
                if (waiting != null) {
                    waiting.complete(json);
                }
            }
        }
    }

    @Override
    public void close() {
        devTools.abort();
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        process.onExit().orTimeout(PATIENCE, TimeUnit.SECONDS).join();
        for (String link : new String[] {"SingletonCookie", "SingletonLock", "SingletonSocket"}) {
            try {
                Files.deleteIfExists(profile.resolve(link)); // they lead out of the folder
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
