/**
 * CURVE for the conformance kit (26/CURVEZMQ): slow, plain, and its own, with X25519 from the JDK. Not for anything but tests: it does not take
 * constant time.
 */
@NullMarked
package io.generaldomo.spec.conformance.curve;

import org.jspecify.annotations.NullMarked;
