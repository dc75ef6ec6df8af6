/** The roles of NATS that are measured: its server in the place of a broker, and workers and requesters over its own client for Java. */
@NullMarked
package io.generaldomo.examples.bench.nats;

import org.jspecify.annotations.NullMarked;
