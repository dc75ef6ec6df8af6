/**
 * The values that every layer of the ZMTP codec shares: messages, limits, configuration, and what a handshake tells about a peer.
 *
 * <p>Everything here is immutable and thread-safe, except {@link io.generaldomo.zmtp.ZmtpMessage}, which is reference-counted.
 */
@NullMarked
package io.generaldomo.zmtp;

import org.jspecify.annotations.NullMarked;
