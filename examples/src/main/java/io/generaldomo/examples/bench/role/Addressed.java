package io.generaldomo.examples.bench.role;

import io.generaldomo.zmtp.RoutingId;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.socket.ZmtpSocket;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

/**
 * A socket that addresses each peer: ROUTER or SERVER. Thread-safe.
 *
 * @param socket binds and closes
 * @param sender sends a message to a peer, consuming it
 */
record Addressed(ZmtpSocket socket, BiFunction<RoutingId, ZmtpMessage, CompletableFuture<Void>> sender) {}
