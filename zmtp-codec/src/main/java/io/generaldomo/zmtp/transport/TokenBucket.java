package io.generaldomo.zmtp.transport;

/** Lets a number of events pass at once, and after that one in each period. Mutable, not thread-safe: its owner's event loop is its own. */
final class TokenBucket {
    private final int size;
    private final long period;
    private int tokens;
    private long filledUntil;

    TokenBucket(int size, long periodNanos, long now) {
        this.size = size;
        this.period = periodNanos;
        this.tokens = size;
        this.filledUntil = now;
    }

    boolean take(long now) {
        long periods = (now - filledUntil) / period;
        tokens = (int) Math.min(size, tokens + periods);
        filledUntil += periods * period;
        if (tokens == 0) {
            return false;
        }
        tokens--;
        return true;
    }

}
