/** The table of what we want to reach and what we have reached: claims, each measured beside those whom it names. */
@NullMarked
package io.generaldomo.examples.bench.compare;

import org.jspecify.annotations.NullMarked;
