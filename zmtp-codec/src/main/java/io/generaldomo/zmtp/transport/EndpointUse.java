package io.generaldomo.zmtp.transport;

import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpConfig;
import io.generaldomo.zmtp.ZmtpSecurity;
import java.util.List;
import java.util.Set;

/** Which sockets have a use for which endpoints: where there is no ZMTP, not all have. Stateless. */
final class EndpointUse {
    private static final Set<Scheme> STREAMS = Set.of(Scheme.TCP, Scheme.IPC);

    private EndpointUse() {}

    /** As an argument's check, for the side that connects. */
    static void requireConnecting(Endpoint endpoint, ZmtpConfig side) {
        require("connect to", endpoint, side, SocketType.RADIO);
    }

    /** The same for the side that binds. */
    static void requireBinding(Endpoint endpoint, ZmtpConfig side) {
        require("bind", endpoint, side, SocketType.DISH);
    }

    private static void require(String what, Endpoint endpoint, ZmtpConfig side, SocketType ofDatagrams) {
        boolean datagrams = endpoint.scheme() == Scheme.UDP;
        boolean stream = isStream(side);
        if (datagrams && !side.socketTypes().equals(List.of(ofDatagrams))) {
            throw refusal(what, endpoint, "of udp:// only a " + ofDatagrams + " does so");
        }
        if (stream && !STREAMS.contains(endpoint.scheme())) {
            throw refusal(what, endpoint, "a STREAM knows tcp:// and ipc:// alone");
        }
        // Security that is not there must not be believed in.
        if ((datagrams || stream) && !side.security().equals(ZmtpSecurity.NONE)) {
            throw refusal(what, endpoint, "there is no handshake, and this socket asks for " + side.security().mechanism() + " or an authenticator");
        }
    }

    /** Whether a side is a STREAM, which speaks no ZMTP. */
    static boolean isStream(ZmtpConfig side) {
        return side.socketTypes().equals(List.of(SocketType.STREAM));
    }

    private static IllegalArgumentException refusal(String what, Endpoint endpoint, String why) {
        return new IllegalArgumentException("cannot " + what + " '" + endpoint + "': " + why);
    }
}
