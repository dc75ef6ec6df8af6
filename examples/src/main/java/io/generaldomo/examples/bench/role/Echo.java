package io.generaldomo.examples.bench.role;

import io.generaldomo.zmtp.transport.ZmtpTransport;
import java.util.concurrent.CompletableFuture;

/** SERVER or ROUTER: sends back what it receives. */
final class Echo {
    private Echo() {}

    static String open(RoleArguments args, ZmtpTransport transport, Meter meter) {
        CompletableFuture<Addressed> opened = new CompletableFuture<>();
        Addressed socket = SocketPair.of(args).openServer(Sockets.options(args, transport), Arrivals.handled(args, opened::join, (from, message) -> {
            meter.count(message.octets());
            opened.join().sender().apply(from.routingId(), message);
        }));
        opened.complete(socket);
        return socket.socket().bind("tcp://127.0.0.1:0").join().toString();
    }
}
