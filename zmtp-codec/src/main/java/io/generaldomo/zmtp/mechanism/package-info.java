/**
 * Security mechanisms as pure state machines: a command in, a {@link io.generaldomo.zmtp.mechanism.Step} out. Nothing here knows of channels,
 * threads or clocks (RFC 37/ZMTP, "Security Mechanism").
 */
@NullMarked
package io.generaldomo.zmtp.mechanism;

import org.jspecify.annotations.NullMarked;
