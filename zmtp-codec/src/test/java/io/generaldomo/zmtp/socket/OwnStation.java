package io.generaldomo.zmtp.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.zmtp.RoutingId;
import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Our own sockets. */
record OwnStation(ZmtpSocket socket, BiFunction<Object, ZmtpMessage, CompletableFuture<Void>> sender, Function<Duration, Arrival> receiver)
        implements Station {
    /** To whom a PEER that connects sends what it has nobody to send to by. */
    private static final Map<ZmtpSocket, RoutingId> PEERS = new ConcurrentHashMap<>();

    static OwnStation of(SocketType type, SocketOptions options) {
        Inbox inbox = new Inbox();
        return switch (type) {
            case SERVER -> {
                ZmtpServer server = ZmtpServer.open(options, inbox);
                yield new OwnStation(server, (to, message) -> server.send((RoutingId) to, message), patience -> take(inbox, patience));
            }
            case ROUTER -> {
                ZmtpRouter router = ZmtpRouter.open(options, inbox);
                yield new OwnStation(router, (to, message) -> router.send(name(to), message), patience -> take(inbox, patience));
            }
            case CLIENT -> {
                ZmtpClient client = ZmtpClient.open(options, inbox);
                yield new OwnStation(client, (to, message) -> client.send(message), patience -> take(inbox, patience));
            }
            case DEALER -> {
                ZmtpDealer dealer = ZmtpDealer.open(options, inbox);
                yield new OwnStation(dealer, (to, message) -> dealer.send(message), patience -> take(inbox, patience));
            }
            case PUSH -> {
                ZmtpPush push = ZmtpPush.open(options, PeerListener.NONE);
                yield new OwnStation(push, (to, message) -> push.send(message), OwnStation::none);
            }
            case PULL -> new OwnStation(ZmtpPull.open(options, inbox), (to, message) -> none(), patience -> take(inbox, patience));
            case PAIR -> {
                ZmtpPair pair = ZmtpPair.open(options, inbox);
                yield new OwnStation(pair, (to, message) -> pair.send(message), patience -> take(inbox, patience));
            }
            case CHANNEL -> {
                ZmtpChannel channel = ZmtpChannel.open(options, inbox);
                yield new OwnStation(channel, (to, message) -> channel.send(message), patience -> take(inbox, patience));
            }
            case PEER -> {
                ZmtpPeerSocket peer = ZmtpPeerSocket.open(options, inbox);
                yield new OwnStation(
                        peer,
                        (to, message) -> peer.send(to instanceof RoutingId id ? id : PEERS.get(peer), message),
                        patience -> take(inbox, patience));
            }
            case SCATTER -> {
                ZmtpScatter scatter = ZmtpScatter.open(options, PeerListener.NONE);
                yield new OwnStation(scatter, (to, message) -> scatter.send(message), OwnStation::none);
            }
            case GATHER -> new OwnStation(ZmtpGather.open(options, inbox), (to, message) -> none(), patience -> take(inbox, patience));
            case PUB -> {
                ZmtpPub pub = ZmtpPub.open(options, PeerListener.NONE);
                yield new OwnStation(pub, (to, message) -> pub.send(message), OwnStation::none);
            }
            case XPUB -> {
                ZmtpXpub xpub = ZmtpXpub.open(options, inbox);
                yield new OwnStation(xpub, (to, message) -> xpub.send(message), patience -> take(inbox, patience));
            }
            case RADIO -> {
                ZmtpRadio radio = ZmtpRadio.open(options, PeerListener.NONE);
                yield new OwnStation(radio, (to, message) -> radio.send(GROUP, message), OwnStation::none);
            }
            case SUB -> new OwnStation(ZmtpSub.open(options, inbox), (to, message) -> none(), patience -> take(inbox, patience));
            case DISH -> new OwnStation(ZmtpDish.open(options, inbox), (to, message) -> none(), patience -> takeBody(inbox, patience));
            case XSUB -> {
                ZmtpXsub xsub = ZmtpXsub.open(options, inbox);
                yield new OwnStation(xsub, (to, message) -> xsub.send(message), patience -> take(inbox, patience));
            }
            case STREAM -> {
                ZmtpStream stream = ZmtpStream.open(options, inbox);
                yield new OwnStation(stream, (to, message) -> stream.send((RoutingId) to, message), patience -> take(inbox, patience));
            }
            case DGRAM -> {
                ZmtpDgram dgram = ZmtpDgram.open(options, inbox);
                yield new OwnStation(dgram, (to, message) -> dgram.send(message), patience -> take(inbox, patience));
            }
            case REQ -> req(options);
            case REP -> rep(options);
        };
    }

    private static RoutingId name(Object to) {
        return to instanceof RoutingId id ? id : RoutingId.of((byte[]) to);
    }

    private static Arrival none(Duration patience) {
        return none();
    }

    private static <T> T none() {
        throw new UnsupportedOperationException("one way only");
    }

    private static OwnStation req(SocketOptions options) {
        ZmtpReq req = ZmtpReq.open(options);
        BlockingQueue<CompletableFuture<ZmtpMessage>> replies = new LinkedBlockingQueue<>();
        return new OwnStation(
                req,
                (to, message) -> {
                    replies.add(req.request(message));
                    return CompletableFuture.completedFuture(null);
                },
                patience -> arrival(replies, done(replies.remove(), patience)));
    }

    private static OwnStation rep(SocketOptions options) {
        record Task(ZmtpMessage request, CompletableFuture<ZmtpMessage> reply) {}
        BlockingQueue<Task> tasks = new LinkedBlockingQueue<>();
        ZmtpRep rep = ZmtpRep.open(options, request -> {
            Task task = new Task(request, new CompletableFuture<>());
            tasks.add(task);
            return task.reply;
        });
        return new OwnStation(
                rep,
                (to, message) -> {
                    ((Task) to).reply.complete(message);
                    return CompletableFuture.completedFuture(null);
                },
                patience -> {
                    Task task = poll(tasks, patience);
                    return arrival(task, task.request);
                });
    }

    private static <T> T poll(BlockingQueue<T> queue, Duration patience) {
        try {
            T next = queue.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            assertThat(next).as("what came in time").isNotNull();
            return next;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Arrival take(Inbox inbox, Duration patience) {
        try {
            Received received = inbox.poll(patience).orElseThrow(() -> new AssertionError("no message came"));
            return arrival(received.from().routingId(), received.message());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Arrival takeBody(Inbox inbox, Duration patience) {
        Arrival arrival = take(inbox, patience);
        return new Arrival(arrival.parts().get(0), arrival.parts().subList(1, arrival.parts().size()));
    }

    private static Arrival arrival(Object from, ZmtpMessage message) {
        List<byte[]> parts = IntStream.range(0, message.size()).mapToObj(message::bytes).toList();
        message.release();
        return new Arrival(from, parts);
    }

    static <T> T done(CompletableFuture<T> future) {
        return done(future, PATIENCE);
    }

    private static <T> T done(CompletableFuture<T> future, Duration patience) {
        return future.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS).join();
    }

    @Override
    public String bind(String wildcard) {
        return done(socket.bind(wildcard)).toString();
    }

    @Override
    public void connect(String endpoint) {
        if (socket instanceof ZmtpPeerSocket peer) {
            PEERS.put(peer, done(peer.connectPeer(endpoint)));
        } else {
            socket.connect(endpoint);
        }
    }

    @Override
    public void subscribe() {
        if (socket instanceof ZmtpSub sub) {
            sub.subscribe("");
        } else if (socket instanceof ZmtpDish dish) {
            dish.join(GROUP);
        } else {
            send("", List.of(new byte[] {1}));
        }
    }

    @Override
    public void send(Object to, List<byte[]> parts, Duration patience) {
        done(sender.apply(to, ZmtpMessage.copyOf(parts.toArray(byte[][]::new))), patience);
    }

    @Override
    public Arrival receive(Duration patience) {
        return receiver.apply(patience);
    }

    @Override
    public void close() {
        PEERS.remove(socket);
        socket.close();
    }
}
