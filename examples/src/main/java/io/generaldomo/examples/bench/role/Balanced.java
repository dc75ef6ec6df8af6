package io.generaldomo.examples.bench.role;

import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.socket.ZmtpSocket;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * A socket that sends to whoever's turn it is: DEALER or CLIENT. Thread-safe.
 *
 * @param socket connects and closes
 * @param sender sends a message, consuming it
 */
record Balanced(ZmtpSocket socket, Function<ZmtpMessage, CompletableFuture<Void>> sender) {}
