/**
 * What {@code generaldomo top} shows: looks at a broker, what changed between two of them, and a screen of it. No clock, no terminal and no broker is
 * here: the command has these.
 */
@NullMarked
package io.generaldomo.examples.top;

import org.jspecify.annotations.NullMarked;
