package io.generaldomo.examples.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of mistake is one line that names file, line, column and key, says what is wrong and what would be right. */
class MistakesTest {
    @TempDir
    private Path directory;

    private List<String> mistakes(String yaml) throws Exception {
        Path file = Files.writeString(directory.resolve("broker.yaml"), yaml);
        return Sources.of(file).read().mistakes().stream().map(Mistake::toString).map(line -> line.replace(directory + "/", "")).toList();
    }

    /** Lines are separated by bars. */
    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', value = {
        // keys
        "endpoint: x                                  ~ 1:1: endpoint: there is no such key; did you mean endpoints?",
        "limits:|  conections: 5                      ~ 2:3: limits.conections: there is no such key; did you mean connections?",
        "drain-time: 1s|max-connections: 5            ~ 2:1: max-connections: there is no such key; did you mean limits.connections?",
        "ping:|  liveness: 3                          ~ 2:3: ping.liveness: there is no such key; did you mean heartbeat.liveness?",
        "queue:|  colour: red                         ~ 2:3: queue.colour: there is no such key; those of queue are requests, octets",
        "services:|  echo:|    trys: 1                ~ 3:5: services.echo.trys: there is no such key; did you mean tries?",
        "services:|  mmi.echo:|    tries: 1           ~ 2:3: services.mmi.echo: services that begin with mmi. are the broker's own; other names can have settings",
        "kind: auto|drain-time: 5s|kind: server       ~ 3:1: kind: it is there already, at broker.yaml:1; take out one of the two",
        "? [a, b]|: 5                                 ~ 1:3: (key): this is no key; a key is a word such as endpoints",
        // values
        "limits:|  connections: many                  ~ 2:16: limits.connections: 'many' is no whole number from 1 to 2147483647",
        "limits:|  connections: 0                     ~ 2:16: limits.connections: '0' is no whole number from 1 to 2147483647",
        "limits:|  service-name: 256                  ~ 2:17: limits.service-name: '256' is no whole number from 1 to 255",
        "drain-time: soon                             ~ 1:13: drain-time: 'soon' is not a time such as 500ms, 10s, 5m or 1h",
        "drain-time: -5s                              ~ 1:13: drain-time: '-5s' is not a time such as 500ms, 10s, 5m or 1h",
        "ping:|  ttl: 2m                              ~ 2:8: ping.ttl: '2m' is not from 0ms to 65500ms; right would be a time such as 500ms, 10s, 5m or 1h",
        "queue:|  octets: 64MB                        ~ 2:11: queue.octets: '64MB' is not a number of octets such as 4096, 512KiB, 64MiB or 1GiB",
        "limits:|  message: 8GiB                      ~ 2:12: limits.message: '8GiB' is not from 1 to 2147483631 octets; right would be a number of octets such as 4096, 512KiB, 64MiB or 1GiB",
        "security:|  any-key: yes                     ~ 2:12: security.any-key: 'yes' is not true or false",
        "kind: dealer                                 ~ 1:7: kind: 'dealer' is not auto or server or router",
        "log:|  level: loud                           ~ 2:10: log.level: 'loud' is not error or warn or info or debug",
        "endpoints:|  - 127.0.0.1:5555                ~ 2:5: endpoints: bad address '127.0.0.1:5555': expected tcp://HOST:PORT, for example tcp://127.0.0.1:5555; right would be an address such as tcp://HOST:PORT, ipc://PATH or ws://HOST:PORT, and auto, server or router behind it",
        "endpoints:|  - tcp://127.0.0.1:70000         ~ 2:5: endpoints: bad address 'tcp://127.0.0.1:70000': the port is above 65535; right would be an address such as tcp://HOST:PORT, ipc://PATH or ws://HOST:PORT, and auto, server or router behind it",
        "endpoints: tcp://127.0.0.1:5555              ~ 1:12: endpoints: this is no list; right would be '- ' and an address such as tcp://HOST:PORT, ipc://PATH or ws://HOST:PORT, and auto, server or router behind it on each of the lines below",
        "access:|  rules:|    - alice wants echo      ~ 3:7: access.rules: 'alice wants echo' is not 'USER requests SERVICE' or 'USER serves SERVICE', where * is every user or service; right would be USER requests SERVICE... or USER serves SERVICE...",
        "security:|  curve: nowhere                   ~ 2:10: security.curve: there is no file nowhere; generaldomo keygen -o nowhere makes a pair of keys",
        "security:|  authorized-keys: nowhere         ~ 2:20: security.authorized-keys: there is no directory nowhere; make it, and put the public keys of users there",
        "security:|  plain-users: nowhere             ~ 2:16: security.plain-users: there is no file nowhere that can be read; generaldomo passwd nowhere USER makes one",
        "security:|  secret-key: hush                 ~ 2:15: security.secret-key: this is no secret key; one has 40 characters of Z85, as in the files that generaldomo keygen makes",
        "admin:|  bind: 8080                          ~ 2:9: admin.bind: '8080' is not HOST:PORT, such as 127.0.0.1:8080 or [::1]:8080",
        "admin:|  bind: 127.0.0.1:99999               ~ 2:9: admin.bind: '127.0.0.1:99999' is not HOST:PORT, such as 127.0.0.1:8080 or [::1]:8080",
        "admin:|  token-file: nowhere                 ~ 2:15: admin.token-file: there is no file nowhere that can be read; head -c 18 /dev/urandom | base64 makes a token for it",
        "admin:|  token-file: broker.yaml             ~ 2:15: admin.token-file: the first line of broker.yaml is too short; a token has at least 16 characters",
        "tls:|  cert: nowhere                         ~ 2:9: tls.cert: there is no file nowhere that can be read; a file in PEM is meant",
        "tls:|  cert: broker.yaml                     ~ 2:9: tls.cert: there is no BEGIN CERTIFICATE in broker.yaml; it takes a certificate in PEM, and may hold several",
        "tls:|  key: broker.yaml                      ~ 2:8: tls.key: there is no BEGIN PRIVATE KEY in broker.yaml; openssl pkcs8 -topk8 -nocrypt -in broker.yaml makes such a key of another one",
        "web:|  page: 70000                           ~ 2:9: web.page: '70000' is no port from 0 to 65535",
        "web:|  origins:|    - https://app.example/   ~ 3:7: web.origins: 'https://app.example/' is not an origin such as https://app.example, or * for all",
        "web:|  origins:|    - app.example            ~ 3:7: web.origins: 'app.example' is not an origin such as https://app.example, or * for all",
        "ipc:|  permissions: rw-rw----                ~ 2:16: ipc.permissions: 'rw-rw----' is not permissions such as 600 for the owner alone, or 660 for its group too",
        "ipc:|  permissions: 608                      ~ 2:16: ipc.permissions: '608' is not permissions such as 600 for the owner alone, or 660 for its group too",
        "ipc:|  permissions: 444                      ~ 2:16: ipc.permissions: with '444' nobody could connect, since that takes the permission to write; right would be permissions such as 600 for the owner alone, or 660 for its group too",
        "endpoints:|  - inproc://broker               ~ 2:5: endpoints: no other process can connect to 'inproc://broker'; right would be an address such as tcp://HOST:PORT, ipc://PATH or ws://HOST:PORT, and auto, server or router behind it",
        "endpoints:|  - tcp://a:0;127.0.0.1:5555      ~ 2:5: endpoints: cannot bind 'tcp://a:0;127.0.0.1:5555': an address before a semicolon is for connecting; right would be an address such as tcp://HOST:PORT, ipc://PATH or ws://HOST:PORT, and auto, server or router behind it",
        "endpoints:|  - ws://127.0.0.1                ~ 2:5: endpoints: bad address 'ws://127.0.0.1': expected ws://HOST:PORT/PATH, for example ws://127.0.0.1:5555/; right would be an address such as tcp://HOST:PORT, ipc://PATH or ws://HOST:PORT, and auto, server or router behind it",
        // shape
        "drain-time:                                  ~ 1:12: drain-time: it has no value; right would be a time such as 500ms, 10s, 5m or 1h",
        "drain-time:|  - 5s                           ~ 2:3: drain-time: this is more than one value; right would be a time such as 500ms, 10s, 5m or 1h",
        "queue: 5                                     ~ 1:8: queue: this is a section and has no value; right would be a section, with keys below it: requests, octets",
        "services: echo                               ~ 1:11: services: this is a section and has no value; right would be the names of services, and below each what is special about it",
        "- endpoints                                  ~ 1:1: a file of settings begins with a key; such as 'endpoints:' or 'limits:'",
        // what contradicts itself
        "security:|  any-key: true                    ~ 2:3: security.any-key: nobody shows keys to this broker; security.authorized-keys and security.any-key need security.curve FILE, the broker's own keys",
        "access:|  allow-all: true                    ~ 2:3: access.allow-all: without security.curve FILE or security.plain-users FILE nobody shows who they are, and rules have nothing to go by; add one of these, or take out the rules",
        "endpoints:|  - tcp://*:5555                  ~ 1:1: endpoints: other machines reach tcp://*:5555, and nobody there would have to show who they are; security.curve FILE and security.authorized-keys DIR, or security.plain-users FILE, ask them, security.insecure lets everybody in",
        "endpoints:|  - ws://*:5555                   ~ 1:1: endpoints: other machines reach ws://*:5555/, and nobody there would have to show who they are; security.curve FILE and security.authorized-keys DIR, or security.plain-users FILE, ask them, security.insecure lets everybody in",
        "endpoints:|  - wss://127.0.0.1:5555          ~ 1:1: endpoints: tls+tcp:// and wss:// show a certificate to the peers; it needs tls.cert FILE and tls.key FILE",
        "web:|  page: 8080                            ~ 2:3: web.page: there is no endpoint that the page can connect to; it needs one of ws:// or tcp+ws:// among endpoints, such as tcp+ws://127.0.0.1:5555",
    })
    void oneLine(String lines, String expected) throws Exception {
        assertThat(mistakes(lines.replace('|', '\n'))).containsExactly("broker.yaml:" + expected);
    }

    /** What the parser itself says is in its words; where it is, and what YAML looks like, in ours. */
    @ParameterizedTest
    @CsvSource(delimiter = '~', value = {
        "queue:|\trequests: 5          ~ 2:1: this is not YAML: found character '\\t(TAB)' that cannot start any token",
        "queue: [1, 2                 ~ 1:13: this is not YAML: expected ',' or ']', but got <stream end>",
        "kind: auto|  drain-time: 5s  ~ 2:13: this is not YAML: mapping values are not allowed here",
        "drain-time: *later           ~ 1:13: this is not YAML: found undefined alias later",
        "kind: auto|---|kind: auto    ~ 2:1: this is not YAML: but found another document",
        "kind: 'auto                  ~ this is not YAML: found unexpected end of stream",
    })
    void noYaml(String lines, String expected) throws Exception {
        assertThat(mistakes(lines.replace('|', '\n'))).singleElement().asString()
                .contains(expected)
                .endsWith("; it is 'key: value' on each line, sections indented by spaces");
    }

    @Test
    void aTokenWithoutPages() throws Exception {
        Files.writeString(directory.resolve("token"), "0123456789abcdef\n");
        assertThat(mistakes("admin:\n  token-file: token\n"))
                .containsExactly("broker.yaml:2:3: admin.token-file: there are no admin pages to use it on; it needs admin.bind HOST:PORT");
    }

    @Test
    void eachMistakeIsTold() throws Exception {
        assertThat(mistakes("kind: dealer\ncolour: red\ndrain-time: soon\n")).hasSize(3);
    }

    @Test
    void aFileThatIsNotThere() {
        assertThat(Sources.of(Path.of("nowhere.yaml")).read().mistakes()).extracting(Mistake::toString)
                .containsExactly("nowhere.yaml: there is no such file; examples/generaldomo.yaml is one to begin with");
    }

    @Test
    void aFileThatIsNoText() throws Exception {
        Path file = Files.write(directory.resolve("broker.yaml"), new byte[] {'a', (byte) 0xFF});
        assertThat(Sources.of(file).read().mistakes()).extracting(Mistake::what).containsExactly("this is no text; a file of settings is YAML in UTF-8");
    }

    @Test
    void aSecretIsNotRepeated() throws Exception {
        assertThat(mistakes("security:\n  secret-key: hush\n")).singleElement().asString().doesNotContain("hush");
    }

    @Test
    void theEnvironmentAndFlagsAreNamed() {
        Sources sources = new Sources(Optional.empty(), Map.of("GENERALDOMO_QUEUE_REQUESTS", "few"), Map.of(Settings.CONNECTIONS, List.of("many")));
        assertThat(sources.read().mistakes()).extracting(Mistake::toString).containsExactly(
                "environment GENERALDOMO_QUEUE_REQUESTS: queue.requests: 'few' is no whole number from 1 to 2147483647",
                "--max-connections: 'many' is no whole number from 1 to 2147483647");
    }

    @Test
    void aVariableThatIsNearlyOursIsTold() {
        Map<String, String> environment = Map.of("GENERALDOMO_QUEUE_REQUEST", "5", "GENERALDOMO_SERVICE_HOST", "10.0.0.1", "GENERALDOMO_OPTS", "", "HOME", "/");
        assertThat(Environment.misspelled(environment))
                .containsExactly("GENERALDOMO_QUEUE_REQUEST in the environment means nothing; did you mean GENERALDOMO_QUEUE_REQUESTS?");
    }
}
