package io.generaldomo.spec.sniff.capture;

import java.time.Instant;

/**
 * A packet of a capture.
 *
 * @param time when it was captured
 * @param linkType what it begins with (LINKTYPE_ values)
 * @param octets what was captured of it
 */
record Packet(Instant time, int linkType, byte[] octets) {}
