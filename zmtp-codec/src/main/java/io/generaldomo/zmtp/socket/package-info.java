/**
 * Sockets: what a pattern does with messages over any number of connections (RFC 28/REQREP, 29/PUBSUB,
 * 30/PIPELINE, 31/EXPAIR, 41/CLISRV, 48/RADISH, 49/SCATGAT, 51/P2P, 52/CHANNEL).
 *
 * <pre>
 *  ZmtpServer  ZmtpRouter  ZmtpPeerSocket   one peer is addressed by its routing id   AddressedPattern
 *  ZmtpStream                               the same, without ZMTP                    StreamPattern
 *  ZmtpClient  ZmtpDealer
 *  ZmtpPush    ZmtpScatter                  peers take turns                          BalancedPattern    \
 *  ZmtpPair    ZmtpChannel ZmtpDgram        there is one peer                         ExclusivePattern    | LoadBalancer
 *  ZmtpReq                                  peers take turns, one request at a time   RequestPattern     /
 *  ZmtpRep                                  requests are served in turn               ReplyPattern         FairQueue
 *  ZmtpPull    ZmtpGather                   takes what comes                          ReceivingPattern
 *  ZmtpPub     ZmtpXpub    ZmtpRadio        all who have subscribed get it            PublishingPattern    Subscriptions, PrefixTree
 *  ZmtpSub     ZmtpXsub                     takes what it has subscribed to           SubscribingPattern   PrefixTree
 *  ZmtpDish                                 takes what goes to its groups             DishPattern
 *                 |
 *           SocketKernel      opens and closes (Endpoints, Closing); knows who is connected (RoutingTable)
 *                 |
 *               Link          the queue towards one peer; LinkHandler and LivePeer are one connection of it
 * </pre>
 *
 * <p>A socket lives on one event loop: everything below its public methods is confined to it, so nothing there takes a lock. The public methods
 * may be called from any thread. {@link io.generaldomo.zmtp.socket.SocketListener} receives on that event loop;
 * {@link io.generaldomo.zmtp.socket.Inbox} is a listener that hands messages to threads of the application, and
 * {@link io.generaldomo.zmtp.socket.Inboxes} waits on several. {@link io.generaldomo.zmtp.socket.BlockingSocket} stands on these and on the futures
 * that sending gives, and {@link io.generaldomo.zmtp.socket.ZmtpProxy} on two of it.
 */
@NullMarked
package io.generaldomo.zmtp.socket;

import org.jspecify.annotations.NullMarked;
