package io.generaldomo.examples.admin;

import io.generaldomo.gdp.broker.BrokerSnapshot;
import java.util.List;

/**
 * The broker at the end of a second.
 *
 * @param broker how it is doing
 * @param services its services, as many as the snapshot has
 * @param total all services together; the service of it is none
 */
record LiveSample(BrokerSnapshot broker, List<ServiceLine> services, ServiceLine total) {}
