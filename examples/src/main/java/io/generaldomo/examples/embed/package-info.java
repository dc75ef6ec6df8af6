/**
 * Small programs that have a broker, a client, a worker or a bare ZMTP channel inside, each to be read in a minute and run by its {@code main}.
 */
@NullMarked
package io.generaldomo.examples.embed;

import org.jspecify.annotations.NullMarked;
