package io.generaldomo.examples.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Scores for programs: how they were measured, and an object for each score. Times are in nanoseconds. Stateless. */
public final class ScoreJson {
    private static final JsonFactory JSON = new JsonFactory();
    private static final List<String> PERCENTILES = List.of("p50", "p90", "p99", "p999", "max");

    private ScoreJson() {}

    /**
     * Writes everything.
     *
     * @param heats what was measured
     * @param pace how long and how often
     * @return an object
     */
    public static String of(List<Heat> heats, Pace pace) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            Machine.write(json, pace);
            json.writeArrayFieldStart("results");
            for (Heat heat : heats) {
                for (Score score : heat.scores()) {
                    write(json, heat, score);
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Heat heat, Score score) throws IOException {
        json.writeStartObject();
        json.writeStringField("course", score.contestant().course().name());
        json.writeStringField("peer", score.contestant().name());
        for (Map.Entry<String, String> value : score.contestant().setting().values().entrySet()) {
            json.writeStringField(value.getKey(), value.getValue());
        }
        for (Map.Entry<String, String> note : score.notes().entrySet()) {
            json.writeStringField(note.getKey(), note.getValue());
        }
        json.writeNumberField("messagesPerSecond", Math.round(score.messagesPerSecond()));
        json.writeNumberField("octetsPerSecond", Math.round(score.messagesPerSecond() * heat.size()));
        for (String percentile : PERCENTILES) {
            writeFigure(json, percentile, score.percentile(percentile));
        }
        for (Role role : score.contestant().course().roles()) {
            writeFigure(json, role + "CpuPerMessage", score.cpuPerMessage(role));
            writeFigure(json, role + "HeapPerMessage", score.allocatedPerMessage(role));
            writeFigure(json, role + "MessagesPerSecond", score.perSecond(role, "messages"));
            writeFigure(json, role + "DroppedPerSecond", score.perSecond(role, "dropped"));
            writeFigure(json, role + "HeldOctets", score.heldOctets(role));
            writeFigure(json, role + "ResidentOctets", score.residentOctets(role));
        }
        writeFigure(json, "oursToTheirs", heat.ratio(score));
        json.writeArrayFieldStart("messagesPerSecondOfRuns");
        for (Run run : score.runs()) {
            json.writeNumber(Math.round(run.messagesPerSecond()));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeFigure(JsonGenerator json, String key, OptionalDouble figure) throws IOException {
        if (figure.isPresent()) {
            json.writeNumberField(key, Math.round(figure.getAsDouble() * 1000) / 1000.0);
        }
    }
}
