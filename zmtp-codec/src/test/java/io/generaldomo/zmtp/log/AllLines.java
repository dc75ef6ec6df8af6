package io.generaldomo.zmtp.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.LoggerFactory;

/** All that we log while this is open, down to the least important line, with key-values and what is said of exceptions. */
public final class AllLines implements AutoCloseable {
    private final ListAppender<ILoggingEvent> events = new ListAppender<>();
    private final Logger ours = (Logger) LoggerFactory.getLogger("io.generaldomo");
    private final Map<Logger, Level> usual = new HashMap<>();

    public AllLines() {
        for (Logger logger : ours.getLoggerContext().getLoggerList()) {
            if (logger.getName().startsWith(ours.getName()) && logger.getLevel() != null) {
                usual.put(logger, logger.getLevel());
                logger.setLevel(null);
            }
        }
        events.start();
        ours.setLevel(Level.TRACE);
        ours.setAdditive(false);
        ours.addAppender(events);
    }

    public List<String> list() {
        List<ILoggingEvent> seen;
        synchronized (events) { // as the appender does
            seen = List.copyOf(events.list);
        }
        return seen.stream().map(AllLines::text).toList();
    }

    private static String text(ILoggingEvent event) {
        List<Object> all = new ArrayList<>(List.of(event.getFormattedMessage()));
        if (event.getKeyValuePairs() != null) {
            event.getKeyValuePairs().forEach(pair -> all.add(pair.key + "=" + pair.value));
        }
        for (var failure = event.getThrowableProxy(); failure != null; failure = failure.getCause()) {
            all.add(failure.getClassName() + ": " + failure.getMessage());
        }
        return all.toString();
    }

    @Override
    public void close() {
        ours.detachAppender(events);
        ours.setAdditive(true);
        ours.setLevel(null);
        usual.forEach(Logger::setLevel);
    }
}
