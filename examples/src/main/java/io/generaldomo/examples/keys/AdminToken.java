package io.generaldomo.examples.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/** What an operator has to show who wants to change something on the admin pages. Immutable and thread-safe. */
public final class AdminToken {
    private static final int SHORTEST = 16;

    private final byte[] token;

    private AdminToken(byte[] token) {
        this.token = token;
    }

    /**
     * The token that is the first line of a file.
     *
     * @param file the file
     * @return the token
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if it is too short to be a secret
     */
    public static AdminToken read(Path file) throws IOException {
        String first = Files.readString(file).lines().findFirst().orElse("").strip();
        if (first.length() < SHORTEST) {
            throw new IllegalArgumentException("a token has at least " + SHORTEST + " characters");
        }
        return new AdminToken(first.getBytes(UTF_8));
    }

    /**
     * Whether somebody knows it; in a time that tells nothing of it.
     *
     * @param shown by whoever asks
     * @return true if it is the same
     */
    public boolean matches(String shown) {
        return MessageDigest.isEqual(shown.getBytes(UTF_8), token);
    }
}
