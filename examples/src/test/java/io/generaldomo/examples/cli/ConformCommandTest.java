package io.generaldomo.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.examples.keys.OwnersFile;
import io.generaldomo.zmtp.authentication.PasswordHash;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** The conformance kit against our broker, and against somebody who is no peer at all. */
class ConformCommandTest {
    @TempDir
    private Path directory;

    @Test
    void ourBrokerFailsNothing() throws Exception {
        try (RunningCommand broker = RunningCommand.broker()) {
            assertThat(failsNothing(broker)).as("cases of ZMTP, and of Majordomo in every dialect").isGreaterThan(600);
        }
        assertThat(Files.readString(directory.resolve("conform.html"))).contains("zmtp/", "mdp/0.1/", "GDP broker");
    }

    @Test
    void ourBrokerOfPlainFailsNothing() throws Exception {
        Path users = directory.resolve("users");
        OwnersFile.replace(users, UserLines.in(users).with("alice", PasswordHash.of("wonder")).text());
        Path password = Files.writeString(directory.resolve("password"), "wonder\n");
        try (RunningCommand broker = RunningCommand.broker("--plain-users", users.toString(), "--allow-all")) {
            // Each connection costs the hash of a password, and the groups of Majordomo make hundreds; they have nothing to do with the mechanism.
            assertThat(failsNothing(broker, "--group", "zmtp", "--user", "alice", "--password-file", password.toString()))
                    .isGreaterThan(100);
        }
    }

    @Test
    void ourBrokerOfCurveFailsNothing() throws Exception {
        Path keys = directory.resolve("broker");
        assertThat(RunningCommand.start("keygen", "-o", keys.toString()).exitCode()).isZero();
        try (RunningCommand broker = RunningCommand.broker("--curve", keys.toString(), "--any-key", "--allow-all")) {
            assertThat(failsNothing(broker, "--server-key", keys.toString())).isGreaterThan(50);
        }
    }

    /** Runs the suite; returns how many cases passed. */
    private int failsNothing(RunningCommand broker, String... credentials) throws Exception {
        List<String> args = new ArrayList<>(List.of(credentials));
        args.add(broker.address());
        return passed(start(args.toArray(String[]::new)));
    }

    private RunningCommand start(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(0, List.of("conform", "--junit", junit().toString(), "--html", directory.resolve("conform.html").toString()));
        return RunningCommand.start(all.toArray(String[]::new));
    }

    private int passed(RunningCommand conform) throws Exception {
        assertThat(conform.exitCode()).as(() -> conform.out.rest() + "" + conform.err.rest()).isZero();
        Element suite = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(junit().toFile()).getDocumentElement();
        assertThat(suite.getElementsByTagName("failure").getLength()).as(() -> String.join("\n", conform.out.rest())).isZero();
        return suite.getElementsByTagName("testcase").getLength() - suite.getElementsByTagName("skipped").getLength();
    }

    private Path junit() {
        return directory.resolve("conform.xml");
    }

    @Test
    void whoHangsUpFails() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread hangsUp = new Thread(() -> {
                try {
                    while (true) {
                        server.accept().close();
                    }
                } catch (IOException closed) {
                    // the test is over
                }
            });
            hangsUp.start();
            RunningCommand conform = RunningCommand.start("conform", "tcp://127.0.0.1:" + server.getLocalPort(), "--group", "greeting");
            assertThat(conform.exitCode()).as(() -> conform.out.rest() + "" + conform.err.rest()).isEqualTo(1);
        }
    }
}
