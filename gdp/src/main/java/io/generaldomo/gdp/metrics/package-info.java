/**
 * Metrics of brokers, clients and workers for Micrometer. The only package that needs {@code io.micrometer:micrometer-core}, which whoever uses it brings; the
 * names of all meters stand in this module's README.
 */
@org.jspecify.annotations.NullMarked
package io.generaldomo.gdp.metrics;
