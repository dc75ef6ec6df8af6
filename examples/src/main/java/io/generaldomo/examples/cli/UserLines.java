package io.generaldomo.examples.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.generaldomo.zmtp.authentication.PasswordHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a file of users and password hashes, as {@link io.generaldomo.zmtp.authentication.PasswordFile} reads it. What is not the line of
 * the user in question is kept as it is, comments included. Immutable.
 *
 * @param lines all there are
 */
record UserLines(List<String> lines) {
    private static final int LONGEST_NAME = 255;

    /** What is in a file; nothing if it is not there. */
    static UserLines in(Path file) throws IOException {
        return new UserLines(Files.exists(file) ? Files.readAllLines(file) : List.of());
    }

    boolean has(String user) {
        String start = start(user);
        return lines.stream().anyMatch(line -> line.startsWith(start));
    }

    /** These lines with a password for a user, in the place of the one that the user had. */
    UserLines with(String user, PasswordHash password) {
        String start = start(user);
        List<String> changed = new ArrayList<>(lines);
        changed.removeIf(line -> line.startsWith(start));
        changed.add(start + password.text());
        return new UserLines(changed);
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }

    /** How the line of a user begins. */
    private static String start(String user) {
        boolean isName = !user.isBlank() && user.chars().noneMatch(Character::isISOControl);
        if (!isName || user.startsWith("#") || user.indexOf(':') >= 0 || user.getBytes(UTF_8).length > LONGEST_NAME) {
            throw new IllegalArgumentException("the name of a user has 1 to " + LONGEST_NAME
                    + " octets, no colon, no control character, and no # in front");
        }
        return user + ":";
    }
}
