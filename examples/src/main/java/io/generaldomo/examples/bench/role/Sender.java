package io.generaldomo.examples.bench.role;

import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.socket.PeerListener;
import io.generaldomo.zmtp.socket.ZmtpPush;
import io.generaldomo.zmtp.transport.ZmtpTransport;
import io.netty.buffer.Unpooled;
import java.util.concurrent.CompletableFuture;

/**
 * PUSH: a thread of the application that sends the same octets again and again, in a message of its own each time. It waits while the socket has as many
 * messages as it takes: not for each message, but for the last one of the burst before the one that it has just sent.
 */
final class Sender {
    /** Two bursts are less than may wait in front of a full queue. */
    private static final int BURST = 400;

    private Sender() {}

    static void open(RoleArguments args, ZmtpTransport transport, Meter meter) {
        ZmtpPush socket = ZmtpPush.open(Sockets.options(args, transport), new PeerListener() {});
        socket.connect(args.text("endpoint"));
        byte[] body = new byte[args.number("size", 0)];
        Application.start(() -> {
            CompletableFuture<Void> before = CompletableFuture.completedFuture(null);
            while (true) {
                CompletableFuture<Void> last = before;
                for (int i = 0; i < BURST; i++) {
                    last = socket.send(ZmtpMessage.of(Unpooled.wrappedBuffer(body)));
                    meter.count(body.length);
                }
                before.get();
                before = last;
            }
        });
    }
}
