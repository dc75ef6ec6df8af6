/**
 * Datagrams: messages that RADIO sends to DISH over UDP, one datagram each, with no connection and no handshake (48/RADISH as libzmq carries it), and
 * those of DGRAM, which are anybody's.
 *
 * <p>To a socket such a channel looks like a connection whose handshake was completed when it was opened: a RADIO has one for each address that it
 * connects to, a DISH one for each that it binds, and a DGRAM one for the one that it binds, whoever sends there.
 */
@NullMarked
package io.generaldomo.zmtp.transport.udp;

import org.jspecify.annotations.NullMarked;
