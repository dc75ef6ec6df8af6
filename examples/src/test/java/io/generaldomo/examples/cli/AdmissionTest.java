package io.generaldomo.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.examples.config.BrokerSetup;
import io.generaldomo.examples.config.Sources;
import io.generaldomo.zmtp.authentication.CurveCertificate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys, and the broker that asks for them. */
class AdmissionTest {
    @TempDir
    private Path directory;

    @BeforeEach
    void makeKeys() throws Exception {
        Files.createDirectory(file("authorized"));
        for (String owner : List.of("broker", "alice", "mallory")) {
            assertThat(run("keygen -o DIR/" + owner).exitCode()).isZero();
        }
        Files.copy(file("alice"), file("authorized").resolve("alice"));
    }

    private Path file(String name) {
        return directory.resolve(name);
    }

    /** Starts a command whose words contain no spaces, with our directory for {@code DIR}. */
    private RunningCommand run(String words, String... more) {
        List<String> args = new ArrayList<>(List.of(words.replace("DIR", directory.toString()).split(" ")));
        args.addAll(List.of(more));
        return RunningCommand.start(args.toArray(String[]::new));
    }

    private RunningCommand broker(String... more) {
        return run("broker -a tcp://127.0.0.1:0 --curve DIR/broker", more);
    }

