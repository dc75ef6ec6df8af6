package io.generaldomo.examples.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;
import picocli.CommandLine.Help.Ansi;

/** How lines of the log look, for people and for programs. */
class LogLinesTest {
    private final LoggerContext context = new LoggerContext();

    private LoggingEvent event(Level level, String message, Throwable failure, Object... keysAndValues) {
        LoggingEvent event = new LoggingEvent("", context.getLogger("io.generaldomo.gdp.broker.BrokerCore"), level, message, failure, null);
        for (int i = 0; i < keysAndValues.length; i += 2) {
            event.addKeyValuePair(new KeyValuePair((String) keysAndValues[i], keysAndValues[i + 1]));
        }
        return event;
    }

    @Test
    void textHasColumnsAndTheKeyValuesThatTheMessageLacks() {
        TextLines text = new TextLines(Ansi.OFF, true);
        assertThat(text.doLayout(event(Level.WARN, "/127.0.0.1:1 may not serve echo", null, "peer", "/127.0.0.1:1", "request", "00ff", "why", "no \"rule\"")))
                .matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{3} WARN  BrokerCore           /127\\.0\\.0\\.1:1 may not serve echo request=00ff why=\"no \\\\\"rule\\\\\"\"\\R");
        assertThat(text.doLayout(event(Level.INFO, "b", null))).matches("\\S+ INFO  BrokerCore           b\\R");
    }

    @Test
    void elsewhereThanInATerminalTextHasADate() {
        assertThat(new TextLines(Ansi.OFF, false).doLayout(event(Level.INFO, "b", null)))
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}(Z|[+-]\\d\\d:\\d\\d) INFO  .*\\R");
    }

    @Test
    void coloursAreForTerminals() {
        assertThat(new TextLines(Ansi.ON, true).doLayout(event(Level.ERROR, "@|bold b|@", null, "peer", "p"))).contains("\u001B[31mERROR\u001B[", "@|bold b|@");
        assertThat(new TextLines(Ansi.OFF, true).doLayout(event(Level.ERROR, "b", new IllegalStateException("why"), "peer", "p")))
                .doesNotContain("\u001B")
                .contains("b peer=p" + System.lineSeparator() + "java.lang.IllegalStateException: why");
    }

    @Test
    void jsonIsAnObjectWithTheKeyValuesAsFields() throws Exception {
        JsonLines json = new JsonLines();
        json.setContext(context);
        json.start();
        String line = new String(json.encode(event(Level.WARN, "a \"b\"\n", null, "peer", "tcp://[::1]:5", "service", "e\"c\nho")), UTF_8);
        assertThat(line).endsWith("}\n").hasLineCount(1);
        assertThat(fields(line)).containsEntry("level", "WARN")
                .containsEntry("loggerName", "io.generaldomo.gdp.broker.BrokerCore")
                .containsEntry("formattedMessage", "a \"b\"\n")
                .containsEntry("peer", "tcp://[::1]:5")
                .containsEntry("service", "e\"c\nho")
                .containsKeys("timestamp", "threadName");
    }

    private static Map<String, String> fields(String json) throws Exception {
        Map<String, String> fields = new LinkedHashMap<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken().isScalarValue()) {
                    fields.put(parser.currentName(), parser.getText());
                }
            }
        }
        return fields;
    }
}
