package io.generaldomo.gdp.broker;

import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;

/** Virtual time: what is to happen happens in its order, and at once. */
final class SimTime {
    /** Begins near the end of the range, so that each comparison of instants is tested for overflow. */
    private static final long START = Long.MAX_VALUE - TimeUnit.SECONDS.toNanos(30);

    private record Event(long time, long number, Runnable what) {}

    // Instants may overflow, so they are compared by their difference.
    private final PriorityQueue<Event> events = new PriorityQueue<>(SimTime::compare);
    private long now = START;
    private long number;

    private static int compare(Event one, Event other) {
        int byTime = Long.signum(one.time - other.time);
        return byTime != 0 ? byTime : Long.compare(one.number, other.number);
    }

    long now() {
        return now;
    }

    long millis() {
        return TimeUnit.NANOSECONDS.toMillis(now - START);
    }

    void after(long millis, Runnable what) {
        at(now + TimeUnit.MILLISECONDS.toNanos(millis), what);
    }

    void at(long time, Runnable what) {
        events.add(new Event(time - now < 0 ? now : time, number++, what));
    }

    /** Lets the next thing happen. */
    void step() {
        Event event = events.remove();
        now = event.time;
        event.what.run();
    }
}
