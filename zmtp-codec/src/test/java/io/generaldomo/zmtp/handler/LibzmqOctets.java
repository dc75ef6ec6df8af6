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

    static final String PLAIN_GREETING = "ff 00 00 00 00 00 00 00 01 7f 03 01 50 4c 41 49 4e" + " 00".repeat(47);
    static final String PLAIN_HELLO = "04 0b 05 48 45 4c 4c 4f 01 75 02 70 77"; // user "u", password "pw"
    static final String PLAIN_WELCOME = "04 08 07 57 45 4c 43 4f 4d 45";
    static final String PLAIN_INITIATE_DEALER = "04 2c 08 49 4e 49 54 49 41 54 45 0b 53 6f 63 6b 65 74 2d 54 79 70 65"
            + " 00 00 00 06 44 45 41 4c 45 52 08 49 64 65 6e 74 69 74 79 00 00 00 00";
    static final String PLAIN_ERROR_400 = "04 09 5e 52 52 4f 52 03 34 30 30"; // sic

    private LibzmqOctets() {}

    static ByteBuf buffer(String hex) {
        return Unpooled.wrappedBuffer(octets(hex));
    }

    static byte[] octets(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
