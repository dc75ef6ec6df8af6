package io.generaldomo.examples.conform;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.generaldomo.zmtp.RoutingId;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.socket.PeerListener;
import io.generaldomo.zmtp.socket.PublishOptions;
import io.generaldomo.zmtp.socket.SocketListener;
import io.generaldomo.zmtp.socket.SocketOptions;
import io.generaldomo.zmtp.socket.SocketPeer;
import io.generaldomo.zmtp.socket.XpubOptions;
import io.generaldomo.zmtp.socket.ZmtpChannel;
import io.generaldomo.zmtp.socket.ZmtpClient;
import io.generaldomo.zmtp.socket.ZmtpDealer;
import io.generaldomo.zmtp.socket.ZmtpDish;
import io.generaldomo.zmtp.socket.ZmtpGather;
import io.generaldomo.zmtp.socket.ZmtpPair;
import io.generaldomo.zmtp.socket.ZmtpPeerSocket;
import io.generaldomo.zmtp.socket.ZmtpPub;
import io.generaldomo.zmtp.socket.ZmtpPull;
import io.generaldomo.zmtp.socket.ZmtpPush;
import io.generaldomo.zmtp.socket.ZmtpRadio;
import io.generaldomo.zmtp.socket.ZmtpRep;
import io.generaldomo.zmtp.socket.ZmtpReq;
import io.generaldomo.zmtp.socket.ZmtpRouter;
import io.generaldomo.zmtp.socket.ZmtpScatter;
import io.generaldomo.zmtp.socket.ZmtpServer;
import io.generaldomo.zmtp.socket.ZmtpSocket;
import io.generaldomo.zmtp.socket.ZmtpSub;
import io.generaldomo.zmtp.socket.ZmtpXpub;
import io.generaldomo.zmtp.socket.ZmtpXsub;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Opens our sockets, with what the suite expects to sit on each: an echo where the type can, a publisher of topics, a subscriber, one that asks. */
final class OwnSockets {
    private OwnSockets() {}

    /** Replies to what comes; its socket is known after it was opened. */
    private static final class Echo<S extends ZmtpSocket> implements SocketListener {
        private final CompletableFuture<S> socket = new CompletableFuture<>();
        private final Reply<S> reply;

        Echo(Reply<S> reply) {
            this.reply = reply;
        }

        @Override
        public void onMessage(SocketPeer from, ZmtpMessage message) {
            socket.thenAccept(opened -> reply.send(opened, from.routingId(), message));
        }
    }

    /** What is done with a message, whose reference it has. */
    @FunctionalInterface
    private interface Reply<S> {
        void send(S socket, RoutingId to, ZmtpMessage message);
    }

    private static <S extends ZmtpSocket> S echoing(Function<SocketListener, S> opening, Reply<S> reply) {
        Echo<S> echo = new Echo<>(reply);
        S opened = opening.apply(echo);
        echo.socket.complete(opened);
        return opened;
    }

    private static <S extends ZmtpSocket> S taking(Function<SocketListener, S> opening) {
        return echoing(opening, (socket, from, message) -> message.release());
    }

    /** Opens a socket that is neither bound nor connected. */
    static ZmtpSocket open(String type, SocketOptions options) {
        return switch (type) {
            case "ROUTER" -> echoing(echo -> ZmtpRouter.open(options, echo), ZmtpRouter::send);
            case "SERVER" -> echoing(echo -> ZmtpServer.open(options, echo), ZmtpServer::send);
            case "PEER" -> echoing(echo -> ZmtpPeerSocket.open(options, echo), ZmtpPeerSocket::send);
            case "DEALER" -> echoing(echo -> ZmtpDealer.open(options, echo), (socket, to, message) -> socket.send(message));
            case "CLIENT" -> echoing(echo -> ZmtpClient.open(options, echo), (socket, to, message) -> socket.send(message));
            case "PAIR" -> echoing(echo -> ZmtpPair.open(options, echo), (socket, to, message) -> socket.send(message));
            case "CHANNEL" -> echoing(echo -> ZmtpChannel.open(options, echo), (socket, to, message) -> socket.send(message));
            case "XPUB" -> publishing(options);
            case "PULL" -> taking(taker -> ZmtpPull.open(options, taker));
            case "GATHER" -> taking(taker -> ZmtpGather.open(options, taker));
            case "SUB" -> subscribed(taking(taker -> ZmtpSub.open(options, taker)));
            case "XSUB" -> subscribedByMessage(taking(taker -> ZmtpXsub.open(options, taker)));
            case "DISH" -> joined(taking(taker -> ZmtpDish.open(options, taker)));
            case "PUB" -> ZmtpPub.open(options, PeerListener.NONE);
            case "RADIO" -> ZmtpRadio.open(options, PeerListener.NONE);
            case "PUSH" -> ZmtpPush.open(options, PeerListener.NONE);
            case "SCATTER" -> ZmtpScatter.open(options, PeerListener.NONE);
            case "REP" -> ZmtpRep.open(options, CompletableFuture::completedFuture);
            case "REQ" -> asking(ZmtpReq.open(options));
            default -> throw new IllegalArgumentException(type);
        };
    }

    /** Publishes the topic of each subscription, and of each that is taken back. */
    private static ZmtpSocket publishing(SocketOptions options) {
        XpubOptions all = new XpubOptions(XpubOptions.Report.EVERYTHING, XpubOptions.Decision.SOCKET);
        return echoing(echo -> ZmtpXpub.open(options, PublishOptions.DEFAULT, all, echo), (socket, from, message) -> {
            int octets = message.part(0).readableBytes();
            if (octets > 0) {
                byte[] topic = new byte[octets - 1];
                message.part(0).getBytes(message.part(0).readerIndex() + 1, topic);
                socket.send(ZmtpMessage.copyOf(topic));
            }
            message.release();
        });
    }

    private static ZmtpSub subscribed(ZmtpSub sub) {
        sub.subscribe("topic");
        return sub;
    }

    private static ZmtpXsub subscribedByMessage(ZmtpXsub xsub) {
        xsub.send(ZmtpMessage.copyOf("\u0001topic".getBytes(UTF_8)));
        return xsub;
    }

    private static ZmtpDish joined(ZmtpDish dish) {
        dish.join("group");
        return dish;
    }

    private static ZmtpReq asking(ZmtpReq req) {
        req.request(ZmtpMessage.copyOf("question".getBytes(UTF_8))).thenAccept(ZmtpMessage::release);
        return req;
    }
}
