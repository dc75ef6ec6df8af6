package io.generaldomo.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands in this process, talking to each other over the loopback interface. */
class CommandsTest {
    @Test
    void demoShowsEveryRoleAndEndsByItself() throws Exception {
        RunningCommand demo = RunningCommand.start("demo");
        assertThat(demo.exitCode()).isZero();
        assertThat(demo.err.rest()).isEmpty();
        assertThat(demo.out.rest())
                .hasSizeLessThan(15)
                .anyMatch(line -> line.matches("broker +at tcp://127.0.0.1:\\d+, .*"))
                .anyMatch(line -> line.matches("worker 1 +registered for 'echo', over GDP .*"))
                .anyMatch(line -> line.matches("worker 2 +registered for 'echo', over MDP .*"))
                .anyMatch(line -> line.matches("GDP client +\"Hello\" +-> \"Hello\" +worker [12], .*"))
                .anyMatch(line -> line.matches("MDP client +\"Good day\" +-> \"Good day\" +worker [12], .*"))
                .anyMatch(line -> line.matches("mmi.service +'echo'\\? +-> 200, .*"))
                .anyMatch(line -> line.matches("mmi.service +'coffee'\\? +-> 404, .*"));
    }

    @ParameterizedTest
    @CsvSource({"auto, server and router", "server, server", "router, router"})
    void brokerTellsEveryAddressAndEndsWithSuccess(String kind, String told) throws Exception {
        RunningCommand broker = RunningCommand.broker("-a", "tcp://127.0.0.1:*", "-s", kind);
        String line = "broker at tcp://127\\.0\\.0\\.1:[1-9]\\d* \\(" + told + "\\)";
        assertThat(broker.out.next()).matches(line);
        assertThat(broker.out.next()).matches(line);
        assertThat(broker.end()).isZero();
        assertThat(broker.err.rest()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"client, client", "client, dealer", "dealer, client", "dealer, dealer"})
    void clientOfAnyKindIsAnsweredByWorkerOfAnyKind(String workerKind, String clientKind) throws Exception {
        try (RunningCommand broker = RunningCommand.broker()) {
            String address = broker.address();
            RunningCommand echo = RunningCommand.start(
                    "echo", "-a", address, "-s", workerKind, "--service", "repeat", "--concurrency", "2");
            assertThat(echo.out.next()).isEqualTo("serving 'repeat' for the broker at " + address + " (" + workerKind + ", 2 at a time)");

            RunningCommand client =
                    RunningCommand.start("client", "-a", address, "-s", clientKind, "-n", "3", "repeat", "one", "", "three \u0007");
            assertThat(client.exitCode()).isZero();
            String reply = "\"one\" \"\" \"three \\x07\"";
            assertThat(client.out.rest()).containsExactly(reply, reply, reply, "3 sent, 3 recv");
            assertThat(client.err.rest()).isEmpty();

            assertThat(echo.end()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mdp01", "mdp02", "zproto", "mdp0x", "gdp", "gdp-le32", "gdp-be32", "gdp02", "gdp03"})
    void everyDialectCanBeSpoken(String dialect) throws Exception {
        try (RunningCommand broker = RunningCommand.broker()) {
            String address = broker.address();
            try (RunningCommand echo = RunningCommand.start("echo", "-a", address, "--dialect", dialect)) {
                assertThat(echo.out.next()).startsWith("serving 'echo'");
                RunningCommand client = RunningCommand.start("client", "-a", address, "--dialect", dialect, "echo", "one", "two");
                assertThat(client.exitCode()).isZero();
                assertThat(client.out.rest()).containsExactly("\"one\" \"two\"", "1 sent, 1 recv");
            }
        }
    }

    @Test
    void mmiTellsOfBrokerServicesAndWorkers() throws Exception {
        try (RunningCommand broker = RunningCommand.broker()) {
            String address = broker.address();
            try (RunningCommand echo = RunningCommand.start("echo", "-a", address)) {
                echo.out.next();
                assertThat(mmi(address)).anyMatch(line -> line.matches("workers +1")).anyMatch(line -> line.matches("state +running"));
                assertThat(mmi(address, "services")).containsExactly("SERVICE", "echo");
                assertThat(mmi(address, "workers", "echo")).hasSize(2).last().asString().matches("1 +idle +0 +GDP +/127.0.0.1:\\d+ +echo");
                assertThat(mmi(address, "workers", "other")).hasSize(1);
                assertThat(mmi(address, "mmi.service", "echo")).containsExactly("200 yes");
                assertThat(mmi(address, "service.info", "echo")).anyMatch(line -> line.matches("workers.idle +1"));
            }
        }
    }

    private static List<String> mmi(String address, String... question) throws Exception {
        List<String> words = new ArrayList<>(List.of("mmi", "-a", address));
        words.addAll(List.of(question));
        RunningCommand mmi = RunningCommand.start(words.toArray(String[]::new));
        assertThat(mmi.exitCode()).isZero();
        assertThat(mmi.err.rest()).isEmpty();
        return mmi.out.rest();
    }

    @Test
    void mmiSpeaksJson() throws Exception {
        try (RunningCommand broker = RunningCommand.broker()) {
            RunningCommand mmi = RunningCommand.start("mmi", "--json", "-a", broker.address(), "broker");
            assertThat(mmi.exitCode()).isZero();
            String json = String.join("", mmi.out.rest());
            assertThat(json).startsWith("{").endsWith("}").contains("\"workers\" : 0").containsPattern("\"instance\" : \"[0-9a-f]{32}\"");
        }
    }

    @Test
    void mmiTellsWhatTheBrokerDoesNotKnow() throws Exception {
        try (RunningCommand broker = RunningCommand.broker()) {
            String address = broker.address();
            RunningCommand service = RunningCommand.start("mmi", "-a", address, "service", "coffee");
            assertThat(service.exitCode()).isEqualTo(1);
            assertThat(service.out.rest()).containsExactly("404 there is none");
            RunningCommand unknown = RunningCommand.start("mmi", "-a", address, "tea");
            assertThat(unknown.exitCode()).isEqualTo(1);
            assertThat(unknown.out.rest()).containsExactly("501 the broker has no such service");
        }
    }

    @Test
    void requestWithoutArgumentsHasOneEmptyFrame() throws Exception {
        try (RunningCommand broker = RunningCommand.broker()) {
            String address = broker.address();
            try (RunningCommand echo = RunningCommand.start("echo", "-a", address)) {
                echo.out.next();
                RunningCommand client = RunningCommand.start("client", "-a", address, "echo");
                assertThat(client.exitCode()).isZero();
                assertThat(client.out.rest()).containsExactly("\"\"", "1 sent, 1 recv");
            }
        }
    }

    @Test
    void clientTellsThatNobodyServes() throws Exception {
        try (RunningCommand broker = RunningCommand.broker()) {
            RunningCommand client =
                    RunningCommand.start("client", "-a", broker.address(), "--timeout", "100", "-n", "2", "coffee", "black");
            assertThat(client.exitCode()).isEqualTo(1);
            assertThat(client.out.rest()).containsExactly("2 sent, 0 recv");
            assertThat(client.err.rest()).hasSize(3).last().asString().endsWith("has no worker for 'coffee'");
        }
    }

    @Test
    void clientTellsThatThereIsNoBrokerAndDoesNotAskForEver() throws Exception {
        RunningCommand client =
                RunningCommand.start("client", "-a", unusedAddress(), "--timeout", "50", "-n", "1000000", "echo");
        assertThat(client.exitCode()).isEqualTo(1);
        assertThat(client.out.rest()).singleElement().asString().endsWith(" sent, 0 recv").doesNotContain("1000000");
        assertThat(client.err.rest()).last().asString().contains("no broker answers at tcp://127.0.0.1:");
    }

    @Test
    void echoWaitsForBroker() throws Exception {
        String address = unusedAddress();
        try (RunningCommand echo = RunningCommand.start("echo", "-a", address)) {
            assertThat(echo.err.next()).isEqualTo("generaldomo echo: no broker answers at " + address + " yet; waiting for one");
            try (RunningCommand broker = RunningCommand.start("broker", "-a", address)) {
                assertThat(broker.address()).isEqualTo(address);
                assertThat(echo.out.next()).startsWith("serving 'echo' for the broker at " + address);
            }
        }
    }

    @Test
    void portInUseIsOneLine() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "tcp://127.0.0.1:" + taken.getLocalPort();
            RunningCommand broker = RunningCommand.start("broker", "-a", address);
            assertThat(broker.exitCode()).isEqualTo(2);
            assertThat(broker.err.rest())
                    .containsExactly("generaldomo broker: cannot bind " + address
                            + ": the port is in use; -a chooses another, port 0 a free one");
            assertThat(broker.out.rest()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "broker -a nowhere                | bad address 'nowhere': expected tcp://HOST:PORT",
                "broker -a tcp://127.0.0.1:65536  | above 65535",
                "broker -a tcp://host.invalid:1   | there is no host 'host.invalid'",
                "broker -s dealer                 | 'dealer' is not auto or server or router",
                "broker -a                        | --address",
                "broker --verbos                  | did you mean --verbose or --version?",
                "broker extra                     | generaldomo broker --help",
                "echo -a tcp://*:5555             | cannot connect to 'tcp://*:5555'",
                "echo --concurrency 0             | '0' is no whole number from 1",
                "echo --service mmi.echo          | 'mmi.echo' cannot be offered",
                "client                           | SERVICE",
                "client -s router echo            | 'router' is not client or dealer",
                "client -n many echo              | 'many' is no whole number from 1",
                "client --timeout -1 echo         | '-1' is no whole number from 1",
                "bench thr --peer coffee          | 'coffee' is not libzmq or jeromq or nats",
                "bench thr --size 10,none         | 'none' is no whole number from 1",
                "bench thr --mechanism plain      | 'plain' is not null or curve",
                "bench thr --plot rates.gif       | 'rates.gif' ends neither in .svg nor in .png",
                "bench thr --plot nowhere/a.svg   | there is no directory",
                "bench lat -s router              | 'router' is not client or dealer",
                "bench lat --receive never        | 'never' is not inbox or listener",
                "bench broker --dialect latin     | 'latin' is not mdp01",
                "bench broker --peer jeromq       | jeromq cannot do this",
                "bench broker --services 3        | --workers is not a multiple of --services",
                "bench compare --only coffee      | nothing that is measured has 'coffee' in its name",
                "demo --what                      | '--what'",
                "zzz                              | the commands are demo, broker, echo, client, mmi, top, config, keygen, passwd, bench, conform, sniff, soak",
            })
    void mistakeIsOneLineThatSaysWhatIsRight(String args, String hint) throws Exception {
        RunningCommand command = RunningCommand.start(args.split(" "));
        assertThat(command.exitCode()).isEqualTo(2);
        assertThat(command.err.rest()).singleElement().asString().startsWith("generaldomo").contains(hint);
        assertThat(command.out.rest()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "demo ", "broker ", "echo ", "client ", "mmi ", "config ", "config check ", "config show ", "keygen ", "bench ", "bench thr ", "bench lat ", "bench broker ", "bench compare ", "sniff ", "soak "})
    void everyCommandExplainsItself(String command) throws Exception {
        RunningCommand help = RunningCommand.start((command + "--help").split(" "));
        assertThat(help.exitCode()).isZero();
        assertThat(help.out.next()).startsWith(("Usage: generaldomo " + command).strip());
        RunningCommand version = RunningCommand.start((command + "--version").split(" "));
        assertThat(version.exitCode()).isZero();
        assertThat(version.out.rest()).singleElement().asString().matches("generaldomo \\d+\\.\\d+\\.\\d+\\S* \\(Java .*\\)");
    }

    @Test
    void nothingToDoShowsTheCommands() throws Exception {
        RunningCommand nothing = RunningCommand.start();
        assertThat(nothing.exitCode()).isEqualTo(2);
        assertThat(nothing.err.rest()).anyMatch(line -> line.contains("bench"));
    }

    private static String unusedAddress() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "tcp://127.0.0.1:" + socket.getLocalPort();
        }
    }
}
