/**
 * The worker: serves requests for a service. {@link io.generaldomo.gdp.worker.GdpWorker} is the one door.
 */
@NullMarked
package io.generaldomo.gdp.worker;

import org.jspecify.annotations.NullMarked;
