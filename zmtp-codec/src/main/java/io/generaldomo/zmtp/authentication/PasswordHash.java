package io.generaldomo.zmtp.authentication;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * What is kept of a password: a salted hash that is slow to compute (PBKDF2 with HMAC-SHA-256, RFC 8018). Its text is
 * {@code pbkdf2-sha256$iterations$salt$hash}, the last two in Base64. Immutable and thread-safe.
 */
public final class PasswordHash {
    private static final String NAME = "pbkdf2-sha256";
    private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
    private static final int ITERATIONS = 600_000;
    private static final int MOST_ITERATIONS = 10_000_000;
    private static final int SALT_LENGTH = 16;
    private static final int HASH_LENGTH = 32;
    private static final int FIELDS = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final int iterations;
    private final byte[] salt;
    private final byte[] hash;

    private PasswordHash(int iterations, byte[] salt, byte[] hash) {
        this.iterations = iterations;
        this.salt = salt;
        this.hash = hash;
    }

    /**
     * Hashes a password, with a salt of its own. Takes a good part of a second.
     *
     * @param password one character or more
     * @return the hash
     * @throws IllegalArgumentException if the password is empty
     */
    public static PasswordHash of(String password) {
        return of(password, ITERATIONS);
    }

    static PasswordHash of(String password, int iterations) {
        if (password.isEmpty()) {
            throw new IllegalArgumentException("an empty password protects nothing");
        }
        byte[] salt = new byte[SALT_LENGTH];
        RANDOM.nextBytes(salt);
        return new PasswordHash(iterations, salt, compute(password.toCharArray(), salt, iterations));
    }

    /**
     * Reads a hash.
     *
     * @param text as {@link #text()} gives it
     * @return the hash
     * @throws IllegalArgumentException if it is no such text
     */
    public static PasswordHash parse(String text) {
        String[] fields = text.split("\\$", -1);
        if (fields.length != FIELDS || !fields[0].equals(NAME)) {
            throw new IllegalArgumentException("a password hash reads " + NAME + "$iterations$salt$hash");
        }
        int iterations = Integer.parseInt(fields[1]);
        byte[] salt = Base64.getDecoder().decode(fields[2]);
        byte[] hash = Base64.getDecoder().decode(fields[3]);
        if (iterations < 1 || iterations > MOST_ITERATIONS || salt.length == 0 || hash.length != HASH_LENGTH) {
            throw new IllegalArgumentException("a password hash with another number of iterations or octets than it may have");
        }
        return new PasswordHash(iterations, salt, hash);
    }

    /**
     * Whether this is the hash of a password. Takes as long as hashing, whatever the answer.
     *
     * @param password octets of UTF-8, as PLAIN brings them
     * @return true if it is
     */
    public boolean matches(byte[] password) {
        char[] characters;
        try {
            CharBuffer decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(password));
            characters = new char[decoded.length()];
            decoded.get(characters);
            Arrays.fill(decoded.array(), '\0');
        } catch (CharacterCodingException e) {
            return false;
        }
        return characters.length > 0 && MessageDigest.isEqual(hash, compute(characters, salt, iterations));
    }

    private static byte[] compute(char[] password, byte[] salt, int iterations) {
        PBEKeySpec spec = new PBEKeySpec(password, salt, iterations, HASH_LENGTH * Byte.SIZE);
        Arrays.fill(password, '\0');
        try {
            return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(spec).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        } finally {
            spec.clearPassword();
        }
    }

    /**
     * This hash as it stands in a {@link PasswordFile}.
     *
     * @return one word of ASCII
     */
    public String text() {
        Base64.Encoder base64 = Base64.getEncoder();
        return NAME + '$' + iterations + '$' + base64.encodeToString(salt) + '$' + base64.encodeToString(hash);
    }

    /** Not the hash: who has it can guess. */
    @Override
    public String toString() {
        return "PasswordHash[hidden]";
    }
}
