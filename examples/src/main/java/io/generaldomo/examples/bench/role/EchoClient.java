package io.generaldomo.examples.bench.role;

import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.transport.ZmtpTransport;
import io.netty.buffer.Unpooled;
import java.util.concurrent.CompletableFuture;

/**
 * CLIENT or DEALER: keeps so many messages under way to an echo. They come back in the order in which they were sent, so that a ring of times is enough.
 * Used by one thread, the one that handles arrivals.
 */
final class EchoClient {
    private final CompletableFuture<Balanced> socket = new CompletableFuture<>();
    private final byte[] body;
    private final Meter meter;
    private final long[] sentAt;
    private int next;

    private EchoClient(RoleArguments args, Meter meter) {
        this.body = new byte[args.number("size", 0)];
        this.meter = meter;
        this.sentAt = new long[args.number("inflight", 1)];
    }

    static void open(RoleArguments args, ZmtpTransport transport, Meter meter) {
        EchoClient client = new EchoClient(args, meter);
        Balanced opened = SocketPair.of(args)
                .openClient(Sockets.options(args, transport), Arrivals.handled(args, client::fill, (from, reply) -> client.onReply(reply)));
        opened.socket().connect(args.text("endpoint"));
        client.socket.complete(opened);
    }

    private void fill() {
        for (int i = 0; i < sentAt.length; i++) {
            send();
        }
    }

    private void onReply(ZmtpMessage reply) {
        meter.count(reply.octets(), System.nanoTime() - sentAt[next]);
        reply.release();
        send();
    }

    /** Puts the message in the place of the one that has just come back. */
    private void send() {
        sentAt[next] = System.nanoTime();
        next = next + 1 == sentAt.length ? 0 : next + 1;
        socket.join().sender().apply(ZmtpMessage.of(Unpooled.wrappedBuffer(body)));
    }
}
