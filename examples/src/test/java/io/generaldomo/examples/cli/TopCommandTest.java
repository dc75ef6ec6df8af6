package io.generaldomo.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.client.GdpClient;
import io.generaldomo.gdp.worker.GdpWorker;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** {@code top} where there is no terminal. */
class TopCommandTest {
    @Test
    void showsTheServicesAndWorkersOfABroker() throws Exception {
        try (RunningCommand broker = RunningCommand.broker()) {
            String address = broker.address();
            CountDownLatch atWork = new CountDownLatch(1);
            CountDownLatch mayReply = new CountDownLatch(1);
            try (GdpWorker worker = GdpWorker.serve(address, "slow", request -> {
                        atWork.countDown();
                        mayReply.await();
                        return request;
                    });
                    GdpClient client = GdpClient.connect(address)) {
                assertThat(worker).isNotNull();
                client.request("slow", GdpMessage.ofUtf8("x"));
                assertThat(atWork.await(30, TimeUnit.SECONDS)).isTrue();
                try (RunningCommand top = RunningCommand.start("top", address, "--once", "--interval", "1")) {
                    assertThat(top.exitCode()).isZero();
                    assertThat(top.out.rest())
                            .anyMatch(line -> line.startsWith("generaldomo ") && line.contains(address + ", running, up "))
                            .anyMatch(line -> line.startsWith("1 services, 1 workers, 0 queued, 1 under way"))
                            .anyMatch(line -> line.matches(" +0 +- +0 +1 .* slow"))
                            .anyMatch(line -> line.matches(" +1 +busy +1 +\\S+ +\\S+ +slow"));
                }
                try (RunningCommand top = RunningCommand.start("top", "-a", address, "--json", "--interval", "1")) {
                    assertThat(top.out.next()).contains("\"replies.per.second\":null");
                    assertThat(top.out.next()).contains("\"service\":\"slow\"", "\"held\":1", "\"replies.per.second\":0.0");
                    assertThat(top.end()).isZero();
                }
                mayReply.countDown();
            }
        }
    }

    @Test
    void noBrokerIsOneLine() throws Exception {
        try (RunningCommand top = RunningCommand.start("top", "tcp://127.0.0.1:1", "--once", "--timeout", "50")) {
            assertThat(top.exitCode()).isEqualTo(1);
            assertThat(top.err.rest()).singleElement().asString().contains("no broker answers at tcp://127.0.0.1:1");
        }
    }
}
