package io.generaldomo.examples.bench.role;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.generaldomo.examples.soak.Footprint;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SingleWriterRecorder;

/**
 * Counts what a role does, and tells it.
 *
 * <p><b>Threads.</b> One thread counts, another one starts and stops. Counting is a plain addition, so that it costs nothing next to a message.
 */
public final class Meter {
    private static final long LONGEST = TimeUnit.MINUTES.toNanos(1);
    private static final int DIGITS = 3;
    private static final JsonFactory JSON = new JsonFactory();

    private final AtomicLong messages = new AtomicLong();
    private final AtomicLong octets = new AtomicLong();
    private final SingleWriterRecorder roundTrips = new SingleWriterRecorder(LONGEST, DIGITS);
    private final Map<String, String> notes = new LinkedHashMap<>();
    private final Map<String, LongSupplier> gauges = new LinkedHashMap<>();
    private final Map<String, LongSupplier> counts = new LinkedHashMap<>();
    private final Map<String, Long> countsAtStart = new HashMap<>();
    private final Allocation allocation = new Allocation();
    private long messagesAtStart;
    private long octetsAtStart;
    private long start;

    /** A meter that stands at zero. */
    public Meter() {}

    /**
     * Counts a message.
     *
     * @param size its octets
     */
    public void count(long size) {
        messages.lazySet(messages.getPlain() + 1);
        octets.lazySet(octets.getPlain() + size);
    }

    /**
     * Counts a message that came back.
     *
     * @param size its octets
     * @param nanos how long it was away
     */
    public void count(long size, long nanos) {
        count(size);
        roundTrips.recordValue(Math.min(nanos, LONGEST));
    }

    /**
     * Adds something for people to each result; before the first one is asked for.
     *
     * @param key such as {@code transport}
     * @param value such as {@code NIO}
     */
    public void note(String key, String value) {
        notes.put(key, value);
    }

    /**
     * Adds what this process holds in memory to each result, if {@code footprint} is asked for; before the first one is asked for.
     *
     * @param args what is said to the role
     */
    public void tellFootprint(RoleArguments args) {
        if (args.text("footprint", "false").equals("true")) {
            gauges.put("heap", () -> Footprint.now().heap());
            gauges.put("direct", () -> Footprint.now().direct());
        }
    }

    /** Adds a count that somebody else keeps to each result; before the first one is asked for. */
    void tell(String key, LongSupplier count) {
        counts.put(key, count);
    }

    void start() {
        roundTrips.reset();
        allocation.start();
        counts.forEach((key, count) -> countsAtStart.put(key, count.getAsLong()));
        messagesAtStart = messages.get();
        octetsAtStart = octets.get();
        start = System.nanoTime();
    }

    /** What was counted since the start, in JSON. */
    String stop() {
        long nanos = System.nanoTime() - start;
        long counted = messages.get() - messagesAtStart;
        long size = octets.get() - octetsAtStart;
        long allocated = allocation.stop();
        Histogram times = roundTrips.getIntervalHistogram();
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField("messages", counted);
            json.writeNumberField("octets", size);
            json.writeNumberField("nanos", nanos);
            if (times.getTotalCount() > 0) {
                json.writeNumberField("p50", times.getValueAtPercentile(50));
                json.writeNumberField("p90", times.getValueAtPercentile(90));
                json.writeNumberField("p99", times.getValueAtPercentile(99));
                json.writeNumberField("p999", times.getValueAtPercentile(99.9));
                json.writeNumberField("max", times.getMaxValue());
            }
            json.writeNumberField("allocated", allocated);
            for (Map.Entry<String, LongSupplier> count : counts.entrySet()) {
                json.writeNumberField(count.getKey(), count.getValue().getAsLong() - countsAtStart.getOrDefault(count.getKey(), 0L));
            }
            for (Map.Entry<String, LongSupplier> gauge : gauges.entrySet()) {
                json.writeNumberField(gauge.getKey(), gauge.getValue().getAsLong());
            }
            for (Map.Entry<String, String> note : notes.entrySet()) {
                json.writeStringField(note.getKey(), note.getValue());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
