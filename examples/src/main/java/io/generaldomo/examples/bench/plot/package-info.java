/** Pictures of what was measured, as SVG and as PNG. */
@NullMarked
package io.generaldomo.examples.bench.plot;

import org.jspecify.annotations.NullMarked;
