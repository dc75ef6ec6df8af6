/**
 * Endpoints and connections: where to bind, where to connect, on which event loop, and how to come back after a loss.
 *
 * <p>{@link io.generaldomo.zmtp.transport.ZmtpTransport} opens channels that speak ZMTP; what happens on them is up to the handler that the
 * caller adds. {@link io.generaldomo.zmtp.transport.Scheme} lists what there is beneath ZMTP: TCP, TLS, WebSocket, Unix domain sockets, memory; and UDP,
 * which has no connections and no ZMTP. What these
 * need to know beside an address stands in {@link io.generaldomo.zmtp.transport.TransportOptions}.
 */
@NullMarked
package io.generaldomo.zmtp.transport;

import org.jspecify.annotations.NullMarked;
