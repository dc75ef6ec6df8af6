package io.generaldomo.gdp.broker;

/** What became of the requests to one service, since its first worker or request came. Confined to the broker's event loop. */
final class ServiceCounts {
    long served;
    long expired;
    long redispatched;
    long failed;
}
