package io.generaldomo.zmtp.handler;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.HexFormat;

/** What libzmq 4.3 puts on the wire, as captured from it; never what our own encoder makes. */
final class LibzmqOctets {
    static final String GREETING = "ff 00 00 00 00 00 00 00 01 7f 03 01 4e 55 4c 4c" + " 00".repeat(48);
    static final String READY_CLIENT =
            "04 1c 05 52 45 41 44 59 0b 53 6f 63 6b 65 74 2d 54 79 70 65 00 00 00 06 43 4c 49 45 4e 54";
    static final String READY_SERVER =
            "04 1c 05 52 45 41 44 59 0b 53 6f 63 6b 65 74 2d 54 79 70 65 00 00 00 06 53 45 52 56 45 52";
    static final String READY_DEALER = "04 29 05 52 45 41 44 59 0b 53 6f 63 6b 65 74 2d 54 79 70 65 00 00 00 06 44 45 41 4c 45 52"
            + " 08 49 64 65 6e 74 69 74 79 00 00 00 00";
    static final String READY_ROUTER = "04 29 05 52 45 41 44 59 0b 53 6f 63 6b 65 74 2d 54 79 70 65 00 00 00 06 52 4f 55 54 45 52"
            + " 08 49 64 65 6e 74 69 74 79 00 00 00 00";
    static final String READY_REP = "04 19 05 52 45 41 44 59 0b 53 6f 63 6b 65 74 2d 54 79 70 65 00 00 00 03 52 45 50";
    static final String PING_2500_MS = "04 07 04 50 49 4e 47 00 19";
    static final String PONG = "04 05 04 50 4f 4e 47";
    static final String PONG_ABC = "04 08 04 50 4f 4e 47 61 62 63";

    private LibzmqOctets() {}

    static ByteBuf buffer(String hex) {
        return Unpooled.wrappedBuffer(octets(hex));
    }

    static byte[] octets(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
