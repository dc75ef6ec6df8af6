package io.generaldomo.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
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
        Path junit = directory.resolve("conform.xml");
        Path html = directory.resolve("conform.html");
        try (RunningCommand broker = RunningCommand.broker()) {
            RunningCommand conform = RunningCommand.start("conform", broker.address(), "--junit", junit.toString(), "--html", html.toString());
            assertThat(conform.exitCode()).as(() -> conform.out.rest() + "" + conform.err.rest()).isZero();
        }
        Element suite = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(junit.toFile()).getDocumentElement();
        assertThat(suite.getElementsByTagName("failure").getLength()).isZero();
        int applied = suite.getElementsByTagName("testcase").getLength() - suite.getElementsByTagName("skipped").getLength();
        assertThat(applied).as("cases of ZMTP, and of Majordomo in every dialect").isGreaterThan(600);
        assertThat(Files.readString(html)).contains("zmtp/", "mdp/0.1/", "GDP broker");
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
