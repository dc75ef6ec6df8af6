package io.generaldomo.examples.admin;

import io.generaldomo.gdp.broker.BrokerSnapshot;

/**
 * A service and its last second.
 *
 * @param service how it is doing
 * @param requests accepted a second
 * @param replies replied to a second
 * @param failures requests that were refused or ended without a reply, a second
 * @param p50 milliseconds from acceptance to reply that half of the replies took at most; 0 if there were none
 * @param p99 the same of 99 in 100
 */
record ServiceLine(BrokerSnapshot.Service service, double requests, double replies, double failures, double p50, double p99) {
    /** How much there is to see. */
    double activity() {
        return requests + replies + failures + service.load().queued() + service.load().busy();
    }
}
