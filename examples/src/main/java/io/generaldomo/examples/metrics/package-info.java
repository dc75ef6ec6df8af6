/** How a program that has a registry of Micrometer puts the meters of its broker, worker and client into it. */
@NullMarked
package io.generaldomo.examples.metrics;

import org.jspecify.annotations.NullMarked;
