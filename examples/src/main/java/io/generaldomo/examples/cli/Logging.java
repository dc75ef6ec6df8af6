package io.generaldomo.examples.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import io.generaldomo.examples.config.LogFormat;
import io.generaldomo.examples.config.LogLevel;
import org.slf4j.LoggerFactory;

/**
 * The log of this process, on standard error: warnings as text, until somebody wants it otherwise. Logback finds this class by itself. Whoever has a
 * configuration of Logback's own names it with {@code -Dlogback.configurationFile}, and nothing here interferes.
 */
public final class Logging extends ContextAwareBase implements Configurator {
    private static final String OWN_FILE = "logback.configurationFile";

    /** For Logback. */
    public Logging() {}

    /** From here on lines of this format, from this level on. Any thread may call this. */
    static void use(LogFormat format, LogLevel level) {
        if (System.getProperty(OWN_FILE) == null && LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            apply(context, format, level);
        }
    }

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        if (System.getProperty(OWN_FILE) != null) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        apply(context, LogFormat.TEXT, LogLevel.WARN);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static void apply(LoggerContext context, LogFormat format, LogLevel level) {
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(context);
        appender.setTarget("System.err");
        appender.setEncoder(encoder(context, format));
        appender.start();
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.detachAndStopAllAppenders();
        root.addAppender(appender);
        Level wanted = Level.toLevel(level.name());
        root.setLevel(wanted);
        // Netty's own lines are about Netty.
        context.getLogger("io.netty").setLevel(wanted.isGreaterOrEqual(Level.WARN) ? wanted : Level.WARN);
    }

    private static Encoder<ILoggingEvent> encoder(LoggerContext context, LogFormat format) {
        Encoder<ILoggingEvent> encoder =
                switch (format) {
                    case JSON -> new JsonLines();
                    case TEXT -> {
                        LayoutWrappingEncoder<ILoggingEvent> text = new LayoutWrappingEncoder<>();
                        text.setLayout(new TextLines(Console.ERR, Console.isTerminal("err")));
                        yield text;
                    }
                };
        encoder.setContext(context);
        encoder.start();
        return encoder;
    }
}
