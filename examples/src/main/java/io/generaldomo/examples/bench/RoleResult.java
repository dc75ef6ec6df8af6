package io.generaldomo.examples.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What a role has counted.
 *
 * @param numbers by their keys, which the package's description has
 * @param notes for people
 */
public record RoleResult(Map<String, Long> numbers, Map<String, String> notes) {
    private static final JsonFactory JSON = new JsonFactory();

    /**
     * Reads what a role says.
     *
     * @param text an object of numbers and texts, in JSON
     * @throws PeerException if it is something else
     */
    static RoleResult parse(String text) {
        Map<String, Long> numbers = new LinkedHashMap<>();
        Map<String, String> notes = new LinkedHashMap<>();
        try (JsonParser json = JSON.createParser(text)) {
            require(json.nextToken() == JsonToken.START_OBJECT, text);
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String key = json.currentName();
                JsonToken value = json.nextToken();
                if (value == JsonToken.VALUE_NUMBER_INT) {
                    numbers.put(key, json.getLongValue());
                } else {
                    require(value == JsonToken.VALUE_STRING, text);
                    notes.put(key, json.getText());
                }
            }
            require(json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null, text);
        } catch (IOException e) {
            throw new PeerException("'" + text + "' is no result: " + e.getMessage());
        }
        return new RoleResult(numbers, notes);
    }

    private static void require(boolean holds, String text) {
        if (!holds) {
            throw new PeerException("'" + text + "' is no result: an object of numbers and texts is needed");
        }
    }

    /**
     * A number.
     *
     * @param key its key
     * @return its value, if the role knows it
     */
    public OptionalLong number(String key) {
        Long value = numbers.get(key);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
