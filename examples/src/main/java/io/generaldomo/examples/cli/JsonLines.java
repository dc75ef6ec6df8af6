package io.generaldomo.examples.cli;

import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.JsonEscapeUtil;
import java.util.List;
import org.slf4j.event.KeyValuePair;

/**
 * Lines of the log for programs, an object of JSON on each: Logback's, with key-values as fields of the object, so that one can ask for
 * {@code .peer}, not for an element of a list. Thread-safe.
 */
final class JsonLines extends JsonEncoder {
    JsonLines() {
        setWithSequenceNumber(false);
        setWithNanoseconds(false);
        setWithContext(false);
        setWithMarkers(false);
        setWithMDC(false);
        setWithArguments(false);
        setWithMessage(false);
        setWithFormattedMessage(true);
    }

    @Override
    protected void appendKeyValuePairs(StringBuilder line, ILoggingEvent event) {
        List<KeyValuePair> pairs = event.getKeyValuePairs();
        if (pairs != null) {
            for (KeyValuePair pair : pairs) {
                appendValueSeparator(line, true);
                appenderMember(line, JsonEscapeUtil.jsonEscapeString(pair.key), JsonEscapeUtil.jsonEscapeString(String.valueOf(pair.value)));
            }
        }
    }
}
