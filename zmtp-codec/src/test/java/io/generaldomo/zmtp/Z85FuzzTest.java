package io.generaldomo.zmtp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.generaldomo.zmtp.fuzz.Fuzzer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What text people may hand over as a key: an {@code IllegalArgumentException}, or octets that give the same text again. */
class Z85FuzzTest {
    @Test
    void anyText() {
        byte[] key = "JTKVSB%%)wK0E.X)V>+}o?pNmC{O&4W4b!Ni{Lh6".getBytes(US_ASCII);
        Fuzzer.attack("zmtp-z85", List.of(key, new byte[5]), input -> {
            String text = new String(input, ISO_8859_1);
            try {
                if (!Z85.encode(Z85.decode(text)).equals(text)) {
                    throw new AssertionError("another text came out");
                }
                return "good " + text.length();
            } catch (IllegalArgumentException e) {
                return e.getMessage();
            }
        });
    }
}
