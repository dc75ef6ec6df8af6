package io.generaldomo.zmtp.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.zmtp.ConnectionLimits;
import io.generaldomo.zmtp.ZmtpLimits;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.transport.LoggedLines;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One connection too many is closed at once, counted, and logged once; those that are there do not notice. */
class ConnectionLimitsTest extends SocketTest {
    private static final int GREETING = 64;

    private final Recorder recorder = new Recorder();

    private String bindWith(ConnectionLimits limits) {
        return bind(closedAtTheEnd(ZmtpRouter.open(options.withLimits(ZmtpLimits.DEFAULT.withAccepted(limits)), recorder)));
    }

    /** The greeting shows that the connection was accepted. */
    private static Stranger accepted(String endpoint, String from) throws IOException {
        Stranger stranger = new Stranger(endpoint, from);
        assertThat(stranger.reads(GREETING)).hasSize(GREETING);
        return stranger;
    }

    private static void turnedAway(String endpoint, String from) throws IOException {
        try (Stranger stranger = new Stranger(endpoint, from)) {
            assertThat(stranger.reads(1)).isEmpty();
        }
    }

    @Test
    void row8_silentPeersOfOneAddressLeaveRoomForOthers() throws IOException {
        try (LoggedLines lines = new LoggedLines()) {
            String endpoint = bindWith(ConnectionLimits.DEFAULT.withHandshakes(4, 2));
            List<Stranger> silent = List.of(accepted(endpoint, "127.0.0.2"), accepted(endpoint, "127.0.0.2"));
            for (int i = 0; i < 50; i++) {
                turnedAway(endpoint, "127.0.0.2");
            }
            assertThat(transport.refusedConnections()).isEqualTo(50);
            var line = lines.next();
            assertThat(line.text()).contains("tcp://127.0.0.2:", "2 handshakes with its address");
            assertThat(line.values().get("cause")).isEqualTo("LIMIT_EXCEEDED");
            assertThat(lines.waiting()).isZero();
            ZmtpDealer dealer = closedAtTheEnd(ZmtpDealer.open(options, new Recorder()));
            dealer.connect(endpoint);
            done(dealer.send(ZmtpMessage.ofUtf8("still here")));
            assertThat(recorder.text()).isEqualTo("still here");
            for (Stranger stranger : silent) {
                stranger.close();
            }
        }
    }

    @Test
    void whoLeavesMakesRoom() throws IOException {
        String endpoint = bindWith(ConnectionLimits.DEFAULT.withConnections(2, 1));
        ZmtpDealer dealer = closedAtTheEnd(ZmtpDealer.open(options, new Recorder()));
        dealer.connect(endpoint);
        recorder.connected();
        turnedAway(endpoint, "127.0.0.1");
        accepted(endpoint, "127.0.0.2").close();
        dealer.close();
        recorder.disconnected();
        accepted(endpoint, "127.0.0.1").close();
    }
}
