package io.generaldomo.examples.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;

/** What an operator has to show who wants to change something. Immutable and thread-safe. */
public final class AdminToken {
    /** There is no token, so nobody may change anything. */
    public static final AdminToken NONE = new AdminToken(Optional.empty());

    private static final int SHORTEST = 16;
    private static final String SCHEME = "Bearer ";

    private final Optional<String> token;

    private AdminToken(Optional<String> token) {
        this.token = token;
    }

    /**
     * The token that is the first line of a file.
     *
     * @param file the file
     * @return the token
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if it is too short to be a secret
     */
    public static AdminToken read(Path file) throws IOException {
        String first = Files.readString(file).lines().findFirst().orElse("").strip();
        if (first.length() < SHORTEST) {
            throw new IllegalArgumentException("a token has at least " + SHORTEST + " characters");
        }
        return new AdminToken(Optional.of(first));
    }

    /** Refuses a request without the token. */
    void require(HttpRequest request) {
        if (token.isEmpty()) {
            throw new Refused(HttpResponseStatus.FORBIDDEN, "this broker can only be watched: it was started without a token");
        }
        String shown = request.headers().get(HttpHeaderNames.AUTHORIZATION, "");
        if (!shown.startsWith(SCHEME) || !MessageDigest.isEqual(shown.substring(SCHEME.length()).getBytes(UTF_8), token.get().getBytes(UTF_8))) {
            throw new Refused(HttpResponseStatus.UNAUTHORIZED, "the header Authorization: Bearer TOKEN is missing, or has another token");
        }
    }

    boolean isThere() {
        return token.isPresent();
    }
}
