package io.generaldomo.examples.bench.role;

import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.socket.PeerListener;
import io.generaldomo.zmtp.socket.PublishOptions;
import io.generaldomo.zmtp.socket.PublishOptions.WhenFull;
import io.generaldomo.zmtp.socket.ZmtpPub;
import io.generaldomo.zmtp.transport.ZmtpTransport;
import io.netty.buffer.Unpooled;
import java.util.List;
import java.util.Locale;

/** PUB: a thread of the application that publishes on one topic after the other, as fast as the socket takes it. */
final class Publisher {
    private Publisher() {}

    static String open(RoleArguments args, ZmtpTransport transport, Meter meter) {
        WhenFull whenFull = WhenFull.valueOf(args.text("whenfull", "wait").toUpperCase(Locale.ROOT));
        ZmtpPub socket = ZmtpPub.open(
                Sockets.options(args, transport).withLimits(Sockets.CROWD), PublishOptions.DEFAULT.with(whenFull), new PeerListener() {});
        meter.tell("dropped", socket::dropped);
        List<byte[]> messages = Topics.messages(args);
        Application.start(() -> {
            Pacer pacer = new Pacer();
            while (true) {
                for (byte[] message : messages) {
                    pacer.sent(socket.send(ZmtpMessage.of(Unpooled.wrappedBuffer(message))));
                    meter.count(message.length);
                }
            }
        });
        return socket.bind("tcp://127.0.0.1:0").join().toString();
    }
}
