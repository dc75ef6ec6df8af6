/**
 * The roles that are measured, JeroMQ's: each in a process of its own, begun by {@link io.generaldomo.examples.bench.jeromq.JeroMqRole#main}. Blocking calls
 * on a thread of the application, and {@code zmq.Msg} instead of arrays, which saves it a copy.
 */
@NullMarked
package io.generaldomo.examples.bench.jeromq;

import org.jspecify.annotations.NullMarked;
