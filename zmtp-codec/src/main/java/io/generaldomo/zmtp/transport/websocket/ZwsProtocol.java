package io.generaldomo.zmtp.transport.websocket;

import io.generaldomo.zmtp.ZmtpConfig;
import io.generaldomo.zmtp.ZmtpSecurity;
import io.generaldomo.zmtp.wire.Greeting;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.Arrays;

/**
 * What WebSocket calls a subprotocol, and ZWS a mechanism: it stands for the greeting, which ZWS does not have.
 *
 * @param mechanism such as {@code NULL}
 */
record ZwsProtocol(String mechanism) {
    private static final String PREFIX = "ZWS2.0/";
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

    /** Whether it is among the names that a client offers. */
    boolean isOffered(String names) {
        return Arrays.stream(names.split(",")).map(String::strip).anyMatch(name()::equals);
    }

    /** The greeting that a peer would have sent. */
    ByteBuf greeting(ByteBufAllocator allocator) {
        ByteBuf octets = allocator.buffer(Greeting.LENGTH);
        new Greeting(MINOR, mechanism, false).write(octets, 0);
        return octets;
    }
}