    private RunningCommand authorizing(String... more) {
        List<String> options = new ArrayList<>(List.of("--authorized-keys", file("authorized").toString()));
        options.addAll(List.of(more));
        return broker(options.toArray(String[]::new));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void keygenKeepsTheSecretOne() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file("alice_secret")))).isEqualTo("rw-------");
        CurveCertificate open = CurveCertificate.parse(Files.readString(file("alice")));
        CurveCertificate kept = CurveCertificate.parse(Files.readString(file("alice_secret")));
        assertThat(open.pair()).isEmpty();
        assertThat(kept.pair()).isPresent();
        assertThat(kept.key()).isEqualTo(open.key());
    }

    @Test
    void keygenTellsTheOpenKeyOnlyAndOverwritesNothing() throws Exception {
        RunningCommand keygen = run("keygen -o DIR/bob");
        assertThat(keygen.exitCode()).isZero();
        CurveCertificate kept = CurveCertificate.parse(Files.readString(file("bob_secret")));
        assertThat(keygen.out.rest())
                .hasSize(2)
                .anyMatch(line -> line.contains(kept.key().z85()))
                .noneMatch(line -> line.contains(kept.pair().orElseThrow().secretZ85()));

        String before = Files.readString(file("bob_secret"));
        assertThat(run("keygen -o DIR/bob").exitCode()).isEqualTo(2);
        Files.delete(file("bob"));
        RunningCommand again = run("keygen -o DIR/bob");
        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.err.rest()).singleElement().asString().contains("bob_secret exists already");
        assertThat(Files.readString(file("bob_secret"))).isEqualTo(before);
        assertThat(file("bob")).doesNotExist();
    }

    @Test
    void whoHasAnAuthorizedKeyMayDoWhatTheRulesAllow() throws Exception {
        try (RunningCommand broker = authorizing("--allow", "alice requests echo mmi.*", "--allow", "alice serves echo")) {
            String line = broker.out.next();
            assertThat(line).endsWith(" (server and router, CURVE)");
            String to = "-a " + line.split(" ")[2] + " --curve DIR/alice --server-key DIR/broker ";
            try (RunningCommand echo = run("echo " + to)) {
                assertThat(echo.out.next()).startsWith("serving 'echo'").endsWith("(client, CURVE, 1 at a time)");
                RunningCommand client = run("client " + to + "-s dealer echo hello");
                assertThat(client.exitCode()).isZero();
                assertThat(client.out.rest()).containsExactly("\"hello\"", "1 sent, 1 recv");

                RunningCommand mmi = run("mmi " + to + "services");
                assertThat(mmi.exitCode()).isZero();
                assertThat(mmi.out.rest()).containsExactly("SERVICE", "echo");

                RunningCommand other = run("client " + to + "--timeout 300 other hello");
                assertThat(other.exitCode()).isEqualTo(1);
            }
            assertThat(broker.err.rest()).isEmpty();
        }
    }

    @Test
    void whoHasNoneIsNotLetIn() throws Exception {
        try (RunningCommand broker = authorizing("--allow-all")) {
            String address = broker.address();
            RunningCommand mallory =
                    run("mmi --timeout 500 -a " + address + " --curve DIR/mallory --server-key DIR/broker");
            assertThat(mallory.exitCode()).isEqualTo(1);
            assertThat(mallory.err.rest()).singleElement().asString().contains("no broker answers");
            RunningCommand plain = run("mmi --timeout 500 -a " + address);
            assertThat(plain.exitCode()).isEqualTo(1);

            Files.copy(file("mallory"), file("authorized").resolve("mallory"));
            RunningCommand now = run("mmi -a " + address + " --curve DIR/mallory --server-key DIR/broker");
            assertThat(now.exitCode()).isZero();
        }
    }

    @Test
    void whereNoRuleIsNothingIsAllowed() throws Exception {
        try (RunningCommand broker = authorizing()) {
            assertThat(broker.err.next()).contains("nobody may request or serve anything").contains("--allow-all");
            RunningCommand mmi = run("mmi -a " + broker.address() + " --curve DIR/alice --server-key DIR/broker");
            assertThat(mmi.exitCode()).isEqualTo(1);
            assertThat(mmi.out.rest()).containsExactly("403 the broker does not let you ask this");
        }
    }

    @Test
    void anyKeyIsLetInWhereItIsAskedFor() throws Exception {
        String key = CurveCertificate.parse(Files.readString(file("broker"))).key().z85();
        try (RunningCommand broker = broker("--any-key", "--allow", "* requests mmi.broker")) {
            RunningCommand mmi = run("mmi -a " + broker.address(), "--server-key=" + key);
            assertThat(mmi.exitCode()).isZero();
        }
    }

    @Test
    void row28_byDefaultOtherMachinesDoNotReachTheBroker() {
        BrokerSetup setup = new Sources(Optional.empty(), Map.of(), Map.of()).read().setup().orElseThrow();
        assertThat(setup.endpoints()).extracting(endpoint -> endpoint.address().host()).containsExactly("127.0.0.1");
    }

    @Test
    void row28_otherMachinesAreLetInOnlyWhereItIsAskedFor() throws Exception {
        for (String host : List.of("*", "0.0.0.0", "[::]")) {
            RunningCommand open = run("broker -a tcp://127.0.0.1:0 -a tcp://" + host + ":0");
            assertThat(open.exitCode()).isEqualTo(2);
            assertThat(open.err.rest()).singleElement().asString()
                    .contains("tcp://" + host + ":0")
                    .contains("nobody there would have to show who they are")
                    .contains("--insecure");
            assertThat(open.out.rest()).isEmpty();
        }
        try (RunningCommand broker = run("broker -a tcp://*:0 --insecure")) {
            assertThat(broker.out.next()).startsWith("broker at tcp://");
        }
        try (RunningCommand broker = run("broker -a tcp://*:0 --curve DIR/broker --any-key")) {
            assertThat(broker.out.next()).startsWith("broker at tcp://");
        }
        try (RunningCommand broker = run("broker -a tcp://localhost:0")) {
            assertThat(broker.out.next()).startsWith("broker at tcp://");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "broker --curve DIR/none                                       | generaldomo keygen -o",
                "broker --curve DIR/authorized/alice                           | alice_secret",
                "broker --curve DIR                                            | cannot read a pair of keys",
                "broker --curve DIR/broker                                     | either --authorized-keys DIR",
                "broker --curve DIR/broker --any-key --authorized-keys DIR     | either --authorized-keys DIR",
                "broker --curve DIR/broker --authorized-keys DIR/none          | there is no directory",
                "broker --curve DIR/broker --any-key --allow alice             | is not 'USER requests SERVICE'",
                "broker --authorized-keys DIR/authorized                       | need --curve FILE",
                "broker --any-key                                              | need --curve FILE",
                "broker --allow echo                                           | is not 'USER requests SERVICE'",
                "broker --allow-all                                            | without --curve FILE",
                "client --curve DIR/alice echo                                 | --curve needs --server-key",
                "echo --curve DIR/alice --server-key DIR/none                  | is neither a public key",
                "keygen -o DIR/none/alice                                      | there is no directory for",
            })
    void mistakeIsOneLineThatSaysWhatIsRight(String args, String hint) throws Exception {
        RunningCommand command = run(args);
        assertThat(command.exitCode()).isEqualTo(2);
        assertThat(command.err.rest()).singleElement().asString().startsWith("generaldomo").contains(hint);
        assertThat(command.out.rest()).isEmpty();
    }
}
