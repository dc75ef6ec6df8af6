package io.generaldomo.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.examples.keys.OwnersFile;
import io.generaldomo.zmtp.authentication.PasswordHash;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Users and passwords, and the broker that asks for them. */
class PlainAdmissionTest {
    /** For those who are let in: hashing takes its time, and more of it on a busy machine. */
    private static final String PATIENTLY = " --timeout 30000 ";

    /** Hashed once, since that takes its time. */
    private static final String USERS =
            new UserLines(List.of()).with("alice", PasswordHash.of("open sesame")).with("bob", PasswordHash.of("b")).text();

    @TempDir
    private Path directory;

    @BeforeEach
    void makeUsers() throws Exception {
        OwnersFile.replace(file("users"), USERS);
        Files.writeString(file("alice.password"), "open sesame\nwhat follows does not count\n");
        Files.writeString(file("bob.password"), "b");
        Files.writeString(file("wrong.password"), "b\n");
        Files.createFile(file("empty.password"));
    }

    private Path file(String name) {
        return directory.resolve(name);
    }

    private RunningCommand run(String words, String... more) {
        List<String> args = new ArrayList<>(List.of(words.replace("DIR", directory.toString()).split(" +")));
        args.addAll(List.of(more));
        return RunningCommand.start(args.toArray(String[]::new));
    }

    @Test
    void whoKnowsThePasswordMayDoWhatTheRulesAllow() throws Exception {
        try (RunningCommand broker = run("broker -a tcp://127.0.0.1:0 --plain-users DIR/users",
                "--allow", "bob serves echo", "--allow", "bob requests mmi.service", "--allow", "alice requests echo")) {
            String line = broker.out.next();
            assertThat(line).endsWith(" (server and router, PLAIN)");
            String to = " -a " + line.split(" ")[2];
            try (RunningCommand echo = run("echo" + to + " --user bob --password-file DIR/bob.password")) {
                assertThat(echo.out.next()).startsWith("serving 'echo'").endsWith("(client, PLAIN, 1 at a time)");
                RunningCommand client =
                        run("client" + to + PATIENTLY + "--user alice --password-file DIR/alice.password -s dealer echo hello");
                assertThat(client.exitCode()).isZero();
                assertThat(client.out.rest()).containsExactly("\"hello\"", "1 sent, 1 recv");

                RunningCommand mmi = run("mmi" + to + PATIENTLY + "--user alice --password-file DIR/alice.password services");
                assertThat(mmi.exitCode()).isEqualTo(1);
                assertThat(mmi.out.rest()).containsExactly("403 the broker does not let you ask this");
            }
        }
    }

    @Test
    void whoDoesNotKnowItIsNotLetIn() throws Exception {
        try (RunningCommand broker = run("broker -a tcp://127.0.0.1:0 --plain-users DIR/users --allow-all")) {
            String ask = "mmi -a " + broker.address() + " --timeout ";
            List<RunningCommand> strangers = Stream.of("", " --user alice --password-file DIR/wrong.password", " --user eve --password-file DIR/bob.password")
                    .map(credentials -> run(ask + "3000" + credentials))
                    .toList();
            for (RunningCommand stranger : strangers) {
                assertThat(stranger.exitCode()).isEqualTo(1);
                assertThat(stranger.err.rest()).singleElement().asString().contains("no broker answers");
            }
            Path users = file("users");
            OwnersFile.replace(users, UserLines.in(users).with("alice", PasswordHash.of("b")).text());
            RunningCommand alice = run(ask + "30000 --user alice --password-file DIR/wrong.password");
            assertThat(alice.exitCode()).isZero();
        }
    }

    @Test
    void otherMachinesAreLetInWithAPasswordThatIsReadOnTheWay() throws Exception {
        try (RunningCommand broker = run("broker -a tcp://*:0 --plain-users DIR/users --allow-all")) {
            assertThat(broker.out.next()).startsWith("broker at tcp://");
            assertThat(broker.err.rest()).singleElement().asString().contains("can read the passwords").contains("--curve");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "broker --plain-users DIR/none                                   | generaldomo passwd",
                "broker --plain-users DIR                                        | generaldomo passwd",
                "broker --plain-users DIR/users --any-key                        | need --curve FILE",
                "broker --plain-users DIR/users --allow-all --allow a_serves_b   | is not 'USER requests SERVICE'",
                "client --user alice echo                                        | --user needs --password-file",
                "client --password-file DIR/bob.password echo                    | --password-file needs --user",
                "client --user alice --password-file DIR/none echo               | there is no file",
                "client --user alice --password-file DIR/empty.password echo     | is no password, which has 1 to 255 octets",
                "client --user alice --password-file DIR echo                    | cannot read a password",
                "client --user alice --password-file DIR/bob.password --server-key JTKVSB%%)wK0E.X)V>+}o?pNmC{O&4W4b!Ni{Lh6 echo | either --user",
                "client --password geheim echo                                   | did you mean --password-file",
                "passwd DIR/users a:b                                            | no colon",
                "passwd DIR/users                                                | 'USER'",
                "broker --max-connections 0                                      | is no whole number from 1",
                "broker --max-message 2147483647                                 | --max-message: '2147483647' is not from 1 to",
            })
    void mistakeIsOneLineThatSaysWhatIsRight(String args, String hint) throws Exception {
        RunningCommand command = run(args);
        assertThat(command.exitCode()).isEqualTo(2);
        assertThat(command.err.rest()).singleElement().asString().startsWith("generaldomo").contains(hint);
        assertThat(command.out.rest()).isEmpty();
    }
}
