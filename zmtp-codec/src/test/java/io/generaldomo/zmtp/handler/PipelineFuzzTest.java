package io.generaldomo.zmtp.handler;

import static io.generaldomo.zmtp.handler.JnaclBox.join;
import static io.generaldomo.zmtp.handler.LibzmqOctets.octets;

import io.generaldomo.spec.Position;
import io.generaldomo.zmtp.fuzz.FuzzSeeds;
import io.generaldomo.zmtp.fuzz.Fuzzer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever a stranger sends: a {@code ZmtpException}, one, and nothing held. */
class PipelineFuzzTest {
    @Test
    void greeting() {
        Fuzzer.attack("zmtp-greeting", FuzzSeeds.standing(Position.GREETING), StrangerTargets.greeting());
    }

    @Test
    void nullAccepting() {
        Fuzzer.attack("zmtp-null-handshake", FuzzSeeds.standing(Position.HANDSHAKE), StrangerTargets.nullAccepting());
    }

    @Test
    void nullTraffic() {
        Fuzzer.attack("zmtp-null-traffic", FuzzSeeds.standing(Position.TRAFFIC), StrangerTargets.nullTraffic());
    }

    @Test
    void nullTrafficWithSmallLimits() {
        Fuzzer.attack(
                "zmtp-null-traffic-small", FuzzSeeds.standing(Position.TRAFFIC), StrangerTargets.nullTrafficWithSmallLimits());
    }

    @Test
    void plainServer() {
        List<byte[]> seeds = new ArrayList<>(FuzzSeeds.standing(Position.HANDSHAKE));
        seeds.add(octets(LibzmqOctets.PLAIN_HELLO));
        seeds.add(octets(LibzmqOctets.PLAIN_HELLO + LibzmqOctets.PLAIN_INITIATE_DEALER + "01 01 61 00 00"));
        Fuzzer.attack("zmtp-plain-server", seeds, StrangerTargets.plainServer());
    }

    @Test
    void plainClient() {
        List<byte[]> seeds = new ArrayList<>(FuzzSeeds.standing(Position.HANDSHAKE));
        seeds.add(octets(LibzmqOctets.PLAIN_ERROR_400));
        seeds.add(octets(LibzmqOctets.PLAIN_WELCOME + LibzmqOctets.READY_ROUTER + LibzmqOctets.PING_2500_MS + "00 01 61"));
        Fuzzer.attack("zmtp-plain-client", seeds, StrangerTargets.plainClient());
    }

    @Test
    void curveServer() {
        Fuzzer.attack("zmtp-curve-server", curveSeeds(CurveByHand.DEALER), StrangerTargets.curveServer());
    }

    @Test
    void curveClient() {
        Fuzzer.attack("zmtp-curve-client", curveSeeds(CurveByHand.ROUTER), StrangerTargets.curveClient());
    }

    @Test
    void curveTraffic() {
        List<byte[]> seeds = new ArrayList<>(curveSeeds(CurveByHand.DEALER));
        seeds.add(join("\2", "\1\1a\0\1b\2\6\4PING\0\0\1\2cd\2\5\4PONG\0\0"));
        seeds.add(join("\2", "\1\0\1\0\1\0\1\0\0\0"));
        seeds.add(join("\2", "\2\10\7UNKNOWN\0\1a"));
        Fuzzer.attack("zmtp-curve-traffic", seeds, StrangerTargets.curveTraffic());
    }

    private static List<byte[]> curveSeeds(byte[] metadata) {
        return List.of(
                join("\0", octets(LibzmqOctets.READY_DEALER)),
                join("\1", new byte[] {10, 1, 20, 0}),
                join("\2", metadata),
                join("\2", metadata, "\3X-a\0\0\0\1b"),
                join("\3", "\1\1a\0\1b"),
                join("\3", "\2\7\4PING\0\0\2\5\4PONG"),
                join("\3", "\1\0\2\7\4PING\0\31\0\0"),
                join("\4", octets("00 01 61")),
                join("\4", JnaclBox.frame(0, join("\7MESSAGE", new byte[40]))));
    }
}
