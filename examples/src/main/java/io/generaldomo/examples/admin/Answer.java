package io.generaldomo.examples.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.handler.codec.http.HttpResponseStatus;

/** What a request to the pages gets. */
sealed interface Answer {
    /**
     * A whole answer.
     *
     * @param status of it
     * @param type of the content
     * @param content octets that nobody changes
     */
    record Whole(HttpResponseStatus status, String type, byte[] content) implements Answer {}

    /** Events, from now on. */
    record Events() implements Answer {}

    /** An object, done well. */
    static Whole json(BrokerJson.Content content) {
        return json(HttpResponseStatus.OK, content);
    }

    /** An object. */
    static Whole json(HttpResponseStatus status, BrokerJson.Content content) {
        return new Whole(status, "application/json", (BrokerJson.object(content) + "\n").getBytes(UTF_8));
    }

    /** A failure, in words. */
    static Whole failure(HttpResponseStatus status, String why) {
        return json(status, json -> {
            json.writeNumberField("status", status.code());
            json.writeStringField("error", why);
        });
    }
}
