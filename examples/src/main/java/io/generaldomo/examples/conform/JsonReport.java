package io.generaldomo.examples.conform;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.generaldomo.spec.conformance.Outcome;
import io.generaldomo.spec.conformance.PeerProfile;
import io.generaldomo.spec.conformance.Report;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** A report as JSON: the peer, and an object for each case. Stateless. */
public final class JsonReport {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonReport() {}

    /**
     * Writes it.
     *
     * @param report of all cases
     * @return an object
     */
    public static String of(Report report) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            writePeer(json, report.peer());
            for (Outcome.Result result : Outcome.Result.values()) {
                json.writeNumberField(word(result), report.count(result));
            }
            json.writeNumberField("milliseconds", report.took().toMillis());
            json.writeArrayFieldStart("cases");
            for (Outcome outcome : report.outcomes()) {
                writeCase(json, outcome);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void writePeer(JsonGenerator json, PeerProfile peer) throws IOException {
        json.writeObjectFieldStart("peer");
        json.writeStringField("role", word(peer.role()));
        json.writeStringField("version", "3." + peer.minor());
        json.writeStringField("mechanism", peer.mechanism());
        writeStrings(json, "socketTypes", peer.socketTypes());
        writeStrings(json, "majordomo", peer.majordomo());
        json.writeBooleanField("echoes", peer.echoes());
        json.writeEndObject();
    }

    private static void writeCase(JsonGenerator json, Outcome outcome) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", outcome.of().id());
        json.writeStringField("clause", outcome.of().clause());
        json.writeStringField("level", word(outcome.of().level()));
        json.writeStringField("title", outcome.of().title());
        json.writeStringField("result", word(outcome.result()));
        json.writeNumberField("milliseconds", outcome.took().toMillis());
        if (!outcome.reason().isEmpty()) {
            json.writeStringField("reason", outcome.reason());
        }
        if (outcome.isFailure()) {
            writeStrings(json, "transcript", outcome.transcript());
        }
        json.writeEndObject();
    }

    private static void writeStrings(JsonGenerator json, String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
