/**
 * The octets of ZMTP 3.x, one class for each element of the grammar in RFC 23/ZMTP and 37/ZMTP: greeting, frame header, command, metadata.
 *
 * <p>Static and stateless: octets to values and back. Nothing here knows of channels. Malformed input is answered with a
 * {@link io.generaldomo.zmtp.ZmtpException}.
 */
@NullMarked
package io.generaldomo.zmtp.wire;

import org.jspecify.annotations.NullMarked;
