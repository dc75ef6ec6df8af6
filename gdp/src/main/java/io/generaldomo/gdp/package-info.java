/**
 * The values that broker, client and worker share with their users: service names, messages, heartbeat policy, exceptions.
 *
 * <p>Everything here is immutable and thread-safe. Nothing here has a reference count, so that nobody who only uses
 * {@code GdpClient} or {@code GdpWorker} ever has to release anything.
 */
@NullMarked
package io.generaldomo.gdp;

import org.jspecify.annotations.NullMarked;
