package io.generaldomo.examples.admin;

import io.generaldomo.examples.keys.AdminToken;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Optional;

/**
 * Lets only those change something who show the token.
 *
 * @param token nothing if nobody may
 */
record Keeper(Optional<AdminToken> token) {
    private static final String SCHEME = "Bearer ";

    /** Refuses a request without the token. */
    void require(HttpRequest request) {
        if (token.isEmpty()) {
            throw new Refused(HttpResponseStatus.FORBIDDEN, "this broker can only be watched: it was started without a token");
        }
        String shown = request.headers().get(HttpHeaderNames.AUTHORIZATION, "");
        if (!shown.startsWith(SCHEME) || !token.get().matches(shown.substring(SCHEME.length()))) {
            throw new Refused(HttpResponseStatus.UNAUTHORIZED, "the header Authorization: Bearer TOKEN is missing, or has another token");
        }
    }

    boolean letsAnybody() {
        return token.isPresent();
    }
}
