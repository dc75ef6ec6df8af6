package io.generaldomo.zmtp.transport;

import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpConfig;
import io.generaldomo.zmtp.ZmtpSecurity;
import java.util.List;

/** Which sockets have a use for an endpoint of {@code udp://}, which carries datagrams and no connections. Stateless. */
final class EndpointUse {
    private EndpointUse() {}

    static void requireSender(Endpoint endpoint, ZmtpConfig side) {
        require("connect to", endpoint, side, SocketType.RADIO);
    }

    static void requireReceiver(Endpoint endpoint, ZmtpConfig side) {
        require("bind", endpoint, side, SocketType.DISH);
    }

    /** Security that is not there must not be believed in. */
    private static void require(String what, Endpoint endpoint, ZmtpConfig side, SocketType type) {
        if (!side.socketTypes().equals(List.of(type))) {
            throw new IllegalArgumentException("cannot " + what + " '" + endpoint + "': of udp:// only a " + type + " does so");
        }
        if (!side.security().equals(ZmtpSecurity.NONE)) {
            throw new IllegalArgumentException("cannot " + what + " '" + endpoint + "': datagrams have no handshake, and this socket asks for "
                    + side.security().mechanism() + " or an authenticator");
        }
    }
}
