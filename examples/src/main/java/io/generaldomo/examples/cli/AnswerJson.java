package io.generaldomo.examples.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the broker answered, for programs: an object for fields, an array of objects for rows. Numbers are numbers. Stateless. */
final class AnswerJson {
    private static final JsonFactory JSON = new JsonFactory();

    private AnswerJson() {}

    static String of(ManagementAnswer answer) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text).useDefaultPrettyPrinter()) {
            write(answer, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(ManagementAnswer answer, JsonGenerator json) throws IOException {
        if (answer instanceof ManagementAnswer.Fields fields) {
            json.writeStartObject();
            for (Map.Entry<String, String> field : fields.values().entrySet()) {
                writeField(json, field.getKey(), field.getValue());
            }
            json.writeEndObject();
        } else if (answer instanceof ManagementAnswer.Rows table) {
            json.writeStartArray();
            for (List<String> row : table.rows()) {
                writeRow(json, table.columns(), row);
            }
            json.writeEndArray();
        } else if (answer instanceof ManagementAnswer.Other other) {
            json.writeStartObject();
            writeField(json, "status", other.status());
            json.writeArrayFieldStart("frames");
            for (String frame : other.rest()) {
                json.writeString(frame);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void writeRow(JsonGenerator json, List<String> columns, List<String> row) throws IOException {
        json.writeStartObject();
        for (int i = 0; i < row.size(); i++) {
            String column = columns.get(i).toLowerCase(Locale.ROOT);
            if (column.equals("service")) {
                json.writeStringField(column, row.get(i)); // a name, be it all digits
            } else {
                writeField(json, column, row.get(i));
            }
        }
        json.writeEndObject();
    }

    private static void writeField(JsonGenerator json, String name, String value) throws IOException {
        if (value.matches("0|-?[1-9]\\d{0,17}")) {
            json.writeNumberField(name, Long.parseLong(value));
        } else {
            json.writeStringField(name, value);
        }
    }
}
