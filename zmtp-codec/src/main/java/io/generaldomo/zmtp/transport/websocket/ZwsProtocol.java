package io.generaldomo.zmtp.transport.websocket;

import io.generaldomo.zmtp.ZmtpConfig;
import io.generaldomo.zmtp.ZmtpSecurity;
import io.generaldomo.zmtp.wire.Greeting;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.Arrays;
import java.util.Optional;

/**
 * What WebSocket calls a subprotocol, and ZWS a mechanism: it stands for the greeting, which ZWS does not have.
 *
 * @param mechanism such as {@code NULL}
 */
record ZwsProtocol(String mechanism) {
    /** NULL without READY: {@link BareZws}. */
    static final String BARE = "ZWS2.0";

    private static final String PREFIX = BARE + '/';
    /** The minor version of peers without a greeting: libzmq sends subscriptions as messages here, as ZMTP 3.0 has it, and takes commands as well. */
    private static final int MINOR = 0;

    static ZwsProtocol of(ZmtpConfig config) {
        ZmtpSecurity security = config.security();
        if (security instanceof ZmtpSecurity.PlainClient || security instanceof ZmtpSecurity.PlainServer) {
            return new ZwsProtocol("PLAIN");
        }
        return new ZwsProtocol(security instanceof ZmtpSecurity.Null ? "NULL" : "CURVE");
    }

    String name() {
        return PREFIX + mechanism;
    }

    /** The first of the names that a client offers, in its order, that this side takes. */
    Optional<String> choose(String offered) {
        return Arrays.stream(offered.split(","))
                .map(String::strip)
                .filter(name -> name.equals(name()) || mechanism.equals("NULL") && name.equals(BARE))
                .findFirst();
    }

    /** The greeting that a peer would have sent. */
    ByteBuf greeting(ByteBufAllocator allocator) {
        ByteBuf octets = allocator.buffer(Greeting.LENGTH);
        new Greeting(MINOR, mechanism, false).write(octets, 0);
        return octets;
    }
}
