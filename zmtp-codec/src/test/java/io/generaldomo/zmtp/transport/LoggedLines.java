package io.generaldomo.zmtp.transport;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/** What the transport logs at INFO and above while this is open, for a test to wait for. */
public final class LoggedLines implements AutoCloseable {
    private static final long PATIENCE = 20;

    /** A line with its key-values. */
    public record Line(String level, String text, Map<String, String> values) {
        private static Line of(ILoggingEvent event) {
            Map<String, String> values = new HashMap<>();
            if (event.getKeyValuePairs() != null) {
                event.getKeyValuePairs().forEach(pair -> values.put(pair.key, String.valueOf(pair.value)));
            }
            return new Line(event.getLevel().toString(), event.getFormattedMessage(), values);
        }
    }

    private final BlockingQueue<Line> lines = new LinkedBlockingQueue<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger("io.generaldomo.zmtp.transport");
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            lines.add(Line.of(event));
        }
    };

    public LoggedLines() {
        appender.start();
        logger.setLevel(Level.INFO);
        logger.setAdditive(false);
        logger.addAppender(appender);
    }

    public Line next() {
        try {
            Line line = lines.poll(PATIENCE, TimeUnit.SECONDS);
            assertThat(line).as("a line in time").isNotNull();
            return line;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public int waiting() {
        return lines.size();
    }

    @Override
    public void close() {
        logger.detachAppender(appender);
        logger.setAdditive(true);
        logger.setLevel(null);
    }
}
