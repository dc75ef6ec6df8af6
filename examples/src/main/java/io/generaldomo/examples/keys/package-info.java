/** Files with keys in them. */
@NullMarked
package io.generaldomo.examples.keys;

import org.jspecify.annotations.NullMarked;
