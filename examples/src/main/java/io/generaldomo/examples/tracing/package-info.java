/** How to attach OpenTelemetry to a broker. Needs {@code io.opentelemetry:opentelemetry-api}, which is not on the class path of the command line. */
@NullMarked
package io.generaldomo.examples.tracing;

import org.jspecify.annotations.NullMarked;
