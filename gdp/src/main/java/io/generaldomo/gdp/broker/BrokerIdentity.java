package io.generaldomo.gdp.broker;

/**
 * Which software a broker is, and which run of it.
 *
 * @param version of this software
 * @param instance 32 hexadecimal digits that no other run has
 */
record BrokerIdentity(String version, String instance) {}
