/**
 * The broker's admin pages over HTTP: health, metrics, JSON, and a dashboard that is live. Reads of the broker only what {@code GdpBroker} and its observers tell
 * everybody.
 */
@NullMarked
package io.generaldomo.examples.admin;

import org.jspecify.annotations.NullMarked;
