package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.transport.Endpoint;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * A socket for threads that may block, platform threads or virtual ones: the plain {@code send} and {@code receive} of other ZeroMQ libraries.
 *
 * <p>Of ROUTER, SERVER, PEER and STREAM the first part of a message is the peer's routing id, as {@link io.generaldomo.zmtp.RoutingId} has it: of the
 * latter three, four octets. RADIO sends a group and a body, DISH receives them; DGRAM sends and receives an address and a body. XPUB receives subscriptions, XSUB sends them. REQ and REP send and receive in
 * turn; a REQ that sends again gives up what it had asked.
 *
 * <p><b>Interruption.</b> A thread that waits and is interrupted gets an {@link InterruptedException}; a message that it was sending is taken back,
 * unless it was under way, and nothing that was to be received is lost.
 *
 * <p><b>Threads.</b> Thread-safe, except that a REQ or REP is for one thread at a time; it need not be the one that made it. No thread holds a lock
 * while it waits.
 *
 * <p><b>Ownership.</b> Who receives a message releases it; sending consumes one reference, also on failure.
 */
public final class BlockingSocket implements AutoCloseable {
    private final ZmtpSocket socket;
    private final Conversation conversation;

    private BlockingSocket(ZmtpSocket socket, Conversation conversation) {
        this.socket = socket;
        this.conversation = conversation;
    }

    /**
     * Makes a socket that is neither bound nor connected, with default options of its type.
     *
     * @param type any type
     * @param options how it behaves
     * @return an open socket, to be closed by the caller
     */
    public static BlockingSocket open(SocketType type, SocketOptions options) {
        Inbox inbox = new Inbox();
        return switch (type) {
            case REQ -> {
                ZmtpReq req = ZmtpReq.open(options);
                yield new BlockingSocket(req, new AskingConversation(req::request));
            }
            case REP -> {
                AnsweringConversation answering = new AnsweringConversation();
                yield new BlockingSocket(ZmtpRep.open(options, answering::serve, answering), answering);
            }
            case DEALER -> of(ZmtpDealer.open(options, inbox), inbox);
            case ROUTER -> of(ZmtpRouter.open(options, inbox), inbox);
            case CLIENT -> of(ZmtpClient.open(options, inbox), inbox);
            case SERVER -> of(ZmtpServer.open(options, inbox), inbox);
            case PUB -> of(ZmtpPub.open(options, inbox), inbox);
            case SUB -> of(ZmtpSub.open(options, inbox), inbox);
            case XPUB -> of(ZmtpXpub.open(options, inbox), inbox);
            case XSUB -> of(ZmtpXsub.open(options, inbox), inbox);
            case PUSH -> of(ZmtpPush.open(options, inbox), inbox);
            case PULL -> of(ZmtpPull.open(options, inbox), inbox);
            case PAIR -> of(ZmtpPair.open(options, inbox), inbox);
            case RADIO -> of(ZmtpRadio.open(options, inbox), inbox);
            case DISH -> of(ZmtpDish.open(options, inbox), inbox);
            case SCATTER -> of(ZmtpScatter.open(options, inbox), inbox);
            case GATHER -> of(ZmtpGather.open(options, inbox), inbox);
            case PEER -> of(ZmtpPeerSocket.open(options, inbox), inbox);
            case CHANNEL -> of(ZmtpChannel.open(options, inbox), inbox);
            case STREAM -> of(ZmtpStream.open(options, inbox), inbox);
            case DGRAM -> of(ZmtpDgram.open(options, inbox), inbox);
        };
    }

    /**
     * Blocks on a socket that was made with options of its own.
     *
     * @param socket any but REQ and REP, whose methods are as easy to wait for
     * @param inbox the listener that the socket was opened with
     * @return the same socket, to be closed once
     * @throws IllegalArgumentException if it is a REQ or REP
     */
    public static BlockingSocket of(ZmtpSocket socket, Inbox inbox) {
        if (socket instanceof ZmtpRouter router) {
            return new BlockingSocket(socket, FreeConversation.addressed(inbox, router::send));
        } else if (socket instanceof ZmtpServer server) {
            return new BlockingSocket(socket, FreeConversation.addressed(inbox, server::send));
        } else if (socket instanceof ZmtpPeerSocket peer) {
            return new BlockingSocket(socket, FreeConversation.addressed(inbox, peer::send));
        } else if (socket instanceof ZmtpStream stream) {
            return new BlockingSocket(socket, FreeConversation.addressed(inbox, stream::send));
        }
        return new BlockingSocket(socket, FreeConversation.plain(inbox, sender(socket)));
    }

