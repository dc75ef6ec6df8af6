package io.generaldomo.examples.config;

import io.generaldomo.examples.keys.AdminToken;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * Where the admin pages are, and who may change something there.
 *
 * @param bind where to bind them; unresolved if there is no such host
 * @param token what it takes to change something; nothing if nobody may
 */
public record AdminSetup(InetSocketAddress bind, Optional<AdminToken> token) {}
