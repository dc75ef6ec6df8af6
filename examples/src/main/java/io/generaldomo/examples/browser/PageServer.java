package io.generaldomo.examples.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;

/** Serves the files of the page, and nothing else, on the loopback interface, until it is closed. Thread-safe. */
public final class PageServer implements AutoCloseable {
    private static final Map<String, String> TYPES =
            Map.of("index.html", "text/html; charset=utf-8", "page.css", "text/css", "page.js", "text/javascript", "gdp.js", "text/javascript");
    private static final int BACKLOG = 50;
    private static final int NO_BODY = -1;

    private final HttpServer server;

    private PageServer(HttpServer server) {
        this.server = server;
    }

    /**
     * Begins to serve.
     *
     * @param port where, or 0 for a free one
     * @return the server, to be closed by the caller
     * @throws IOException if the port is not to be had
     */
    public static PageServer at(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        server.createContext("/", PageServer::answer);
        server.start();
        return new PageServer(server);
    }

    /**
     * What a browser says of where the page comes from.
     *
     * @return scheme, host and port
     */
    public String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /**
     * Where the page is.
     *
     * @param broker what the page is to connect to, such as {@code ws://127.0.0.1:5555/}
     * @return for the address line of a browser
     */
    public String page(String broker) {
        return origin() + "/?broker=" + broker;
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String name = path.equals("/") ? "index.html" : path.substring(1);
            String type = TYPES.get(name);
            if (!exchange.getRequestMethod().equals("GET") || type == null) {
                exchange.sendResponseHeaders(type == null ? 404 : 405, NO_BODY);
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'self'; img-src data:; connect-src ws: wss:");
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            byte[] octets = file(name);
            exchange.sendResponseHeaders(200, octets.length);
            exchange.getResponseBody().write(octets);
        }
    }

    private static byte[] file(String name) {
        try (InputStream in = PageServer.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from this program");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
