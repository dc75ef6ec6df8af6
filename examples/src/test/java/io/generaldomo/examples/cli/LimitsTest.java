package io.generaldomo.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.zmtp.transport.Endpoint;
import java.io.InputStream;
import java.net.Socket;
import org.junit.jupiter.api.Test;

/** Limits that a broker is asked to keep. */
class LimitsTest {
    @Test
    void oneConnectionTooManyIsClosed() throws Exception {
        try (RunningCommand broker = RunningCommand.broker("--max-connections-per-address", "1")) {
            Endpoint address = Endpoint.parse(broker.address());
            try (Socket first = new Socket(address.host(), address.port())) {
                assertThat(first.getInputStream().read()).isEqualTo(0xFF); // the greeting's first octet
                try (Socket second = new Socket(address.host(), address.port()); InputStream in = second.getInputStream()) {
                    assertThat(in.read()).isEqualTo(-1);
                }
            }
        }
    }

    @Test
    void aSilentConnectionIsClosed() throws Exception {
        try (RunningCommand broker = RunningCommand.broker("--handshake-time", "1")) {
            Endpoint address = Endpoint.parse(broker.address());
            try (Socket silent = new Socket(address.host(), address.port()); InputStream in = silent.getInputStream()) {
                in.readAllBytes(); // ends when the broker closes
            }
        }
    }

    @Test
    void whatIsTooLargeGetsNoReply() throws Exception {
        try (RunningCommand broker = RunningCommand.broker("--max-message", "1000")) {
            String address = broker.address();
            try (RunningCommand echo = RunningCommand.start("echo", "-a", address)) {
                assertThat(echo.out.next()).startsWith("serving");
                assertThat(RunningCommand.start("client", "-a", address, "--timeout", "30000", "echo", "x".repeat(900)).exitCode()).isZero();
                RunningCommand large = RunningCommand.start("client", "-a", address, "--timeout", "300", "echo", "x".repeat(1001));
                assertThat(large.exitCode()).isEqualTo(1);
                assertThat(large.out.rest()).last().isEqualTo("1 sent, 0 recv");
            }
        }
    }
}
