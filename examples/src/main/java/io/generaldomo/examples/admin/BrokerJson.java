package io.generaldomo.examples.admin;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.generaldomo.examples.config.Mistake;
import io.generaldomo.examples.config.Reload;
import io.generaldomo.gdp.broker.BrokerSnapshot;
import io.generaldomo.gdp.broker.ConnectionSnapshot;
import io.generaldomo.gdp.broker.WorkerSnapshot;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the pages say, as JSON. Durations are in milliseconds, and their names say so. Stateless. */
final class BrokerJson {
    private static final JsonFactory JSON = new JsonFactory();
    private static final double MILLI = 1e6;

    /** Something that is written into an object. */
    interface Content {
        void writeTo(JsonGenerator json) throws IOException;
    }

    private BrokerJson() {}

    /** An object. */
    static String object(Content content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            content.writeTo(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    static void broker(JsonGenerator json, BrokerSnapshot broker, Optional<ServiceLine> total) throws IOException {
        json.writeStringField("version", broker.version());
        json.writeStringField("instance", broker.instance());
        json.writeStringField("state", broker.draining() ? "draining" : "running");
        json.writeNumberField("uptimeMs", broker.uptime().toMillis());
        json.writeNumberField("services", broker.serviceCount());
        json.writeNumberField("workers", broker.workerCount());
        json.writeNumberField("underWay", broker.underWay());
        json.writeNumberField("queued", broker.queued());
        json.writeNumberField("queuedOctets", broker.queuedOctets());
        json.writeNumberField("loopLagMs", broker.loopLag().toNanos() / MILLI);
        json.writeNumberField("directMemory", broker.directMemory().orElse(0));
        json.writeNumberField("refusedConnections", broker.refusedConnections());
        json.writeNumberField("connections", broker.connections().stream().mapToInt(BrokerSnapshot.Connections::open).sum());
        json.writeNumberField("octetsIn", broker.connections().stream().mapToLong(BrokerSnapshot.Connections::octetsIn).sum());
        json.writeNumberField("octetsOut", broker.connections().stream().mapToLong(BrokerSnapshot.Connections::octetsOut).sum());
        if (total.isPresent()) {
            rates(json, total.get());
        }
    }

    private static void rates(JsonGenerator json, ServiceLine line) throws IOException {
        json.writeNumberField("requestsPerSecond", line.requests());
        json.writeNumberField("repliesPerSecond", line.replies());
        json.writeNumberField("failuresPerSecond", line.failures());
        json.writeNumberField("p50Ms", line.p50());
        json.writeNumberField("p99Ms", line.p99());
    }

    static void services(JsonGenerator json, List<ServiceLine> services) throws IOException {
        json.writeArrayFieldStart("services");
        for (ServiceLine line : services) {
            BrokerSnapshot.Service service = line.service();
            json.writeStartObject();
            json.writeStringField("name", service.name().toString());
            load(json, service.load());
            json.writeNumberField("served", service.served());
            json.writeNumberField("expired", service.expired());
            json.writeNumberField("redispatched", service.redispatched());
            json.writeNumberField("failed", service.failed());
            rates(json, line);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void load(JsonGenerator json, BrokerSnapshot.Load load) throws IOException {
        json.writeNumberField("queued", load.queued());
        json.writeNumberField("queuedOctets", load.queuedOctets());
        json.writeNumberField("oldestMs", load.oldest().toMillis());
        json.writeNumberField("idle", load.idle());
        json.writeNumberField("busy", load.busy());
    }

    static void workers(JsonGenerator json, List<WorkerSnapshot> workers) throws IOException {
        json.writeArrayFieldStart("workers");
        for (WorkerSnapshot worker : workers) {
            json.writeStartObject();
            json.writeNumberField("id", worker.number());
            json.writeStringField("service", worker.service().toString());
            json.writeStringField("address", worker.address());
            json.writeStringField("dialect", worker.dialect());
            json.writeStringField("state", lower(worker.state()));
            json.writeNumberField("held", worker.held());
            json.writeNumberField("ageMs", worker.age().toMillis());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void connections(JsonGenerator json, List<ConnectionSnapshot> connections) throws IOException {
        json.writeArrayFieldStart("connections");
        for (ConnectionSnapshot connection : connections) {
            json.writeStartObject();
            json.writeNumberField("id", connection.number());
            json.writeStringField("address", connection.address());
            json.writeStringField("socket", connection.socketType().map(Enum::name).orElse(""));
            json.writeStringField("user", connection.user().orElse(""));
            json.writeStringField("state", lower(connection.state()));
            json.writeNumberField("ageMs", connection.age().toMillis());
            json.writeNumberField("octetsIn", connection.octetsIn());
            json.writeNumberField("octetsOut", connection.octetsOut());
            json.writeNumberField("messagesIn", connection.messagesIn());
            json.writeNumberField("messagesOut", connection.messagesOut());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** What a reload came to. That of mistakes is a failure as any other, which has more to say. */
    static void reload(JsonGenerator json, Reload.Outcome outcome) throws IOException {
        if (outcome.mistakes().isEmpty()) {
            texts(json, "changed", outcome.changed());
            texts(json, "needRestart", outcome.needRestart());
        } else {
            json.writeNumberField("status", HttpResponseStatus.UNPROCESSABLE_ENTITY.code());
            json.writeStringField("error", "there are mistakes in the settings, and all stays as it was");
            texts(json, "mistakes", outcome.mistakes().stream().map(Mistake::toString).toList());
        }
    }

    private static void texts(JsonGenerator json, String name, List<String> texts) throws IOException {
        json.writeFieldName(name);
        json.writeArray(texts.toArray(String[]::new), 0, texts.size());
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
