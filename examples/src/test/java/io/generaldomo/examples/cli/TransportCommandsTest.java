package io.generaldomo.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
    void atAFileThatTheBrokerChooses() throws InterruptedException {
        try (RunningCommand broker = RunningCommand.start("broker", "-a", "ipc://*")) {
            String address = broker.address();
            assertThat(Path.of(address.substring("ipc://".length()))).isAbsolute().exists();
            serves(broker, address);
            assertThat(Path.of(address.substring("ipc://".length()))).doesNotExist();
        }
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

    /** What a file says and the environment, and what clients say to it. */
    @Test
    void overTlsAndAsAFileSays() throws Exception {
        Certificate own = Certificate.make(folder, "broker");
        Path file = Files.writeString(folder.resolve("broker.yaml"), """
                endpoints: [wss://127.0.0.1:0/, ipc://%s]
                tls: {cert: broker.pem, key: broker.key}
                ipc: {permissions: 660}
                """.formatted(folder.resolve("socket")));
        try (RunningCommand broker = RunningCommand.start("broker", "-c", file.toString())) {
            String web = broker.address();
            String local = broker.address();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("socket")))).isEqualTo("rw-rw----");
            try (RunningCommand echo = RunningCommand.start("echo", "-a", web, "--tls-trust", own.file())) {
                assertThat(echo.out.next()).startsWith("serving 'echo' for the broker at wss://127.0.0.1:");
                RunningCommand client = RunningCommand.start("client", "-a", local, "echo", "hello");
                assertThat(client.exitCode()).isZero();
            }
        }
    }

    @Test
    void throughAProxy() throws Exception {
        try (ConnectProxy proxy = new ConnectProxy();
                RunningCommand broker = RunningCommand.broker()) {
            String address = broker.address();
            RunningCommand client = RunningCommand.start("mmi", "-a", address, "--proxy", "http://127.0.0.1:" + proxy.port() + "/", "broker");
            assertThat(client.exitCode()).isZero();
            assertThat(proxy.asked).containsOnly(address.substring("tcp://".length()));
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
            broker --page 8080                        | --page: there is no endpoint that the page can connect to
            broker -a tcp+ws://127.0.0.1:0 --page x   | --page: 'x' is no port
            broker -a inproc://a                      | no other process can connect to 'inproc://a'
            broker -a ipc://@name                     | ipc://@name is an abstract name
            broker -a tls+tcp://127.0.0.1:0           | it needs --tls-cert FILE and --tls-key FILE
            broker --tls-cert here                    | --tls-cert: there is no file here
            echo --tls-cert here                      | --tls-cert and --tls-key go together
            client -a inproc://a echo                 | no other process can be reached at 'inproc://a'
            client -a ipc://a --proxy http://a:1 echo | --proxy is for addresses with a host and a port
            top --proxy a:1                           | 'a:1' is not socks5://HOST:PORT or http://HOST:PORT
            mmi --proxy http://alice:wonder@a:1       | is not socks5://HOST:PORT or http://HOST:PORT
            broker -a pgm://127.0.0.1:0               | its scheme is none of tcp://
            client -a tcp+ws://127.0.0.1:1 echo       | which is for binding
            conform inproc://here                     | only tcp:// and ipc:// can be looked at here
            conform --listen tls+tcp://127.0.0.1:0    | only tcp:// and ipc:// can be looked at here
            conform --tls-trust here tls+tcp://a:1    | does not
            conform --listen ipc://*                  | ipc://*: the path of a file is needed here
            sniff --listen ipc://@a --to tcp://a:1    | ipc://@a: the path of a file is needed here
            sniff --listen ws://a:1/ --to tcp://a:1   | only tcp:// and ipc:// can be looked at here
            """)
    void mistakesAreOneLine(String arguments, String why) throws InterruptedException {
        RunningCommand command = RunningCommand.start(arguments.strip().split(" +"));
        assertThat(command.exitCode()).isEqualTo(2);
        assertThat(command.err.rest()).singleElement().asString().contains(why);
        assertThat(command.out.rest()).isEmpty();
    }
}
