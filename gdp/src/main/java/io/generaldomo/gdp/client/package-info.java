/**
 * The client: asks services by name, through a broker. {@link io.generaldomo.gdp.client.GdpClient} is the one door.
 */
@NullMarked
package io.generaldomo.gdp.client;

import org.jspecify.annotations.NullMarked;
