package io.generaldomo.zmtp.handler;

import io.generaldomo.zmtp.ZmtpPeer;

/**
 * The user event that a pipeline fires once, when both sides have sent READY and before the first message arrives.
 *
 * @param peer what the handshake told about the peer
 */
public record ZmtpHandshakeCompleted(ZmtpPeer peer) {}
