/**
 * The Majordomo family on the wire: one sealed model of {@linkplain io.generaldomo.gdp.protocol.Command commands}, one codec for each
 * {@linkplain io.generaldomo.gdp.protocol.Dialect dialect}, packing for single-part sockets, detection.
 *
 * <p>Shared by broker, client and worker; not exported. All of it is stateless, except {@link io.generaldomo.gdp.protocol.Body}, which is
 * reference-counted.
 */
@NullMarked
package io.generaldomo.gdp.protocol;

import org.jspecify.annotations.NullMarked;
