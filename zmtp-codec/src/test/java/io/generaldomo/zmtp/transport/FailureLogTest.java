package io.generaldomo.zmtp.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.concurrent.MockTicker;
import io.netty.util.concurrent.Ticker;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;

class FailureLogTest {
    private final MockTicker ticker = Ticker.newMockTicker();
    private final FailureLog failures = new FailureLog(ticker);
    private final LoggedLines lines = new LoggedLines();

    @AfterEach
    void detach() {
        lines.close();
    }

    private void fails(String address) {
        failures.tell(Level.WARN, new InetSocketAddress(address, 4711), "NOT_ZMTP", "an HTTP request");
    }

    @Test
    void saysWhoAndWhyAsKeyValuesToo() {
        fails("192.0.2.1");
        var line = lines.next();
        assertThat(line.text()).isEqualTo("tcp://192.0.2.1:4711: connection closed: an HTTP request");
        assertThat(line.values().get("peer")).isEqualTo("tcp://192.0.2.1:4711");
        assertThat(line.values().get("cause")).isEqualTo("NOT_ZMTP");
    }

    @Test
    void anAddressThatFailsAgainAndAgainIsCountedAndToldLater() {
        for (int i = 0; i < 1005; i++) {
            fails("192.0.2.1");
        }
        assertThat(lines.waiting()).isEqualTo(5);
        fails("192.0.2.2");
        assertThat(lines.waiting()).isEqualTo(6);
        while (lines.waiting() > 0) {
            assertThat(lines.next().values()).doesNotContainKey("suppressed");
        }
        ticker.advance(1, TimeUnit.MINUTES);
        fails("192.0.2.1");
        var line = lines.next();
        assertThat(line.values().get("suppressed")).isEqualTo("1000");
        assertThat(line.text()).contains("1000 such lines were left out");
        fails("192.0.2.1");
        assertThat(lines.waiting()).isZero();
    }

    @Test
    void manyAddressesTogetherCannotFillTheLogEither() {
        for (int i = 0; i < 3000; i++) {
            fails("10.0." + i / 250 + '.' + i % 250);
        }
        assertThat(lines.waiting()).isEqualTo(100);
        ticker.advance(1, TimeUnit.SECONDS);
        while (lines.waiting() > 0) {
            lines.next();
        }
        fails("192.0.2.1");
        assertThat(lines.next().values()).extractingByKey("suppressed").isEqualTo("2900");
    }
}
