/**
 * What a broker can be told: {@link io.generaldomo.examples.config.Settings} is the table of it, and the file, the environment, the flags, what is
 * shown and what is documented follow from the table.
 */
@NullMarked
package io.generaldomo.examples.config;

import org.jspecify.annotations.NullMarked;
