package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.ZmtpMessage;

/**
 * A message and where it came from. Whoever takes it owns the message and releases it.
 *
 * @param from the peer that sent it; it may have left since
 * @param message what it sent
 */
public record Received(SocketPeer from, ZmtpMessage message) {}
