/**
 * A soak: a broker with CURVE, peers that come and go, others that attack it, and a look at what is left afterwards.
 */
@NullMarked
package io.generaldomo.examples.soak;

import org.jspecify.annotations.NullMarked;
