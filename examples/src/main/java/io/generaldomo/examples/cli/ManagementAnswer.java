package io.generaldomo.examples.cli;

import io.generaldomo.gdp.GdpMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a service of the broker itself answered (gdp.md, section 8), by its shape. */
sealed interface ManagementAnswer {
    /** The status that says that all is well. */
    String OK = "200";

    /**
     * A value for each name.
     *
     * @param values in the order of the answer
     */
    record Fields(Map<String, String> values) implements ManagementAnswer {}

    /**
     * A table.
     *
     * @param columns the names of the columns
     * @param rows as many cells a row as there are columns
     */
    record Rows(List<String> columns, List<List<String>> rows) implements ManagementAnswer {}

    /**
     * Anything else: a status, and what comes with it.
     *
     * @param status such as 200, 404 or 501
     * @param rest the other frames
     */
    record Other(String status, List<String> rest) implements ManagementAnswer {}

    /** Whether the broker did what it was asked. */
    default boolean isOk() {
        return !(this instanceof Other other) || other.status().equals(OK);
    }

    /**
     * Reads an answer of one {@code name=value} a frame.
     *
     * @param answer with its status in front
     * @return the fields, or the bare status if it is not 200
     */
    static ManagementAnswer fields(GdpMessage answer) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String frame : texts(answer, 1)) {
            int equals = frame.indexOf('=');
            if (equals < 0) {
                return other(answer);
            }
            values.put(frame.substring(0, equals), frame.substring(equals + 1));
        }
        return isOk(answer) ? new Fields(values) : other(answer);
    }

    /**
     * Takes an answer as it is.
     *
     * @param answer with its status in front
     * @return its frames
     */
    static ManagementAnswer other(GdpMessage answer) {
        return new Other(answer.size() == 0 ? "" : answer.utf8(0), texts(answer, 1));
    }

    /** Whether the status is 200. */
    static boolean isOk(GdpMessage answer) {
        return answer.size() > 0 && answer.utf8(0).equals(OK);
    }

    /** The frames from an index on. */
    static List<String> texts(GdpMessage answer, int from) {
        List<String> texts = new ArrayList<>();
        for (int i = from; i < answer.size(); i++) {
            texts.add(answer.utf8(i));
        }
        return texts;
    }
}
