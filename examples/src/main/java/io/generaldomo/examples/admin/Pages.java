package io.generaldomo.examples.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import io.generaldomo.gdp.broker.BrokerSnapshot;
import io.generaldomo.gdp.broker.ConnectionSnapshot;
import io.generaldomo.gdp.broker.GdpBroker;
import io.generaldomo.gdp.broker.WorkerSnapshot;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongFunction;

/** The pages and what they say. Confined to the event loop of the pages. */
final class Pages {
    private static final int USUAL_PAGE = 100;
    private static final int LARGEST_PAGE = 1000;
    private static final int MOST_AT_ONCE = 200;
    private static final long PATIENCE_SECONDS = 2;
    private static final String METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final GdpBroker broker;
    private final LiveView view;
    private final PrometheusMeterRegistry registry;
    private final Keeper keeper;
    private final AdminActions actions;

    Pages(GdpBroker broker, LiveView view, PrometheusMeterRegistry registry, Keeper keeper, AdminActions actions) {
        this.broker = broker;
        this.view = view;
        this.registry = registry;
        this.keeper = keeper;
        this.actions = actions;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/", (request, groups) -> file("dashboard.html", "text/html; charset=utf-8")),
                Route.get("/dashboard.css", (request, groups) -> file("dashboard.css", "text/css; charset=utf-8")),
                Route.get("/dashboard.js", (request, groups) -> file("dashboard.js", "text/javascript; charset=utf-8")),
                Route.get("/charts.js", (request, groups) -> file("charts.js", "text/javascript; charset=utf-8")),
                Route.get("/livez", (request, groups) -> live()),
                Route.get("/readyz", (request, groups) -> ready()),
                Route.get("/metrics", (request, groups) -> done(new Answer.Whole(HttpResponseStatus.OK, METRICS_TYPE, metrics()))),
                Route.get("/api/v1/broker", (request, groups) -> broker.snapshot().thenApply(now -> Answer.json(
                        json -> BrokerJson.broker(json, now, view.last().map(LiveSample::total))))),
                Route.get("/api/v1/services", (request, groups) -> services()),
                Route.get("/api/v1/workers", (request, groups) -> workers(request)),
                Route.get("/api/v1/connections", (request, groups) -> connections(request)),
                Route.get("/api/v1/events", (request, groups) -> done(new Answer.Events())),
                Route.post("/api/v1/workers/(\\d{1,18})/drain", (request, groups) -> act(request, groups.group(1), broker::drainWorker)),
                Route.post("/api/v1/workers/(\\d{1,18})/disconnect", (request, groups) -> act(request, groups.group(1), broker::disconnectWorker)),
                Route.post("/api/v1/connections/(\\d{1,18})/disconnect", (request, groups) -> act(request, groups.group(1), broker::disconnect)),
                Route.post("/api/v1/drain", (request, groups) -> drain(request)),
                Route.post("/api/v1/reload", (request, groups) -> reload(request)));
    }

    private static CompletableFuture<Answer> done(Answer answer) {
        return CompletableFuture.completedFuture(answer);
    }

    private static CompletableFuture<Answer> file(String name, String type) {
        try (var in = Pages.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return done(new Answer.Whole(HttpResponseStatus.OK, type, in.readAllBytes()));
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private byte[] metrics() {
        return registry.scrape().getBytes(UTF_8);
    }

    /** Alive is a broker whose event loop gets to what it is asked. */
    private CompletableFuture<Answer> live() {
        return whileAlive(now -> Answer.json(json -> json.writeStringField("status", "alive")));
    }

    private CompletableFuture<Answer> ready() {
        return whileAlive(now -> now.draining()
                ? Answer.failure(HttpResponseStatus.SERVICE_UNAVAILABLE, "the broker is draining")
                : Answer.json(json -> json.writeStringField("status", "ready")));
    }

    private CompletableFuture<Answer> whileAlive(Function<BrokerSnapshot, Answer> page) {
        return broker.snapshot().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).handle((now, failure) -> failure == null
                ? page.apply(now)
                : Answer.failure(HttpResponseStatus.SERVICE_UNAVAILABLE, "the broker's event loop does not answer"));
    }

    private CompletableFuture<Answer> services() {
        return done(Answer.json(json -> {
            Optional<LiveSample> last = view.last();
            BrokerJson.services(json, last.map(LiveSample::services).orElse(List.of()));
            if (last.isPresent()) {
                json.writeObjectFieldStart("others");
                BrokerJson.load(json, last.get().broker().others());
                json.writeEndObject();
            }
        }));
    }

    private CompletableFuture<Answer> workers(FullHttpRequest request) {
        int most = size(request);
        return broker.workers(number(request, "after", 0, Long.MAX_VALUE), most).thenApply(workers -> Answer.json(json -> {
            BrokerJson.workers(json, workers);
            next(json, workers.size() < most ? 0 : workers.get(most - 1).number());
        }));
    }

    private CompletableFuture<Answer> connections(FullHttpRequest request) {
        int most = size(request);
        return broker.connections(number(request, "after", 0, Long.MAX_VALUE), most).thenApply(connections -> Answer.json(json -> {
            BrokerJson.connections(json, connections);
            next(json, connections.size() < most ? 0 : connections.get(most - 1).number());
        }));
    }

    /** Where the next page begins, if there may be one. */
    private static void next(JsonGenerator json, long after) throws IOException {
        if (after > 0) {
            json.writeNumberField("next", after);
        }
    }

    private static int size(FullHttpRequest request) {
        return (int) number(request, "limit", USUAL_PAGE, LARGEST_PAGE);
    }

    private static long number(FullHttpRequest request, String name, long otherwise, long most) {
        List<String> values = new QueryStringDecoder(request.uri()).parameters().getOrDefault(name, List.of());
        if (values.isEmpty()) {
            return otherwise;
        }
        try {
            long number = Long.parseLong(values.get(0));
            if (values.size() == 1 && number >= 0 && number <= most && (number > 0 || otherwise == 0)) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            // said below
        }
        throw new Refused(HttpResponseStatus.BAD_REQUEST, name + " is one number, " + most + " at most");
    }

    private CompletableFuture<Answer> act(FullHttpRequest request, String number, LongFunction<CompletableFuture<Boolean>> action) {
        keeper.require(request);
        return action.apply(Long.parseLong(number)).thenApply(found -> found
                ? Answer.json(json -> json.writeBooleanField("done", true))
                : Answer.failure(HttpResponseStatus.NOT_FOUND, "there is none of that number"));
    }

    private CompletableFuture<Answer> drain(FullHttpRequest request) {
        keeper.require(request);
        actions.drain();
        return done(Answer.json(HttpResponseStatus.ACCEPTED, json -> json.writeStringField("status", "draining")));
    }

    /** Files are read, so not on this event loop. */
    private CompletableFuture<Answer> reload(FullHttpRequest request) {
        keeper.require(request);
        return CompletableFuture.supplyAsync(actions::reload).thenApply(outcome -> {
            boolean done = outcome.mistakes().isEmpty();
            return Answer.json(done ? HttpResponseStatus.OK : HttpResponseStatus.UNPROCESSABLE_ENTITY, json -> BrokerJson.reload(json, outcome));
        });
    }

    /** What the dashboard is told once a second. Completes on the broker's event loop. */
    CompletableFuture<String> event(LiveSample sample) {
        CompletableFuture<List<WorkerSnapshot>> workers = broker.workers(0, MOST_AT_ONCE);
        CompletableFuture<List<ConnectionSnapshot>> connections = broker.connections(0, MOST_AT_ONCE);
        return workers.thenCombine(connections, (someWorkers, someConnections) -> BrokerJson.object(json -> {
            json.writeObjectFieldStart("broker");
            BrokerJson.broker(json, sample.broker(), Optional.of(sample.total()));
            json.writeEndObject();
            json.writeBooleanField("canChange", keeper.letsAnybody());
            BrokerJson.services(json, sample.services().stream()
                    .sorted((one, other) -> Double.compare(other.activity(), one.activity()))
                    .limit(MOST_AT_ONCE)
                    .toList());
            BrokerJson.workers(json, someWorkers);
            BrokerJson.connections(json, someConnections);
        }));
    }
}
