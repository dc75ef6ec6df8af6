package io.generaldomo.zmtp.authentication;

import io.generaldomo.zmtp.CurveKey;
import io.generaldomo.zmtp.CurveKeyPair;
import io.generaldomo.zmtp.ZmtpMetadata;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A CURVE key in a file, in the form that CZMQ's {@code zcert} reads and writes:
 *
 * <pre>
 * metadata
 *     name = "Alice"
 * curve
 *     public-key = "Yne@$w-vo&lt;fVvi]a&lt;NY6T1ed:M$fCG*[IaLV{hID"
 *     secret-key = "…"
 * </pre>
 *
 * <p>A file that holds nothing but the 40 characters of a public key is one too.
 *
 * @param key the public key
 * @param pair both keys, if the secret one is in the file
 * @param metadata what the file says about the owner
 */
public record CurveCertificate(CurveKey key, Optional<CurveKeyPair> pair, ZmtpMetadata metadata) {
    private static final int KEY_LENGTH = 40;

    /**
     * Reads a certificate.
     *
     * @param text the content of a file
     * @return the certificate
     * @throws IllegalArgumentException if there is no key in it, or its keys do not belong together; the message does not repeat them
     */
    public static CurveCertificate parse(String text) {
        String section = "";
        String publicKey = null;
        String secretKey = null;
        ZmtpMetadata metadata = ZmtpMetadata.EMPTY;
        for (String line : text.split("\\R")) {
            String content = line.strip();
            if (content.length() == KEY_LENGTH && content.chars().noneMatch(Character::isWhitespace)) {
                publicKey = content;
            } else if (content.isEmpty() || content.startsWith("#")) {
                continue;
            } else if (!Character.isWhitespace(line.charAt(0))) {
                section = content;
            } else {
                int equals = content.indexOf('=');
                String name = content.substring(0, Math.max(equals, 0)).strip();
                String value = unquoted(content.substring(equals + 1).strip());
                if (section.equals("metadata") && !name.isEmpty()) {
                    metadata = metadata.with(name, value);
                } else if (section.equals("curve") && name.equals("public-key")) {
                    publicKey = value;
                } else if (section.equals("curve") && name.equals("secret-key")) {
                    secretKey = value;
                }
            }
        }
        return of(publicKey, secretKey, metadata);
    }

    private static CurveCertificate of(@Nullable String publicKey, @Nullable String secretKey, ZmtpMetadata metadata) {
        Optional<CurveKeyPair> pair = Optional.ofNullable(secretKey).map(CurveKeyPair::ofZ85);
        if (publicKey == null && pair.isEmpty()) {
            throw new IllegalArgumentException("there is no key");
        }
        CurveKey key = publicKey == null ? pair.orElseThrow().publicKey() : CurveKey.ofZ85(publicKey);
        if (pair.isPresent() && !pair.get().publicKey().equals(key)) {
            throw new IllegalArgumentException("the public key is not that of the secret key");
        }
        return new CurveCertificate(key, pair, metadata);
    }

    /** Keys contain what would be comments and quotation marks elsewhere, so a value ends at the last mark like its first. */
    private static String unquoted(String value) {
        if (value.isEmpty() || value.charAt(0) != '"' && value.charAt(0) != '\'') {
            return value;
        }
        int end = value.lastIndexOf(value.charAt(0));
        return end == 0 ? value : value.substring(1, end);
    }

    /**
     * This certificate without its secret key, to be given to others.
     *
     * @return the content of a file
     */
    public String publicText() {
        StringBuilder text = new StringBuilder("metadata\n");
        for (ZmtpMetadata.Property property : metadata.properties()) {
            String value = metadata.text(property.name()).orElse("");
            text.append("    ").append(property.name()).append(" = \"").append(value).append("\"\n");
        }
        return text.append("curve\n    public-key = \"").append(key.z85()).append("\"\n").toString();
    }

    /**
     * This certificate with its secret key, for a file that only its owner can read.
     *
     * @return the content of a file
     * @throws IllegalStateException if there is no secret key
     */
    public String secretText() {
        String secret = pair.orElseThrow(() -> new IllegalStateException("there is no secret key")).secretZ85();
        return publicText() + "    secret-key = \"" + secret + "\"\n";
    }
}
