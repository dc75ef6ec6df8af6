package io.generaldomo.examples.bench.role;

import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.socket.ZmtpPull;
import io.generaldomo.zmtp.transport.ZmtpTransport;

/** PULL: counts what comes. */
final class Receiver {
    private Receiver() {}

    static String open(RoleArguments args, ZmtpTransport transport, Meter meter) {
        ZmtpPull socket = ZmtpPull.open(Sockets.options(args, transport), Arrivals.handled(args, () -> {}, (from, message) -> count(message, meter)));
        return socket.bind("tcp://127.0.0.1:0").join().toString();
    }

    private static void count(ZmtpMessage message, Meter meter) {
        meter.count(message.octets());
        message.release();
    }
}
