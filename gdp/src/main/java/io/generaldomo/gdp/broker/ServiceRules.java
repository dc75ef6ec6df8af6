package io.generaldomo.gdp.broker;

import org.jspecify.annotations.Nullable;

/**
 * A {@link ServicePolicy} as the core keeps to it.
 *
 * @param policy what the operator wants
 * @param patience how long requests wait
 * @param processing how long a worker may have one; null if it may for any time
 */
record ServiceRules(ServicePolicy policy, Lease.Term<Request> patience, Lease.@Nullable Term<Holding> processing) {}
