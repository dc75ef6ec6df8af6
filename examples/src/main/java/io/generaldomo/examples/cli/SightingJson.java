package io.generaldomo.examples.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.generaldomo.spec.sniff.Sighting;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Sightings for programs: an object on each line, so that they can be read while traffic goes on. Called by one thread at a time. */
final class SightingJson implements Consumer<Sighting> {
    private static final JsonFactory JSON = new JsonFactory();

    private final Console console;
    private final boolean hex;

    SightingJson(Console console, boolean hex) {
        this.console = console;
        this.hex = hex;
    }

    @Override
    public void accept(Sighting sighting) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            if (sighting.time() != null) {
                json.writeStringField("time", sighting.time().toString());
            }
            json.writeNumberField("connection", sighting.connection());
            json.writeStringField("from", sighting.from().name().toLowerCase(Locale.ROOT));
            json.writeStringField("connector", sighting.connector());
            json.writeStringField("listener", sighting.listener());
            json.writeStringField("kind", sighting.unit().kind().name().toLowerCase(Locale.ROOT));
            json.writeNumberField("offset", sighting.unit().offset());
            json.writeStringField("text", sighting.unit().text());
            json.writeObjectFieldStart("fields");
            for (Map.Entry<String, String> field : sighting.unit().fields().entrySet()) {
                json.writeStringField(field.getKey(), field.getValue());
            }
            json.writeEndObject();
            if (hex) {
                json.writeStringField("octets", HexFormat.of().formatHex(sighting.unit().octets()));
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a string takes everything
        }
        console.say(text.toString());
    }
}
