package io.generaldomo.examples.bench.role;

import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.socket.PeerListener;
import io.generaldomo.zmtp.socket.ZmtpPush;
import io.generaldomo.zmtp.transport.ZmtpTransport;
import io.netty.buffer.Unpooled;

/** PUSH: a thread of the application that sends the same octets again and again, in a message of its own each time, as fast as the socket takes them. */
final class Sender {
    private Sender() {}

    static void open(RoleArguments args, ZmtpTransport transport, Meter meter) {
        ZmtpPush socket = ZmtpPush.open(Sockets.options(args, transport), new PeerListener() {});
        socket.connect(args.text("endpoint"));
        byte[] body = new byte[args.number("size", 0)];
        Application.start(() -> {
            Pacer pacer = new Pacer();
            while (true) {
                pacer.sent(socket.send(ZmtpMessage.of(Unpooled.wrappedBuffer(body))));
                meter.count(body.length);
            }
        });
    }
}
