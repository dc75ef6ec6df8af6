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
        require("connect to", endpoint, side, Set.of(SocketType.RADIO));
    }

    /** The same for the side that binds. */
    static void requireBinding(Endpoint endpoint, ZmtpConfig side) {
        require("bind", endpoint, side, Set.of(SocketType.DISH, SocketType.DGRAM));
    }

    private static void require(String what, Endpoint endpoint, ZmtpConfig side, Set<SocketType> ofDatagrams) {
        boolean datagrams = endpoint.scheme() == Scheme.UDP;
        boolean stream = isStream(side);
        if (datagrams && !ofDatagrams.containsAll(side.socketTypes())) {
            throw refusal(what, endpoint, "with udp://, a RADIO connects, a DISH or a DGRAM binds, and others do neither");
        }
        if (!datagrams && side.socketTypes().contains(SocketType.DGRAM)) {
            throw refusal(what, endpoint, "a DGRAM knows udp:// alone");
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
