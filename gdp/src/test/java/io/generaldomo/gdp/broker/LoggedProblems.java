package io.generaldomo.gdp.broker;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * What is logged as an error while this is open, by us or by Netty: an exception that no handler took, a promise that nobody could complete, a
 * leak.
 */
final class LoggedProblems implements AutoCloseable {
    private final ListAppender<ILoggingEvent> events = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);

    LoggedProblems() {
        events.start();
        root.addAppender(events);
    }

    /** Errors of ours, and everything from a warning on that comes from Netty. */
    List<String> list() {
        return List.copyOf(events.list).stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(event.getLoggerName().startsWith("io.netty") ? Level.WARN : Level.ERROR))
                .map(event -> event.getLoggerName() + ": " + event.getFormattedMessage())
                .toList();
    }

    @Override
    public void close() {
        root.detachAppender(events);
    }
}
