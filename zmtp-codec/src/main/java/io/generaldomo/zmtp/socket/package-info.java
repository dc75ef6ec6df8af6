/**
 * Sockets: what a pattern does with messages over any number of connections (RFC 28/REQREP, 30/PIPELINE, 41/CLISRV).
 *
 * <pre>
 *  ZmtpServer  ZmtpRouter     one peer is addressed by its routing id      AddressedPattern
 *  ZmtpClient  ZmtpDealer
 *  ZmtpPush                   peers take turns                             BalancedPattern  \
 *  ZmtpReq                    peers take turns, one request at a time      RequestPattern   /  LoadBalancer
 *  ZmtpRep                    requests are served in turn                  ReplyPattern        FairQueue
 *  ZmtpPull                   takes what comes                             ReceivingPattern
 *                 |
 *           SocketKernel      binds, connects, closes; knows who is connected (RoutingTable)
 *                 |
 *               Link          the queue towards one peer; LinkHandler and LivePeer are one connection of it
 * </pre>
 *
 * <p>A socket lives on one event loop: everything below its public methods is confined to it, so nothing there takes a lock. The public methods
 * may be called from any thread. {@link io.generaldomo.zmtp.socket.SocketListener} receives on that event loop;
 * {@link io.generaldomo.zmtp.socket.Inbox} is a listener that hands messages to threads of the application.
 */
@NullMarked
package io.generaldomo.zmtp.socket;

import org.jspecify.annotations.NullMarked;
