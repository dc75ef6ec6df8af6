package io.generaldomo.examples.bench.role;

import io.generaldomo.zmtp.ConnectionLimits;
import io.generaldomo.zmtp.CurveKey;
import io.generaldomo.zmtp.CurveKeyPair;
import io.generaldomo.zmtp.ZmtpLimits;
import io.generaldomo.zmtp.ZmtpSecurity;
import io.generaldomo.zmtp.authentication.AnyValidKey;
import io.generaldomo.zmtp.socket.SocketOptions;
import io.generaldomo.zmtp.transport.ZmtpTransport;

/** How the sockets of our roles are made: with their defaults, except for what is measured. Stateless. */
final class Sockets {
    /** Thousands may connect at the same time. */
    static final ZmtpLimits CROWD = ZmtpLimits.DEFAULT.withAccepted(ConnectionLimits.DEFAULT.withHandshakes(65_536, 65_536));
    private static final int USUAL_MARK = 1000;

    private Sockets() {}

    static SocketOptions options(RoleArguments args, ZmtpTransport transport) {
        int window = args.number("inflight", 1);
        return SocketOptions.on(transport).withSecurity(security(args)).withSendHighWaterMark(Math.max(USUAL_MARK, window));
    }

    static ZmtpSecurity security(RoleArguments args) {
        if (!args.text("mechanism", "null").equals("curve")) {
            return ZmtpSecurity.NONE;
        }
        CurveKeyPair own = CurveKeyPair.of(args.octets("secret"));
        return switch (args.role()) {
            case RECEIVER, ECHO, PUBLISHER, BROKER -> new ZmtpSecurity.CurveServer(own, new AnyValidKey());
            case SENDER, CLIENT, SUBSCRIBER, WORKER, REQUESTER -> new ZmtpSecurity.CurveClient(own, CurveKey.of(args.octets("serverkey")));
        };
    }
}
