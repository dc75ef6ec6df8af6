/**
 * Cases for peers that speak ZMTP over WebSocket (45/ZWS 2.0, RFC 6455); {@link io.generaldomo.spec.conformance.zws.ZwsSuite} has all of them. A
 * peer that listens is asked for an upgrade, one that connects is given it.
 */
@NullMarked
package io.generaldomo.spec.conformance.zws;

import org.jspecify.annotations.NullMarked;
