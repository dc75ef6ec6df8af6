package io.generaldomo.examples.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.gdp.ConnectionConfig;
import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.client.ClientConfig;
import io.generaldomo.gdp.client.GdpClient;
import io.generaldomo.gdp.worker.GdpWorker;
import io.generaldomo.zmtp.CurveKeyPair;
import io.generaldomo.zmtp.ZmtpSecurity;
import io.generaldomo.zmtp.authentication.PasswordHash;
import io.generaldomo.zmtp.transport.Endpoint;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/generaldomo} as people start it, on the jars that this build has made. */
@DisabledOnOs(OS.WINDOWS)
class LauncherIT {
    @Test
    void tellsItsVersionAndDoesNotBuildWhatIsBuilt() throws Exception {
        try (RunningProcess version = RunningProcess.start("--version")) {
            assertThat(version.exitCode()).isZero();
            assertThat(version.out.rest()).singleElement().asString().startsWith("generaldomo ");
            assertThat(version.err.rest()).isEmpty();
        }
    }

    @Test
    void demo() throws Exception {
        try (RunningProcess demo = RunningProcess.start("demo")) {
            assertThat(demo.exitCode()).isZero();
            assertThat(demo.out.rest()).hasSizeBetween(8, 14);
            assertThat(demo.err.rest()).isEmpty();
        }
    }

    @Test
    void badAddressIsOneLine() throws Exception {
        try (RunningProcess broker = RunningProcess.start("broker", "-a", "tcp:/127.0.0.1")) {
            assertThat(broker.exitCode()).isEqualTo(2);
            assertThat(broker.err.rest()).singleElement().asString().contains("bad address 'tcp:/127.0.0.1'");
            assertThat(broker.out.rest()).isEmpty();
        }
    }

