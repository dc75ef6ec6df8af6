/**
 * What client and worker share: a connection to a broker that comes back after a loss, and speaks in commands. And what all three share: how a
 * connection fails.
 */
@NullMarked
package io.generaldomo.gdp.connection;

import org.jspecify.annotations.NullMarked;
