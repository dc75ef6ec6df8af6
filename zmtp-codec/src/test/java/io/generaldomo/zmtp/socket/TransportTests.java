package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.transport.ZmtpTransport;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** What the tests of the transports have in common: event loops, and sockets to be closed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TransportTests implements TransportContract {
    private final List<AutoCloseable> open = new ArrayList<>();
    private ZmtpTransport transport;

    @BeforeAll
    void start() {
        transport = ZmtpTransport.create(2);
    }

    @AfterAll
    void stop() {
        transport.close();
    }

    @Override
    public ZmtpTransport transport() {
        return transport;
    }

    @Override
    public List<AutoCloseable> open() {
        return open;
    }
}
