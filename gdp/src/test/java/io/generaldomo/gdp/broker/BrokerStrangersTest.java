package io.generaldomo.gdp.broker;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.generaldomo.zmtp.transport.FailureLog;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What somebody who speaks no Majordomo leaves in the broker's log: a line for each connection, up to a number, and nothing of its octets. */
class BrokerStrangersTest {
    private final ListAppender<ILoggingEvent> events = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(FailureLog.class);
    private final GdpBroker broker = GdpBroker.create(BrokerConfig.DEFAULT);
    private final int port = broker.bind("tcp://127.0.0.1:*").join().port();

    @BeforeEach
    void listen() {
        events.start();
        logger.setLevel(Level.INFO);
        logger.setAdditive(false);
        logger.addAppender(events);
    }

    @AfterEach
    void end() {
        broker.close();
        logger.detachAppender(events);
        logger.setAdditive(true);
        logger.setLevel(null);
    }

    private List<String> lines() {
        synchronized (events) { // as the appender does
            return events.list.stream().map(event -> event.getKeyValuePairs().get(1).value + " " + event.getFormattedMessage()).toList();
        }
    }

    private void comes(byte[]... octets) throws IOException {
        try (HostilePeer peer = new HostilePeer(port)) {
            peer.sends(octets);
            peer.awaitEnd();
        }
    }

    @Test
    void an_http_request_is_one_line() throws IOException {
        comes("GET / HTTP/1.1\r\n\r\n".getBytes(US_ASCII));
        assertThat(lines()).singleElement().asString().startsWith("NOT_ZMTP tcp://127.0.0.1:").endsWith("an HTTP request");
    }

    @Test
    void what_is_no_command_is_one_line_for_each_connection_until_there_were_enough() throws IOException {
        byte[] forged = "\nforged line".getBytes(US_ASCII);
        for (int i = 0; i < 50; i++) {
            comes(HostilePeer.GREETING, HostilePeer.READY, new byte[] {0, (byte) forged.length}, forged, new byte[] {0, 1, 'x'});
        }
        assertThat(lines()).hasSize(5).allSatisfy(line ->
                assertThat(line).startsWith("MALFORMED tcp://127.0.0.1:").contains("no Majordomo command").doesNotContain("forged", "\n"));
    }
}
