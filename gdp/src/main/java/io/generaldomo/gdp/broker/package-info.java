/**
 * The broker: {@code GdpBroker} and its configuration; behind it {@code BrokerCore}, a single-threaded state machine that knows neither
 * channels nor clocks, with its services, workers, requests and leases.
 */
@NullMarked
package io.generaldomo.gdp.broker;

import org.jspecify.annotations.NullMarked;
