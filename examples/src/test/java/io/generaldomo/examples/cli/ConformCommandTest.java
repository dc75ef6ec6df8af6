package io.generaldomo.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.examples.keys.OwnersFile;
import io.generaldomo.zmtp.ZmtpLimits;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.authentication.PasswordHash;
import io.generaldomo.zmtp.socket.SocketListener;
import io.generaldomo.zmtp.socket.SocketOptions;
import io.generaldomo.zmtp.socket.SocketPeer;
import io.generaldomo.zmtp.socket.ZmtpDealer;
import io.generaldomo.zmtp.transport.ReconnectPolicy;
import io.generaldomo.zmtp.transport.ZmtpTransport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.w3c.dom.Element;

/** The conformance kit against our broker, and against somebody who is no peer at all. The tests run side by side, since the kit mostly waits. */
@Execution(ExecutionMode.CONCURRENT)
class ConformCommandTest {
    private static final ReconnectPolicy RESTLESS = new ReconnectPolicy(Duration.ofMillis(20), Duration.ofMillis(100));
    private static final Duration HANDSHAKE = Duration.ofSeconds(2);

    /** Of "wonder". One round is enough for a test: the broker computes it for each connection. */
    private static final PasswordHash WONDER = PasswordHash.parse("pbkdf2-sha256$1$c2FsdA==$LNLqpAg8hgBK9O5fmabE722eB+og4kDAqu3kFADo1qA=");

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
    void ourBrokerFailsNothingOverWebSocket() throws Exception {
        try (RunningCommand broker = RunningCommand.start("broker", "-a", "ws://127.0.0.1:0/")) {
            assertThat(failsNothing(broker, "--group", "zws")).isGreaterThan(40);
        }
    }

    @Test
    void ourBrokerOfPlainFailsNothing() throws Exception {
        Path users = directory.resolve("users");
        OwnersFile.replace(users, UserLines.in(users).with("alice", WONDER).text());
        Path password = Files.writeString(directory.resolve("password"), "wonder\n");
        try (RunningCommand broker = RunningCommand.broker("--plain-users", users.toString(), "--allow-all")) {
            // The groups of Majordomo have nothing to do with the mechanism.
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

    /** Sends back what comes, on a connection after the other: the kit closes each at the end of a case. */
    @Test
    @Timeout(60)
    void aSocketThatConnectsToItFailsNothing() throws Exception {
        RunningCommand conform = start("--listen", "--echo", "--handshake-time", Long.toString(HANDSHAKE.toMillis()), "--group", "zmtp/3.1/message",
                "--group", "zmtp/3.1/commands", "--group", "zmtp/3.1/null/silent", "tcp://127.0.0.1:0");
        String note = conform.err.next();
        assertThat(note).contains("waiting for a peer at tcp://127.0.0.1:");
        CompletableFuture<ZmtpDealer> dealer = new CompletableFuture<>();
        SocketListener echo = new SocketListener() {
            @Override
            public void onMessage(SocketPeer from, ZmtpMessage message) {
                dealer.join().send(message);
            }
        };
        try (ZmtpTransport transport = ZmtpTransport.create(1); ZmtpDealer socket = ZmtpDealer.open(restless(transport), echo)) {
            dealer.complete(socket);
            socket.connect(note.substring(note.lastIndexOf(' ') + 1));
            assertThat(passed(conform)).isGreaterThan(30);
        }
        assertThat(Files.readString(directory.resolve("conform.html"))).contains("DEALER", "silent-after-greeting", "<li><b>0</b>failed</li>")
                .doesNotContain("it was not said");
    }

    @Test
    void ourBrokerAtAUnixDomainSocketFailsNothing() throws Exception {
        try (RunningCommand broker = RunningCommand.start("broker", "-a", "ipc://" + directory.resolve("broker"))) {
            assertThat(failsNothing(broker, "--group", "zmtp", "--group", "mdp/0.1/client")).isGreaterThan(100);
        }
    }

    @Test
    void ourBrokerOfTlsFailsNothing() throws Exception {
        Certificate own = Certificate.make(directory, "broker");
        try (RunningCommand broker = RunningCommand.start("broker", "-a", "tls+tcp://127.0.0.1:0", "--tls-cert", own.file(), "--tls-key", own.key())) {
            assertThat(failsNothing(broker, "--group", "greeting", "--group", "framing", "--tls-trust", own.file())).isGreaterThan(30);
        }
    }

    @Test
    void aCertificateThatIsNotTrustedIsNamedAsTheReason() throws Exception {
        Certificate own = Certificate.make(directory, "broker");
        try (RunningCommand broker = RunningCommand.start("broker", "-a", "tls+tcp://127.0.0.1:0", "--tls-cert", own.file(), "--tls-key", own.key())) {
            RunningCommand conform = RunningCommand.start("conform", broker.address());
            assertThat(conform.exitCode()).isEqualTo(1);
            assertThat(conform.err.rest()).singleElement().asString().contains("the peer's TLS certificate is not trusted");
        }
    }

    private static SocketOptions restless(ZmtpTransport transport) {
        return SocketOptions.on(transport).withReconnect(RESTLESS).withLinger(Duration.ZERO).withLimits(ZmtpLimits.DEFAULT.withHandshakeTime(HANDSHAKE));
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
