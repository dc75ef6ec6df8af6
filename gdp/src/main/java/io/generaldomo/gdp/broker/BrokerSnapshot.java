package io.generaldomo.gdp.broker;

import io.generaldomo.gdp.ServiceName;
import io.generaldomo.zmtp.SocketType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a broker is doing at one instant. Immutable and thread-safe.
 *
 * @param version of this software
 * @param instance which run of it
 * @param uptime since it started
 * @param draining whether it accepts nothing any more
 * @param underWay accepted requests that have not ended
 * @param queued those of them that wait for a worker
 * @param queuedOctets octets of their bodies
 * @param workerCount registered workers
 * @param serviceCount services that have a worker or a request
 * @param services these services, the oldest first, up to {@link #MOST_SERVICES}
 * @param others what all further ones have together
 * @param connections the connections, by the type of socket that the peers announced
 * @param refusedConnections connections that were closed at once since the start of the event loops, as there were too many
 * @param loopLag how late the event loop came to this; zero if nobody {@linkplain BrokerConfig#withObserver observes} the broker
 * @param directMemory octets that the allocator of the connections holds outside the heap; empty if it does not tell
 */
public record BrokerSnapshot(
        String version,
        String instance,
        Duration uptime,
        boolean draining,
        long underWay,
        long queued,
        long queuedOctets,
        int workerCount,
        int serviceCount,
        List<Service> services,
        Load others,
        List<Connections> connections,
        long refusedConnections,
        Duration loopLag,
        OptionalLong directMemory) {
    /** Services in a snapshot: it is made between two steps of the broker's work. */
    public static final int MOST_SERVICES = 1000;

    /**
     * A service.
     *
     * @param name its name
     * @param load what there is of it
     * @param served requests that were replied to, since its first worker or request came
     * @param expired requests that waited too long
     * @param redispatched requests given to another worker after one was lost with it
     * @param failed requests that ended otherwise, those not counted whose client left
     */
    public record Service(ServiceName name, Load load, long served, long expired, long redispatched, long failed) {}

    /**
     * What waits, and who works.
     *
     * @param queued requests that wait
     * @param queuedOctets octets of their bodies
     * @param oldest how long the oldest of them has waited
     * @param idle workers that hold no request
     * @param busy workers that hold one
     */
    public record Load(long queued, long queuedOctets, Duration oldest, int idle, int busy) {
        /** Nothing and nobody. */
        public static final Load NONE = new Load(0, 0, Duration.ZERO, 0, 0);

        /**
         * This and another load together.
         *
         * @param other the other one
         * @return the sums; of the ages, the higher one
         */
        public Load plus(Load other) {
            return new Load(
                    queued + other.queued,
                    queuedOctets + other.queuedOctets,
                    oldest.compareTo(other.oldest) > 0 ? oldest : other.oldest,
                    idle + other.idle,
                    busy + other.busy);
        }
    }

    /**
     * The connections of one kind.
     *
     * @param socketType what the peers announced; empty for those that announced nothing
     * @param open connections whose handshake is done
     * @param opened how many there have been, these included
     * @param octetsIn octets read from all of them
     * @param octetsOut octets written to all of them
     * @param messagesIn messages read
     * @param messagesOut messages written
     * @param unwritable for how long peers did not take what they were sent, all added up
     */
    public record Connections(
            Optional<SocketType> socketType,
            int open,
            long opened,
            long octetsIn,
            long octetsOut,
            long messagesIn,
            long messagesOut,
            Duration unwritable) {}
}
