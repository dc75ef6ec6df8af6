package io.generaldomo.examples.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.slf4j.event.KeyValuePair;
import picocli.CommandLine.Help.Ansi;

/**
 * Lines of the log for people: time, level, who says it, what, and behind it those key-values that this does not tell. The first three are columns. In a terminal the time is that of
 * the day, elsewhere it has a date and a zone. Thread-safe.
 */
final class TextLines extends LayoutBase<ILoggingEvent> {
    private final Ansi style;
    private final DateTimeFormatter time;

    TextLines(Ansi style, boolean terminal) {
        this.style = style;
        this.time = DateTimeFormatter.ofPattern(terminal ? "HH:mm:ss.SSS" : "yyyy-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT);
        start(); // there is nothing to prepare
    }

    @Override
    public String doLayout(ILoggingEvent event) {
        StringBuilder line = new StringBuilder(160)
                .append(paint("faint", time.format(event.getInstant().atZone(ZoneId.systemDefault()))))
                .append(' ')
                .append(paint(colour(event.getLevel()), String.format(Locale.ROOT, "%-5s", event.getLevel())))
                .append(' ')
                .append(String.format(Locale.ROOT, "%-20s", shortName(event.getLoggerName())))
                .append(' ')
                .append(event.getFormattedMessage());
        String values = values(event);
        if (!values.isEmpty()) {
            line.append(paint("faint", values));
        }
        line.append(System.lineSeparator());
        if (event.getThrowableProxy() != null) {
            line.append(ThrowableProxyUtil.asString(event.getThrowableProxy())).append(System.lineSeparator());
        }
        return line.toString();
    }

    /** The key-values, without those that the message tells already. */
    private static String values(ILoggingEvent event) {
        StringBuilder values = new StringBuilder();
        List<KeyValuePair> pairs = event.getKeyValuePairs();
        if (pairs != null) {
            pairs.stream()
                    .filter(pair -> !event.getFormattedMessage().contains(String.valueOf(pair.value)))
                    .forEach(pair -> values.append(' ').append(pair.key).append('=').append(quoted(String.valueOf(pair.value))));
        }
        return values.toString();
    }

    /** Not by picocli's markup, which a text could contain. */
    private String paint(String colour, String text) {
        return style.enabled() ? Ansi.Style.on(Ansi.Style.valueOf(colour)) + text + Ansi.Style.off(Ansi.Style.valueOf(colour)) : text;
    }

    private static String colour(Level level) {
        return switch (level.levelInt) {
            case Level.ERROR_INT -> "fg_red";
            case Level.WARN_INT -> "fg_yellow";
            case Level.INFO_INT -> "fg_green";
            default -> "faint";
        };
    }

    private static String shortName(String logger) {
        return logger.substring(logger.lastIndexOf('.') + 1);
    }

    /** A value that could be taken for something else stands in quotes. */
    private static String quoted(String value) {
        boolean plain = !value.isEmpty() && value.chars().noneMatch(c -> c <= ' ' || c == '"' || c == '=');
        return plain ? value : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
