package io.generaldomo.zmtp.transport;

import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import io.netty.util.concurrent.Ticker;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Says in the log why connections of a bound endpoint ended: one line for each, with {@code peer} and {@code cause} as key-values.
 *
 * <p>Who connects again and again cannot fill the log: one address gets five lines at once and one a minute after that, all addresses
 * together a hundred at once and one a second. Lines that are left out are counted, and the next line says how many there were, with
 * {@code suppressed} as a key-value.
 *
 * <p>Confined to the event loop of its endpoint. What it is given to say must not contain octets that a peer chose, unless they are escaped.
 */
public final class FailureLog {
    private static final Logger log = LoggerFactory.getLogger(FailureLog.class);
    private static final AttributeKey<FailureLog> KEY = AttributeKey.valueOf(FailureLog.class, "endpoint");
    private static final int BURST = 5;
    private static final int BURST_OF_ALL = 100;
    private static final int MOST_ADDRESSES = 1000;
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private static final class Budget {
        private final TokenBucket bucket;
        private long suppressed;

        private Budget(int burst, long period, long now) {
            bucket = new TokenBucket(burst, period, now);
        }
    }

    private final Ticker ticker;
    private final Budget all;
    private final Map<Origin, Budget> origins = new LinkedHashMap<>(16, 0.75f, true);

    FailureLog(Ticker ticker) {
        this.ticker = ticker;
        this.all = new Budget(BURST_OF_ALL, SECOND, ticker.nanoTime());
    }

    /**
     * The log of the bound endpoint that accepted a connection.
     *
     * @param channel a connection
     * @return the log of its endpoint; one of its own if {@link ZmtpTransport} did not accept it
     */
    public static FailureLog of(Channel channel) {
        FailureLog present = channel.attr(KEY).get();
        if (present != null) {
            return present;
        }
        FailureLog own = new FailureLog(channel.eventLoop().ticker());
        own.keepFor(channel);
        return own;
    }

    void keepFor(Channel channel) {
        channel.attr(KEY).set(this);
    }

    /**
     * Says that a connection was closed because of its peer.
     *
     * @param channel the connection
     * @param cause the kind of failure, such as a constant's name
     * @param why the rest of the line
     */
    public void tell(Channel channel, String cause, String why) {
        tell(Level.WARN, channel.remoteAddress(), cause, why);
    }

    void tell(Level level, @Nullable SocketAddress peer, String cause, String why) {
        long now = ticker.nanoTime();
        Budget budget = budget(Origin.of(peer), now);
        // One's own budget first: an address that has used it up takes nothing of what all share.
        if (!budget.bucket.take(now)) {
            budget.suppressed++;
            return;
        }
        if (!all.bucket.take(now)) {
            all.suppressed++;
            return;
        }
        long suppressed = budget.suppressed + all.suppressed;
        budget.suppressed = 0;
        all.suppressed = 0;
        var line = log.atLevel(level).addKeyValue("peer", text(peer)).addKeyValue("cause", cause);
        if (suppressed == 0) {
            line.log("{}: connection closed: {}", text(peer), why);
        } else {
            line.addKeyValue("suppressed", suppressed)
                    .log("{}: connection closed: {} ({} such lines were left out)", text(peer), why, suppressed);
        }
    }

    /** An address that is forgotten leaves its count to all. */
    private Budget budget(Origin origin, long now) {
        Budget present = origins.get(origin);
        if (present != null) {
            return present;
        }
        if (origins.size() >= MOST_ADDRESSES) {
            var eldest = origins.entrySet().iterator();
            all.suppressed += eldest.next().getValue().suppressed;
            eldest.remove();
        }
        Budget fresh = new Budget(BURST, MINUTE, now);
        origins.put(origin, fresh);
        return fresh;
    }

    static String text(@Nullable SocketAddress peer) {
        if (peer instanceof InetSocketAddress internet) {
            return Endpoint.of(internet).toString();
        }
        return peer == null ? "a peer that has gone" : "a peer on this machine";
    }
}
