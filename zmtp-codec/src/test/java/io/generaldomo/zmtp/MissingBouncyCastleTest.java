package io.generaldomo.zmtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What a user without the optional jar gets to see. */
class MissingBouncyCastleTest {
    @Test
    void curveSaysWhichJarToAdd() throws Exception {
        URL[] others = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("bcprov"))
                .map(entry -> url(Path.of(entry).toUri()))
                .toArray(URL[]::new);
        try (URLClassLoader without = new URLClassLoader(others, ClassLoader.getPlatformClassLoader())) {
            Class<?> pair = without.loadClass("io.generaldomo.zmtp.CurveKeyPair");
            Throwable failure = catchThrowable(() -> pair.getMethod("generate").invoke(null));
            while (!(failure instanceof IllegalStateException)) {
                failure = failure.getCause();
            }
            assertThat(failure).hasMessage("CURVE needs Bouncy Castle: add org.bouncycastle:bcprov-jdk18on");

            Class<?> key = without.loadClass("io.generaldomo.zmtp.CurveKey");
            assertThat(key.getMethod("of", byte[].class).invoke(null, (Object) new byte[32])).hasToString("0".repeat(40));
        }
    }

    private static URL url(URI uri) {
        try {
            return uri.toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
