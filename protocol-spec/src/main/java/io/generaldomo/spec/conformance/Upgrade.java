package io.generaldomo.spec.conformance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.generaldomo.spec.conformance.wire.HttpHead;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The requests and answers that make a WebSocket of a connection (RFC 6455, 4), as the kit says them. Stateless. */
public final class Upgrade {
    /** The subprotocol without a mechanism. */
    public static final String BARE = "ZWS2.0";

    private static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";
    private static final String CONSTANT = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private Upgrade() {}

    /**
     * The subprotocol of a mechanism.
     *
     * @param mechanism its name
     * @return as {@code ZWS2.0/NULL}
     */
    public static String subprotocol(String mechanism) {
        return BARE + '/' + mechanism;
    }

    /**
     * A good request.
     *
     * @param subprotocols that are offered
     * @return its head
     */
    public static HttpHead request(String subprotocols) {
        return HttpHead.of("GET / HTTP/1.1")
                .and("Host", "localhost")
                .and("Upgrade", "websocket")
                .and("Connection", "Upgrade")
                .and("Sec-WebSocket-Key", KEY)
                .and("Sec-WebSocket-Version", "13")
                .and("Sec-WebSocket-Protocol", subprotocols);
    }

    /**
     * A good answer.
     *
     * @param request     that was made
     * @param subprotocol that is chosen
     * @return its head
     */
    public static HttpHead answer(HttpHead request, String subprotocol) {
        return HttpHead.of("HTTP/1.1 101 Switching Protocols")
                .and("Upgrade", "websocket")
                .and("Connection", "Upgrade")
                .and("Sec-WebSocket-Accept", accept(request))
                .and("Sec-WebSocket-Protocol", subprotocol);
    }

    /**
     * What proves that the key of a request was read.
     *
     * @param request that was made
     * @return the value of Sec-WebSocket-Accept
     */
    public static String accept(HttpHead request) {
        String key = String.join("", request.values("Sec-WebSocket-Key"));
        try {
            return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-1").digest((key + CONSTANT).getBytes(ISO_8859_1)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