    private static Function<ZmtpMessage, CompletableFuture<?>> sender(ZmtpSocket socket) {
        if (socket instanceof ZmtpDealer dealer) {
            return dealer::send;
        } else if (socket instanceof ZmtpClient client) {
            return client::send;
        } else if (socket instanceof ZmtpPub pub) {
            return pub::send;
        } else if (socket instanceof ZmtpXpub xpub) {
            return xpub::send;
        } else if (socket instanceof ZmtpXsub xsub) {
            return xsub::send;
        } else if (socket instanceof ZmtpPush push) {
            return push::send;
        } else if (socket instanceof ZmtpPair pair) {
            return pair::send;
        } else if (socket instanceof ZmtpRadio radio) {
            return radio::send;
        } else if (socket instanceof ZmtpScatter scatter) {
            return scatter::send;
        } else if (socket instanceof ZmtpChannel channel) {
            return channel::send;
        } else if (socket instanceof ZmtpDgram dgram) {
            return dgram::send;
        } else if (socket instanceof ZmtpReq || socket instanceof ZmtpRep) {
            throw new IllegalArgumentException(socket + " does not use an inbox");
        }
        return message -> {
            message.release();
            throw new UnsupportedOperationException(socket + " only receives");
        };
    }

    /**
     * The socket itself, for what it alone can do.
     *
     * @param type its class
     * @param <S> its class
     * @return the socket
     * @throws ClassCastException if it is of another class
     */
    public <S extends ZmtpSocket> S as(Class<S> type) {
        return type.cast(socket);
    }

    /**
     * Binds, and waits for that.
     *
     * @param endpoint as for {@link ZmtpSocket#bind}
     * @return the endpoint with the port that was really bound
     * @throws java.util.concurrent.CompletionException with the failure of {@link ZmtpSocket#bind} as its cause
     */
    public Endpoint bind(String endpoint) {
        return socket.bind(endpoint).join();
    }

    /**
     * Begins to connect.
     *
     * @param endpoint as for {@link ZmtpSocket#connect}
     */
    public void connect(String endpoint) {
        socket.connect(endpoint);
    }

    /**
     * Takes a bind back, and waits for that.
     *
     * @param endpoint as for {@link ZmtpSocket#unbind}
     * @throws java.util.concurrent.CompletionException with the failure of {@link ZmtpSocket#unbind} as its cause
     */
    public void unbind(String endpoint) {
        socket.unbind(endpoint).join();
    }

    /**
     * Takes a connect back, and waits for that.
     *
     * @param endpoint as for {@link ZmtpSocket#disconnect}
     * @throws java.util.concurrent.CompletionException with the failure of {@link ZmtpSocket#disconnect} as its cause
     */
    public void disconnect(String endpoint) {
        socket.disconnect(endpoint).join();
    }

    /**
     * Sends a message, waiting until a queue has it.
     *
     * @param message as the class comment has it
     * @throws InterruptedException if the thread is interrupted
     * @throws ZmtpException as the future of the socket's {@code send}
     */
    public void send(ZmtpMessage message) throws InterruptedException {
        Waiting.accepted(conversation.send(message), Waiting.FOREVER);
    }

    /**
     * Sends a message, waiting for some time until a queue has it.
     *
     * @param message as the class comment has it
     * @param time longest wait, in which the socket's event loop has to come to the message: zero is too short
     * @return false if no queue had room in time, and the message was dropped
     * @throws InterruptedException if the thread is interrupted
     * @throws ZmtpException as the future of the socket's {@code send}
     */
    public boolean send(ZmtpMessage message, Duration time) throws InterruptedException {
        return Waiting.accepted(conversation.send(message), time);
    }

    /**
     * Sends a message of texts.
     *
     * @param parts one or more parts, encoded in UTF-8
     * @throws InterruptedException if the thread is interrupted
     */
    public void send(String... parts) throws InterruptedException {
        send(ZmtpMessage.ofUtf8(parts));
    }

    /**
     * Receives a message, waiting for it.
     *
     * @return the message, to be released by the caller
     * @throws InterruptedException if the thread is interrupted
     * @throws ZmtpException {@code CLOSED} if the socket is closed; at a REQ also what its request failed with
     */
    public ZmtpMessage receive() throws InterruptedException {
        return receive(Waiting.FOREVER).orElseThrow();
    }

    /**
     * Receives a message, waiting for it for some time.
     *
     * @param time longest wait; zero for none
     * @return the message, to be released by the caller, or empty if none came
     * @throws InterruptedException if the thread is interrupted
     * @throws ZmtpException as of {@link #receive()}
     */
    public Optional<ZmtpMessage> receive(Duration time) throws InterruptedException {
        return conversation.receive(time);
    }

    /** Closes the socket; who waits on it gets a {@link ZmtpException} of {@code CLOSED}. */
    @Override
    public void close() {
        socket.close();
    }

    @Override
    public String toString() {
        return "blocking " + socket;
    }
}
