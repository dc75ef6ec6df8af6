package io.generaldomo.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Brokers and their peers at addresses of other schemes than TCP. */
class TransportCommandsTest {
    @TempDir
    private Path folder;

    private static void serves(RunningCommand broker, String ofPeers) throws InterruptedException {
        try (RunningCommand echo = RunningCommand.start("echo", "-a", ofPeers)) {
            assertThat(echo.out.next()).startsWith("serving 'echo' for the broker at " + ofPeers);
            RunningCommand client = RunningCommand.start("client", "-a", ofPeers, "echo", "hello");
            assertThat(client.exitCode()).isZero();
            assertThat(client.out.next()).isEqualTo("\"hello\"");
        }
        assertThat(broker.end()).isZero();
    }

    @Test
    void overAUnixDomainSocket() throws InterruptedException {
        String address = "ipc://" + folder.resolve("broker");
        try (RunningCommand broker = RunningCommand.start("broker", "-a", address)) {
            assertThat(broker.out.next()).isEqualTo("broker at " + address + " (server and router)");
            serves(broker, address);
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void overWebSocketWithAPageForBrowsers() throws InterruptedException {
        try (RunningCommand broker = RunningCommand.start("broker", "-a", "tcp+ws://127.0.0.1:0", "--page", "0")) {
            String address = broker.address();
            assertThat(address).startsWith("tcp+ws://127.0.0.1:");
            String web = address.replace("tcp+ws:", "ws:") + '/';
            assertThat(broker.out.next()).matches("page at http://127\\.0\\.0\\.1:\\d+/\\?broker=" + web);
            serves(broker, web);
        }
    }

    @Test
    void aFileThatIsInTheWayIsOneLine() throws Exception {
        Path mine = Files.writeString(folder.resolve("mine"), "mine");
        RunningCommand broker = RunningCommand.start("broker", "-a", "ipc://" + mine);
        assertThat(broker.exitCode()).isEqualTo(2);
        assertThat(broker.err.rest()).containsExactly("generaldomo broker: cannot bind ipc://" + mine + ": " + mine + " is there already, and no socket");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            broker --page 8080                        | --page needs an address that a browser can connect to
            broker -a tcp+ws://127.0.0.1:0 --page x   | 'x' is not an int
            broker -a ipc://@name                     | ipc://@name is an abstract name
            broker -a tls+tcp://127.0.0.1:0           | TLS takes a certificate
            broker --tls-cert here                    | --tls-cert and --tls-key go together
            broker -a pgm://127.0.0.1:0               | its scheme is none of tcp://
            client -a tcp+ws://127.0.0.1:1 echo       | which is for binding
            conform ipc://here                        | only tcp:// can be looked at here
            sniff --listen ws://a:1/ --to tcp://a:1   | only tcp:// can be looked at here
            """)
    void mistakesAreOneLine(String arguments, String why) throws InterruptedException {
        RunningCommand command = RunningCommand.start(arguments.strip().split(" +"));
        assertThat(command.exitCode()).isEqualTo(2);
        assertThat(command.err.rest()).singleElement().asString().contains(why);
        assertThat(command.out.rest()).isEmpty();
    }
}
