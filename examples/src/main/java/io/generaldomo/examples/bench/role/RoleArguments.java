package io.generaldomo.examples.bench.role;

import io.generaldomo.examples.bench.Role;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is said to a role when it is started: {@code ROLE KEY=VALUE…}. Immutable. */
public final class RoleArguments {
    private final Role role;
    private final Map<String, String> values = new HashMap<>();

    /**
     * Reads the command line.
     *
     * @param args role, keys and values
     * @throws IllegalArgumentException if they are something else
     */
    public RoleArguments(String... args) {
        if (args.length == 0) {
            throw new IllegalArgumentException("the role is missing");
        }
        role = Role.valueOf(args[0].toUpperCase(Locale.ROOT));
        for (int i = 1; i < args.length; i++) {
            int equals = args[i].indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException("'" + args[i] + "' is not KEY=VALUE");
            }
            values.put(args[i].substring(0, equals), args[i].substring(equals + 1));
        }
    }

    /**
     * What to do.
     *
     * @return the role
     */
    public Role role() {
        return role;
    }

    /**
     * A value that must be there.
     *
     * @param key its key
     * @return its text
     * @throws IllegalArgumentException if it is not there
     */
    public String text(String key) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException(role + " needs " + key + "=…");
        }
        return value;
    }

    /**
     * A value.
     *
     * @param key its key
     * @param otherwise what it is if it is not said
     * @return its text
     */
    public String text(String key, String otherwise) {
        return values.getOrDefault(key, otherwise);
    }

    /**
     * A number.
     *
     * @param key its key
     * @param otherwise what it is if it is not said
     * @return its value
     */
    public int number(String key, int otherwise) {
        @Nullable String value = values.get(key);
        return value == null ? otherwise : Integer.parseInt(value);
    }

    /**
     * A CURVE key.
     *
     * @param key its key
     * @return 32 octets
     */
    public byte[] octets(String key) {
        return HexFormat.of().parseHex(text(key));
    }
}
