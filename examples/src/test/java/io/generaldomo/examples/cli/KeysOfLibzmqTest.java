package io.generaldomo.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.examples.keys.KeyFiles;
import io.generaldomo.spec.peer.LibzmqPeer;
import io.generaldomo.spec.peer.LibzmqSocket;
import io.generaldomo.spec.peer.LibzmqSocketType;
import io.generaldomo.spec.peer.RequiresLibzmq;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What keygen writes has the lines that CZMQ's {@code zcert_load} looks for, and libzmq can use what stands in them. That CZMQ itself loads such
 * files was seen with {@code protocol-spec/src/test/capture/certificate.c}.
 */
@RequiresLibzmq
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KeysOfLibzmqTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String KEY = "[0-9a-zA-Z.\\-:+=^!/*?&<>()\\[\\]{}@%$#]{40}";
    private static final Pattern OPEN = Pattern.compile("metadata\ncurve\n {4}public-key = \"(" + KEY + ")\"\n");
    private static final Pattern KEPT = Pattern.compile(OPEN + " {4}secret-key = \"(" + KEY + ")\"\n");

    @TempDir
    private Path directory;

    private Path make(String owner) throws Exception {
        Path file = directory.resolve(owner);
        assertThat(RunningCommand.start("keygen", "-o", file.toString()).exitCode()).isZero();
        return file;
    }

    private static Matcher read(Path file, Pattern form) throws Exception {
        Matcher found = form.matcher(Files.readString(file));
        assertThat(found.matches()).as("%s is as CZMQ writes it", file).isTrue();
        return found;
    }

    @Test
    void libzmqTakesKeysThatKeygenMade() throws Exception {
        Matcher brokers = read(make("broker"), OPEN);
        Path alice = make("alice");
        Matcher own = read(KeyFiles.secret(alice), KEPT);
        assertThat(read(alice, OPEN).group(1)).isEqualTo(own.group(1));
        Path authorized = Files.createDirectory(directory.resolve("authorized"));
        Files.copy(alice, authorized.resolve("alice"));
        try (RunningCommand broker = RunningCommand.broker("--curve", directory.resolve("broker").toString(),
                        "--authorized-keys", authorized.toString(), "--allow", "alice requests mmi.service");
                LibzmqPeer libzmq = LibzmqPeer.start();
                LibzmqSocket socket = libzmq.open(LibzmqSocketType.DEALER, Map.of(
                        "curvePublicKey", own.group(1), "curveSecretKey", own.group(2), "curveServerKey", brokers.group(1)))) {
            socket.connect(broker.address());
            socket.send("", "MDPC01", "mmi.service", "echo");
            assertThat(socket.receive(PATIENCE).text()).containsExactly("", "MDPC01", "mmi.service", "404");
        }
    }
}
