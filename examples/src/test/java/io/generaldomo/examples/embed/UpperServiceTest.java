package io.generaldomo.examples.embed;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.broker.GdpBroker;
import io.generaldomo.gdp.client.GdpClient;
import io.generaldomo.gdp.worker.GdpWorker;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a test of your own has a broker: inside, on a free port, in a few milliseconds. Nothing has to be installed, and tests can run side by side. */
class UpperServiceTest {
    private final GdpBroker broker = GdpBroker.create();
    private GdpWorker worker;
    private GdpClient client;

    @BeforeEach
    void start() {
        String address = broker.bind("tcp://127.0.0.1:0").join().toString();
        worker = PlainWorker.serve(address); // what is tested
        client = GdpClient.connect(address);
    }

    @AfterEach
    void end() {
        client.close();
        worker.close();
        broker.close();
    }

    /** The request waits for the worker, however long that takes to register: nobody has to sleep. */
    @Test
    void speaksLoudly() throws Exception {
        assertThat(client.request("upper", GdpMessage.ofUtf8("hello")).get(30, TimeUnit.SECONDS)).isEqualTo(GdpMessage.ofUtf8("HELLO"));
    }
}
