package io.generaldomo.examples.top;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** What there is to show, for programs: an object in one line. Rates are null where there is nothing to compare with. Stateless. */
public final class SightJson {
    private static final JsonFactory JSON = new JsonFactory();

    private SightJson() {}

    /**
     * Writes it.
     *
     * @param sight what there is to show
     * @return an object
     */
    public static String of(Sight sight) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            writeBroker(json, sight);
            json.writeArrayFieldStart("services");
            for (ServiceRow row : sight.services()) {
                write(json, row);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("workers");
            for (WorkerLook worker : sight.workers()) {
                write(json, worker);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void writeBroker(JsonGenerator json, Sight sight) throws IOException {
        BrokerLook look = sight.look();
        json.writeObjectFieldStart("broker");
        json.writeStringField("version", look.version());
        json.writeStringField("instance", look.instance());
        json.writeStringField("state", look.state());
        json.writeNumberField("uptime.ms", look.uptimeMillis());
        json.writeNumberField("queued", look.queued());
        json.writeNumberField("underway", look.underWay());
        json.writeNumberField("accepted", look.accepted());
        json.writeNumberField("replied", look.replied());
        write(json, "requests.per.second", sight.requests());
        write(json, "replies.per.second", sight.replies());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, ServiceRow row) throws IOException {
        ServiceLook look = row.look();
        json.writeStartObject();
        json.writeStringField("service", look.name());
        json.writeNumberField("queued", look.queued());
        json.writeNumberField("oldest.ms", look.oldestMillis());
        json.writeNumberField("workers.idle", look.idle());
        json.writeNumberField("workers.busy", look.busy());
        json.writeNumberField("held", look.held());
        json.writeNumberField("served", look.served());
        json.writeNumberField("expired", look.expired());
        json.writeNumberField("failed", look.failed());
        write(json, "requests.per.second", row.requests());
        write(json, "replies.per.second", row.replies());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, WorkerLook look) throws IOException {
        json.writeStartObject();
        json.writeNumberField("number", look.number());
        json.writeStringField("state", look.state());
        json.writeNumberField("holds", look.holds());
        json.writeStringField("dialect", look.dialect());
        json.writeStringField("peer", look.peer());
        json.writeStringField("service", look.service());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String name, Rate rate) throws IOException {
        json.writeFieldName(name);
        if (rate.perSecond().isPresent()) {
            json.writeNumber(Math.round(rate.perSecond().getAsDouble() * 10) / 10.0);
        } else {
            json.writeNull();
        }
    }
}
