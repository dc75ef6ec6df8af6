package io.generaldomo.examples.admin;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;

/** Says what no decent client of HTTP would. Stateless. */
final class RawHttp {
    private RawHttp() {}

    /** Sends some text, and tells all that comes until the end of the connection. */
    static String ask(URI pages, String text) throws IOException {
        try (Socket socket = new Socket(pages.getHost(), pages.getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(text.getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        }
    }
}
