package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.RoutingId;
import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpMessage;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Our own sockets. */
record OwnStation(ZmtpSocket socket, BiConsumer<Object, ZmtpMessage> sender, Supplier<Arrival> receiver) implements Station {

    static OwnStation of(SocketType type, SocketOptions options) {
        Inbox inbox = new Inbox();
        return switch (type) {
            case SERVER -> {
                ZmtpServer server = ZmtpServer.open(options, inbox);
                yield new OwnStation(server, (to, message) -> done(server.send((RoutingId) to, message)), () -> take(inbox));
            }
            case ROUTER -> {
                ZmtpRouter router = ZmtpRouter.open(options, inbox);
                yield new OwnStation(router, (to, message) -> done(router.send((RoutingId) to, message)), () -> take(inbox));
            }
            case CLIENT -> {
                ZmtpClient client = ZmtpClient.open(options, inbox);
                yield new OwnStation(client, (to, message) -> done(client.send(message)), () -> take(inbox));
            }
            case DEALER -> {
                ZmtpDealer dealer = ZmtpDealer.open(options, inbox);
                yield new OwnStation(dealer, (to, message) -> done(dealer.send(message)), () -> take(inbox));
            }
            case PUSH -> {
                ZmtpPush push = ZmtpPush.open(options, PeerListener.NONE);
                yield new OwnStation(push, (to, message) -> done(push.send(message)), OwnStation::none);
            }
            case PULL -> new OwnStation(ZmtpPull.open(options, inbox), (to, message) -> none(), () -> take(inbox));
            case REQ -> req(options);
            case REP -> rep(options);
            default -> throw new IllegalArgumentException(type.name());
        };
    }

    private static Arrival none() {
        throw new UnsupportedOperationException("one way only");
    }

    private static OwnStation req(SocketOptions options) {
        ZmtpReq req = ZmtpReq.open(options);
        BlockingQueue<CompletableFuture<ZmtpMessage>> replies = new LinkedBlockingQueue<>();
        return new OwnStation(
                req, (to, message) -> replies.add(req.request(message)), () -> arrival(replies, done(replies.remove())));
    }

    private static OwnStation rep(SocketOptions options) {
        record Task(ZmtpMessage request, CompletableFuture<ZmtpMessage> reply) {}
        BlockingQueue<Task> tasks = new LinkedBlockingQueue<>();
        ZmtpRep rep = ZmtpRep.open(options, request -> {
            Task task = new Task(request, new CompletableFuture<>());
            tasks.add(task);
            return task.reply;
        });
        return new OwnStation(rep, (to, message) -> ((Task) to).reply.complete(message), () -> {
            Task task = poll(tasks);
            return arrival(task, task.request);
        });
    }

    private static <T> T poll(BlockingQueue<T> queue) {
        try {
            return Objects.requireNonNull(queue.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS), "nothing came");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Arrival take(Inbox inbox) {
        try {
            Received received = inbox.poll(PATIENCE).orElseThrow(() -> new AssertionError("no message came"));
            return arrival(received.from().routingId(), received.message());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Arrival arrival(Object from, ZmtpMessage message) {
        List<byte[]> parts = IntStream.range(0, message.size()).mapToObj(message::bytes).toList();
        message.release();
        return new Arrival(from, parts);
    }

    static <T> T done(CompletableFuture<T> future) {
        return future.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    @Override
    public String bind() {
        return done(socket.bind("tcp://127.0.0.1:*")).toString();
    }

    @Override
    public void connect(String endpoint) {
        socket.connect(endpoint);
    }

    @Override
    public void send(Object to, List<byte[]> parts) {
        sender.accept(to, ZmtpMessage.copyOf(parts.toArray(byte[][]::new)));
    }

    @Override
    public Arrival receive() {
        return receiver.get();
    }

    @Override
    public void close() {
        socket.close();
    }
}
