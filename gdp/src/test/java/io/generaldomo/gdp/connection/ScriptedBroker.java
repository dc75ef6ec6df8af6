package io.generaldomo.gdp.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.gdp.ConnectionConfig;
import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.MajordomoDialect;
import io.generaldomo.gdp.protocol.Address;
import io.generaldomo.gdp.protocol.Body;
import io.generaldomo.gdp.protocol.Command;
import io.generaldomo.gdp.protocol.Command.ClientReply;
import io.generaldomo.gdp.protocol.Command.ClientRequest;
import io.generaldomo.gdp.protocol.Command.WorkerRequest;
import io.generaldomo.gdp.protocol.Dialect;
import io.generaldomo.gdp.protocol.Direction;
import io.generaldomo.gdp.protocol.ReplyKind;
import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpConfig;
import io.generaldomo.zmtp.ZmtpHeartbeat;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.ZmtpMetadata;
import io.generaldomo.zmtp.handler.ZmtpHandshakeCompleted;
import io.generaldomo.zmtp.transport.Endpoint;
import io.generaldomo.zmtp.transport.ZmtpTransport;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A broker that does what the test says, and only that. */
public final class ScriptedBroker implements AutoCloseable {
    private static final long PATIENCE = 30;
    private static final Duration STEP = Duration.ofMillis(20);

    private final ZmtpTransport transport = ZmtpTransport.create(1);
    private final EventLoop loop = transport.nextLoop();
    private final MajordomoDialect spoken;
    private final Dialect dialect;
    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private final BlockingQueue<Channel> arrivals = new LinkedBlockingQueue<>();
    private final BlockingQueue<Channel> departures = new LinkedBlockingQueue<>();
    private volatile Consumer<Heard> script = heard::add;
    private Endpoint endpoint = Endpoint.parse("tcp://127.0.0.1:*");
    private Channel listening;

    /** A command, its body on the heap. */
    public record Heard(Channel from, Command command, GdpMessage body) {
        public String text() {
            return body.utf8(0);
        }
    }

    public ScriptedBroker(MajordomoDialect spoken) {
        this.spoken = spoken;
        this.dialect = Dialect.valueOf(spoken.name());
        listen("1");
    }

    /** Accepts connections, as a run of a broker of its own, at the same address each time. */
    public void listen(String instance) {
        ZmtpConfig config = ZmtpConfig.of(dialect.isSinglePart() ? SocketType.SERVER : SocketType.ROUTER)
                .withMetadata(ZmtpMetadata.EMPTY.with(BrokerInstance.PROPERTY, instance));
        ChannelFuture binding = transport.bind(endpoint, loop, config, Traffic::new).awaitUninterruptibly();
        while (binding.cause() instanceof BindException) { // the selector has not let go of the listener before
            binding = transport.bind(endpoint, loop, config, Traffic::new).awaitUninterruptibly();
        }
        listening = binding.syncUninterruptibly().channel();
        endpoint = Endpoint.of((InetSocketAddress) listening.localAddress());
    }

    /** Accepts no more connections; those that it has stay. */
    public void stopListening() {
        listening.close().syncUninterruptibly();
        for (int i = 0; i < 3; i++) {
            loop.submit(() -> { }).syncUninterruptibly(); // the operating system hears of it when the selector next runs
        }
    }

    public String endpoint() {
        return endpoint.toString();
    }

    /** How to reach it, without PINGs, for which virtual time is no friend. */
    public ConnectionConfig connection() {
        return ConnectionConfig.to(endpoint()).withDialect(spoken).withHeartbeat(ZmtpHeartbeat.OFF);
    }

    /** Commands are handled on the broker's event loop from now on, and not to be awaited. */
    public void answerBy(Consumer<Heard> answers) {
        script = answers;
    }

    /** The next command of any peer. */
    public Heard next() throws InterruptedException {
        Heard next = heard.poll(PATIENCE, TimeUnit.SECONDS);
        assertThat(next).as("a command").isNotNull();
        return next;
    }

    /** The next command of any peer, which is of a kind; heartbeats before it are passed over. */
    public Heard next(Class<? extends Command> kind) throws InterruptedException {
        Heard next = next();
        while (next.command() instanceof Command.Heartbeat && kind != Command.Heartbeat.class) {
            next = next();
        }
        assertThat(next.command()).isInstanceOf(kind);
        return next;
    }

    /**
     * The next command of any peer, which is of a kind. Until it comes, virtual time passes, and for each step of it some real time: how many
     * attempts and pauses there are before is not known.
     */
    public Heard next(Class<? extends Command> kind, VirtualLoop time) throws InterruptedException {
        Heard next = null;
        while (next == null || next.command() instanceof Command.Heartbeat && kind != Command.Heartbeat.class) {
            time.advance(STEP);
            next = heard.poll(STEP.toMillis(), TimeUnit.MILLISECONDS);
        }
        assertThat(next.command()).isInstanceOf(kind);
        return next;
    }

    /** Commands that nobody has asked for yet. */
    public int unheard() {
        return heard.size();
    }

    public Channel arrival() throws InterruptedException {
        return of(arrivals);
    }

    public Channel departure() throws InterruptedException {
        return of(departures);
    }

    public int arrivalsSoFar() {
        return arrivals.size();
    }

    private static Channel of(BlockingQueue<Channel> queue) throws InterruptedException {
        Channel next = queue.poll(PATIENCE, TimeUnit.SECONDS);
        assertThat(next).as("a connection").isNotNull();
        return next;
    }

    public void send(Channel to, Command command) {
        to.writeAndFlush(dialect.encode(command, to.alloc()));
    }

    /** Answers a client. */
    public void reply(Heard request, ReplyKind kind, String... frames) {
        ClientRequest asked = (ClientRequest) request.command();
        send(request.from(), new ClientReply(asked.service(), asked.ticket(), kind, Body.of(GdpMessage.ofUtf8(frames))));
    }

    public void reply(Heard request, String... frames) {
        reply(request, dialect == Dialect.MDP_0X ? ReplyKind.REPORT : ReplyKind.FINAL, frames);
    }

    /** Gives a worker a request. */
    public void assign(Channel worker, int token, String... frames) {
        send(worker, new WorkerRequest(Address.ofToken(token), Body.of(GdpMessage.ofUtf8(frames))));
    }

    @Override
    public void close() {
        transport.close();
    }

    private static Body bodyOf(Command command) {
        if (command instanceof ClientRequest request) {
            return request.body();
        }
        return command instanceof Command.WorkerReply reply ? reply.body() : Body.empty();
    }

    private final class Traffic extends ChannelInboundHandlerAdapter {
        private boolean known;

        @Override
        public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
            if (event instanceof ZmtpHandshakeCompleted) {
                known = true;
                arrivals.add(ctx.channel());
            }
        }

        @Override
        public void channelRead(ChannelHandlerContext ctx, Object msg) {
            Command command = dialect.decode((ZmtpMessage) msg, Direction.TO_BROKER);
            Heard next = new Heard(ctx.channel(), command, bodyOf(command).toGdpMessage());
            command.release();
            script.accept(next);
        }

        @Override
        public void channelInactive(ChannelHandlerContext ctx) {
            if (known) {
                departures.add(ctx.channel());
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
            ctx.close(); // a connection that was cut
        }
    }
}
