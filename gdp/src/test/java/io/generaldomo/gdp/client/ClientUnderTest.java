package io.generaldomo.gdp.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.gdp.GdpException;
import io.generaldomo.gdp.GdpException.Reason;
import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.MajordomoDialect;
import io.generaldomo.gdp.connection.ScriptedBroker;
import io.generaldomo.gdp.connection.VirtualLoop;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** A client in virtual time, and a broker in the hands of the test. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class ClientUnderTest {
    static final Duration TIMEOUT = Duration.ofSeconds(30);

    final VirtualLoop time = new VirtualLoop();
    ScriptedBroker broker = new ScriptedBroker(MajordomoDialect.GDP_02);
    GdpClient client;

    ClientConfig config() {
        return ClientConfig.of(broker.connection()).withTimeout(TIMEOUT);
    }

    void connect(ClientConfig config) {
        client = GdpClient.connect(config, time.transport());
    }

    void speak(MajordomoDialect dialect) {
        broker.close();
        broker = new ScriptedBroker(dialect);
    }

    CompletableFuture<GdpMessage> ask(String... frames) {
        return client.request("echo", GdpMessage.ofUtf8(frames));
    }

    static GdpMessage get(CompletableFuture<GdpMessage> reply) throws Exception {
        return reply.get(30, TimeUnit.SECONDS);
    }

    static Reason failure(CompletableFuture<GdpMessage> reply) throws Exception {
        try {
            get(reply);
            throw new AssertionError("there was a reply");
        } catch (ExecutionException e) {
            assertThat(e.getCause()).isInstanceOf(GdpException.class);
            return ((GdpException) e.getCause()).reason();
        }
    }

    @AfterEach
    void end() {
        if (client != null) {
            client.close();
        }
        broker.close();
        time.close();
    }
}
