package io.generaldomo.zmtp.handler;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.zmtp.CurveKeyPair;
import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpConfig;
import io.generaldomo.zmtp.ZmtpSecurity;
import io.generaldomo.zmtp.ZmtpVerdict;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Commands with good names and bad data, in any order: the connection closes or goes on, and nothing but a ZmtpException comes out. */
class HostileHandshakeTest {
    private static final CurveKeyPair OWN = CurveKeyPair.generate();
    private static final String[] NAMES = {"\5HELLO", "\7WELCOME", "\10INITIATE", "\5READY", "\5ERROR", "\7MESSAGE", "\4PING", "\5WELCO", "^RROR", ""};
    private static final int[] LENGTHS = {0, 1, 2, 17, 30, 144, 160, 194, 248, 249, 500};

    private enum Side {
        PLAIN_CLIENT(new ZmtpSecurity.PlainClient("u", "pw"), LibzmqOctets.PLAIN_GREETING),
        PLAIN_SERVER(
                new ZmtpSecurity.PlainServer(applicant -> CompletableFuture.completedFuture(ZmtpVerdict.accept("u"))),
                LibzmqOctets.PLAIN_GREETING),
        CURVE_CLIENT(new ZmtpSecurity.CurveClient(OWN, OWN.publicKey()), CurveByHand.GREETING),
        CURVE_SERVER(
                new ZmtpSecurity.CurveServer(OWN, applicant -> CompletableFuture.completedFuture(ZmtpVerdict.accept("u"))),
                CurveByHand.GREETING);

        final ZmtpConfig config;
        final String greeting;

        Side(ZmtpSecurity security, String greeting) {
            this.config = ZmtpConfig.of(SocketType.DEALER).withSecurity(security);
            this.greeting = greeting;
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingButZmtpExceptionsComesOut(Side side) {
        Random random = new Random(27);
        for (int i = 0; i < 1000; i++) {
            try (PeerUnderTest peer = PeerUnderTest.accepting(side.config).receives(side.greeting)) {
                for (int k = 0; k < 3; k++) {
                    byte[] data = new byte[LENGTHS[random.nextInt(LENGTHS.length)]];
                    if (random.nextBoolean()) {
                        random.nextBytes(data);
                    }
                    String name = NAMES[random.nextInt(NAMES.length)];
                    peer.receives(JnaclBox.frame(random.nextInt(8) & ~2, JnaclBox.join(name, data)));
                }
                assertThat(peer.failures.size()).isEqualTo(peer.channel.isOpen() ? 0 : 1);
            }
        }
    }
}
