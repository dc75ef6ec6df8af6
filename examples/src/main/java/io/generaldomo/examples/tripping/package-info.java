/**
 * How fast messages go round: the sockets of a client, a broker that only forwards, and a worker, after "tripping" of the ZeroMQ Guide.
 */
@NullMarked
package io.generaldomo.examples.tripping;

import org.jspecify.annotations.NullMarked;
