package io.generaldomo.zmtp.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;

/** Inputs that did harm once: {@code fuzz/NAME.hex} on the class path, one a line, in hexadecimal; a line with {@code #} is a remark. */
final class Regressions {
    private Regressions() {}

    static List<byte[]> of(String name) {
        try (InputStream in = Regressions.class.getResourceAsStream("/fuzz/" + name + ".hex")) {
            if (in == null) {
                return List.of();
            }
            return new BufferedReader(new InputStreamReader(in, UTF_8)).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> HexFormat.of().parseHex(line.strip()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
