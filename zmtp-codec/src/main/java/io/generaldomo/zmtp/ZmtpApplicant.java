package io.generaldomo.zmtp;

import java.net.SocketAddress;

/**
 * A peer that wants to be let in.
 *
 * @param credentials what it shows of itself
 * @param address where it is
 */
public record ZmtpApplicant(ZmtpCredentials credentials, SocketAddress address) {}