    @Test
    void portInUseIsOneLine() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                RunningProcess broker = RunningProcess.start("broker", "-a", "tcp://127.0.0.1:" + taken.getLocalPort())) {
            assertThat(broker.exitCode()).isEqualTo(2);
            assertThat(broker.err.rest()).singleElement().asString().contains("the port is in use");
        }
    }

    @Test
    void brokerWorkerAndClientAsProcesses() throws Exception {
        try (RunningProcess broker = RunningProcess.start("broker", "-a", "tcp://127.0.0.1:0")) {
            String address = broker.out.next().split(" ")[2];
            try (RunningProcess echo = RunningProcess.start("echo", "-a", address)) {
                assertThat(echo.out.next()).startsWith("serving 'echo'");
                try (RunningProcess client = RunningProcess.start("client", "-a", address, "-n", "5", "echo", "Grüße", "world")) {
                    assertThat(client.exitCode()).isZero();
                    assertThat(client.out.rest()).hasSize(6).last().isEqualTo("5 sent, 5 recv");
                    assertThat(client.err.rest()).isEmpty();
                }
                echo.signal("INT");
                assertThat(echo.exitCode()).isZero();
                assertThat(echo.out.rest()).containsExactly("closed");
                // On a machine that is busy otherwise the first answer may be late.
                assertThat(echo.err.rest()).allMatch(line -> line.contains("waiting for one"));
            }
            broker.signal("TERM");
            assertThat(broker.exitCode()).isZero();
            assertThat(broker.out.rest()).containsExactly("closed");
            assertNoComplaints(broker);
        }
    }

    /** But that the machine is busy otherwise, which a broker tells too. */
    private static void assertNoComplaints(RunningProcess broker) {
        assertThat(broker.err.rest()).allMatch(line -> line.contains("the broker was held up"));
    }

    /** SIGTERM while a worker is at work: the client gets its reply, and only then the broker ends. */
    @Test
    void brokerFinishesWhatIsUnderWay() throws Exception {
        try (RunningProcess broker = RunningProcess.start("broker", "-a", "tcp://127.0.0.1:0")) {
            String address = broker.out.next().split(" ")[2];
            CountDownLatch atWork = new CountDownLatch(1);
            CountDownLatch mayReply = new CountDownLatch(1);
            try (GdpWorker worker = GdpWorker.serve(address, "slow", request -> {
                        atWork.countDown();
                        mayReply.await();
                        return request;
                    });
                    GdpClient client = GdpClient.connect(address)) {
                assertThat(worker).isNotNull();
                CompletableFuture<GdpMessage> reply = client.request("slow", GdpMessage.ofUtf8("x"));
                assertThat(atWork.await(30, TimeUnit.SECONDS)).isTrue();
                broker.signal("TERM");
                mayReply.countDown();
                assertThat(reply.get(30, TimeUnit.SECONDS)).isEqualTo(GdpMessage.ofUtf8("x"));
                assertThat(broker.exitCode()).isZero();
                assertNoComplaints(broker);
            }
        }
    }

    @Test
    void secondSignalEndsAtOnce() throws Exception {
        try (RunningProcess broker = RunningProcess.start("broker", "-a", "tcp://127.0.0.1:0", "--drain", "600000")) {
            String address = broker.out.next().split(" ")[2];
            CountDownLatch atWork = new CountDownLatch(1);
            CountDownLatch never = new CountDownLatch(1);
            try (GdpWorker worker = GdpWorker.serve(address, "stuck", request -> {
                        atWork.countDown();
                        never.await();
                        return request;
                    });
                    GdpClient client = GdpClient.connect(ClientConfig.of(ConnectionConfig.to(address)).withTimeout(Duration.ofDays(1)))) {
                assertThat(worker).isNotNull();
                CompletableFuture<GdpMessage> reply = client.request("stuck", GdpMessage.ofUtf8("x"));
                assertThat(atWork.await(30, TimeUnit.SECONDS)).isTrue();
                broker.signal("TERM");
                Ports.awaitClosed(Endpoint.parse(address).port()); // the first thing that a draining broker does; two signals at once would be one
                broker.signal("TERM");
                assertThat(broker.exitCode()).isEqualTo(128 + 15);
                assertThat(reply).isNotNull();
            }
        }
    }

    /** SIGHUP: the rules and the limits of the file count, and the connection of the client is still there. */
    @Test
    void brokerReadsItsSettingsAgain(@TempDir Path directory) throws Exception {
        ZmtpSecurity alice = alice(directory);
        Path file = Files.writeString(directory.resolve("broker.yaml"), settings("services: 65536", "bob"));
        try (RunningProcess broker = RunningProcess.start("broker", "--config", file.toString(), "--log-format", "json", "--log-level", "info")) {
            String address = broker.out.next().split(" ")[2];
            try (GdpClient client = GdpClient.connect(ClientConfig.of(ConnectionConfig.to(address).withSecurity(alice)))) {
                assertThat(client.request("mmi.broker", GdpMessage.EMPTY).get(30, TimeUnit.SECONDS)).isEqualTo(GdpMessage.ofUtf8("403"));

                Files.writeString(file, settings("filters: 1", "alice"));
                broker.signal("HUP");
                String warning = lineWith(broker, "need a restart");
                assertThat(warning).contains("\"keys\":\"limits.filters\"").startsWith("{").endsWith("}");
                assertThat(lineWith(broker, "settings read again")).contains("\"keys\":\"access.rules\"");
                assertThat(client.request("mmi.broker", GdpMessage.EMPTY).get(30, TimeUnit.SECONDS).utf8(0)).isEqualTo("200");

                Files.writeString(file, "colour: red\n");
                broker.signal("HUP");
                assertThat(lineWith(broker, "not read again")).contains(file + ":1:1: colour: there is no such key").contains("\"level\":\"ERROR\"");
                assertThat(client.request("mmi.broker", GdpMessage.EMPTY).get(30, TimeUnit.SECONDS).utf8(0)).isEqualTo("200");
            }
            broker.signal("TERM");
            assertThat(broker.exitCode()).isZero();
        }
    }

    private static String settings(String limit, String user) {
        return """
                endpoints:
                  - tcp://127.0.0.1:0
                security:
                  plain-users: users
                access:
                  rules:
                    - %s requests mmi.broker
                limits:
                  %s
                """.formatted(user, limit);
    }

    private static ZmtpSecurity alice(Path directory) throws Exception {
        Path users = directory.resolve("users");
        Files.writeString(users, UserLines.in(users).with("alice", PasswordHash.of("open sesame")).text());
        return new ZmtpSecurity.PlainClient("alice", "open sesame");
    }

    private static String lineWith(RunningProcess process, String text) throws InterruptedException {
        String line = process.err.next();
        while (!line.contains(text)) {
            line = process.err.next();
        }
        return line.replace("\\/", "/"); // JSON may have it either way
    }

    /** A variable counts before the file, a flag before both. */
    @Test
    void configShowTellsWhereValuesComeFrom(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("broker.yaml"), "queue:\n  requests: 1\n  octets: 2\n");
        ProcessBuilder builder = new ProcessBuilder(System.getProperty("generaldomo.launcher"), "config", "show", "--join-replies", "5");
        builder.environment().putAll(Map.of(
                "GENERALDOMO_CONFIG", file.toString(),
                "GENERALDOMO_QUEUE_OCTETS", "3",
                "GENERALDOMO_JOIN_REPLIES", "4",
                "GENERALDOMO_SECURITY_SECRET_KEY", CurveKeyPair.generate().secretZ85(),
                "GENERALDOMO_SECURITY_ANY_KEY", "true"));
        Process process = builder.redirectErrorStream(true).start();
        assertThat(new String(process.getInputStream().readAllBytes(), UTF_8).lines())
                .anyMatch(line -> line.matches("queue.requests +1 +" + Pattern.quote(file + ":2")))
                .anyMatch(line -> line.matches("queue.octets +3 +environment GENERALDOMO_QUEUE_OCTETS"))
                .anyMatch(line -> line.matches("join.replies +5 +flag --join-replies"))
                .anyMatch(line -> line.matches("security.secret-key +\\*{8} +environment GENERALDOMO_SECURITY_SECRET_KEY"));
        assertThat(process.waitFor()).isZero();
    }

    /** The password comes from standard input, and the file holds its hash. */
    @Test
    void passwd(@TempDir Path directory) throws Exception {
        Path users = directory.resolve("users");
        try (RunningProcess passwd = RunningProcess.start("passwd", users.toString(), "alice")) {
            passwd.type("open sesame\nnot this line\n");
            assertThat(passwd.exitCode()).isZero();
            assertThat(passwd.out.rest()).singleElement().asString().startsWith("user").contains("alice in ");
            assertThat(passwd.err.rest()).isEmpty();
        }
        String line = Files.readString(users);
        assertThat(line).startsWith("alice:").endsWith("\n").doesNotContain("sesame");
        assertThat(PasswordHash.parse(line.substring(line.indexOf(':') + 1).strip()).matches("open sesame".getBytes(UTF_8))).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(users))).isEqualTo("rw-------");
    }

    @Test
    void passwdWithoutAPasswordIsOneLine(@TempDir Path directory) throws Exception {
        try (RunningProcess passwd = RunningProcess.start("passwd", directory.resolve("users").toString(), "alice")) {
            passwd.type("\n");
            assertThat(passwd.exitCode()).isEqualTo(2);
            assertThat(passwd.err.rest()).singleElement().asString().contains("is no password");
            assertThat(directory).isEmptyDirectory();
        }
    }

    @Test
    void findsItselfThroughLinks(@TempDir Path elsewhere) throws Exception {
        Path link = Files.createSymbolicLink(elsewhere.resolve("gd"), Path.of(System.getProperty("generaldomo.launcher")));
        Path linkToLink = Files.createSymbolicLink(elsewhere.resolve("gd2"), link.getFileName());
        Process process = new ProcessBuilder(linkToLink.toString(), "--version").redirectErrorStream(true).start();
        assertThat(new String(process.getInputStream().readAllBytes())).startsWith("generaldomo ");
        assertThat(process.waitFor()).isZero();
        Files.delete(linkToLink);
        Files.delete(link);
    }

    @Test
    void missingJavaIsOneLine() throws Exception {
        assertThat(complaintWithJava(Path.of("/nowhere"))).contains("no Java found");
    }

    @Test
    void oldJavaIsOneLine(@TempDir Path oldJava) throws Exception {
        Path java = Files.createDirectory(oldJava.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Files.writeString(oldJava.resolve("release"), "IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"11.0.2\"\n");
        assertThat(complaintWithJava(oldJava)).contains("Java 17 or later is needed").contains("is version 11");
    }

    private static String complaintWithJava(Path javaHome) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(System.getProperty("generaldomo.launcher"), "demo").redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", javaHome.toString());
        Process process = builder.start();
        List<String> lines = new String(process.getInputStream().readAllBytes()).lines().toList();
        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(lines).hasSize(1);
        return lines.get(0);
    }
}
