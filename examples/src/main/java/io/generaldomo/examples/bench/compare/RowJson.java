package io.generaldomo.examples.bench.compare;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.generaldomo.examples.bench.Machine;
import io.generaldomo.examples.bench.Pace;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** The table for programs: how it was measured, and an object for each row. Stateless. */
public final class RowJson {
    private static final JsonFactory JSON = new JsonFactory();

    private RowJson() {}

    /**
     * Writes everything.
     *
     * @param rows the table
     * @param pace how long and how often
     * @return an object
     */
    public static String of(List<Row> rows, Pace pace) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            Machine.write(json, pace);
            json.writeArrayFieldStart("rows");
            for (Row row : rows) {
                write(json, row);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Row row) throws IOException {
        json.writeStartObject();
        json.writeStringField("what", row.what());
        json.writeStringField("against", row.against());
        json.writeStringField("ours", row.ours());
        json.writeStringField("theirs", row.theirs());
        if (row.figure().isPresent()) {
            json.writeNumberField("figure", Math.round(row.figure().getAsDouble() * 1000) / 1000.0);
        }
        json.writeStringField("unit", row.unit());
        json.writeStringField("target", row.bound().toString());
        json.writeStringField("outcome", row.outcome().name().toLowerCase(Locale.ROOT));
        json.writeEndObject();
    }
}
