package io.generaldomo.examples.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.zmtp.transport.TlsFiles;
import io.generaldomo.zmtp.transport.TransportOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the endpoints of a broker need beneath ZMTP, and what does not go together. */
class TransportsTest {
    private static final String TLS = "tls: {cert: own.pem, key: own.key}\n";
    private static final String TLS_WITH_TRUST = "tls: {cert: own.pem, key: own.key, trust: own.pem}\n";

    @TempDir
    private Path directory;

    @BeforeEach
    void makeFiles() throws Exception {
        Files.writeString(directory.resolve("own.pem"), "-----BEGIN CERTIFICATE-----\n");
        Files.writeString(directory.resolve("own.key"), "-----BEGIN PRIVATE KEY-----\n");
        Files.writeString(directory.resolve("users"), "");
    }

    private Sources.Found read(String yaml) throws Exception {
        return Sources.of(Files.writeString(directory.resolve("broker.yaml"), yaml)).read();
    }

    private BrokerSetup setup(String yaml) throws Exception {
        Sources.Found found = read(yaml);
        assertThat(found.mistakes()).isEmpty();
        return found.setup().orElseThrow();
    }

    private List<String> mistakes(String yaml) throws Exception {
        return read(yaml).mistakes().stream().map(mistake -> mistake.toString().replace(directory + "/", "")).toList();
    }

    @Test
    void nothingSaidIsTheDefaultOfTheLibrary() {
        BrokerSetup setup = new Sources(Optional.empty(), Map.of(), Map.of()).read().setup().orElseThrow();
        assertThat(setup.transport()).isEqualTo(TransportOptions.DEFAULT);
        assertThat(setup.page()).isEmpty();
    }

    @Test
    void everySettingIsRead() throws Exception {
        BrokerSetup setup = setup("endpoints: [wss://127.0.0.1:0, ws://127.0.0.1:0]\n" + TLS_WITH_TRUST
                + "web: {origins: [https://app.example, 'http://localhost:8080'], page: 0}\nipc: {permissions: 0666}\n");
        TlsFiles files = TlsFiles.NONE.withCertificate(directory.resolve("own.pem"), directory.resolve("own.key")).withTrust(directory.resolve("own.pem"));
        assertThat(setup.transport()).isEqualTo(TransportOptions.DEFAULT
                .withTls(files)
                .withWebOrigins(Set.of("https://app.example", "http://localhost:8080"))
                .withIpcPermissions(PosixFilePermissions.fromString("rw-rw-rw-")));
        assertThat(setup.page()).contains(0);
        assertThat(setup.notes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "tcp://127.0.0.1:0", "tcp://[::1]:0 router", "tls+tcp://127.0.0.1:0 server", "ws://127.0.0.1:0/path", "wss://127.0.0.1:0", "tcp+ws://127.0.0.1:0 auto",
        "ipc://run/broker", "ipc://@abstract", "ipc://*"
    })
    void everyTransportCanBeBound(String endpoint) throws Exception {
        assertThat(setup("endpoints:\n  - '" + endpoint + "'\n" + TLS).endpoints()).singleElement()
                .satisfies(bound -> assertThat(bound.address().toString()).startsWith(endpoint.split(" ")[0].replaceAll("\\*$", "")));
    }

    @Test
    void aCertificateAndItsKeyGoTogether() throws Exception {
        assertThat(mistakes("endpoints: [wss://127.0.0.1:0]\ntls:\n  cert: own.pem\n"))
                .containsExactly("broker.yaml:3:3: tls.cert: a certificate and its private key go together; it needs tls.key FILE");
        assertThat(mistakes("tls:\n  key: own.key\n"))
                .containsExactly("broker.yaml:2:3: tls.key: a certificate and its private key go together; it needs tls.cert FILE");
    }

    /** Whoever is asked for a certificate shows who that is; the others do not. */
    @ParameterizedTest
    @ValueSource(strings = {"wss://*:0", "tls+tcp://*:0"})
    void otherMachinesAreLetInWithACertificate(String endpoint) throws Exception {
        String there = "endpoints: ['" + endpoint + "']\n";
        assertThat(setup(there + TLS_WITH_TRUST).notes()).isEmpty();
        assertThat(mistakes(there + TLS)).singleElement().asString()
                .startsWith("broker.yaml:1:1: endpoints: other machines reach " + endpoint)
                .endsWith("or security.plain-users FILE, or tls.trust FILE, ask them, security.insecure lets everybody in");
        assertThat(setup(there + TLS + "security: {insecure: true}\n").notes()).isEmpty();
    }

    @Test
    void passwordsCanBeReadOnTheWayUnlessThereIsTls() throws Exception {
        String withUsers = "security: {plain-users: users}\naccess: {allow-all: true}\n";
        assertThat(setup("endpoints: ['ws://*:0']\n" + withUsers).notes()).singleElement().asString()
                .startsWith("whoever is on the way to ws://*:0/ can read the passwords");
        assertThat(setup("endpoints: ['wss://*:0']\n" + TLS + withUsers).notes()).isEmpty();
    }

    @Test
    void whatCountsForNothingIsTold() throws Exception {
        assertThat(setup("endpoints: [ws://127.0.0.1:0]\n" + TLS).notes())
                .containsExactly("no endpoint uses TLS, so that tls.cert counts for nothing; those of tls+tcp:// and wss:// do");
        assertThat(setup("web: {origins: ['*']}\n").notes())
                .containsExactly("no endpoint uses WebSocket, so that web.origins counts for nothing; those of ws://, wss:// and tcp+ws:// do");
    }

    @Test
    void theEnvironmentHasThemToo() {
        Map<String, String> environment = Map.of("GENERALDOMO_ENDPOINTS", "ws://127.0.0.1:0", "GENERALDOMO_WEB_ORIGINS", "https://a.example, https://b.example",
                "GENERALDOMO_TLS_TRUST", directory.resolve("own.pem").toString());
        Sources.Found found = new Sources(Optional.empty(), environment, Map.of(Settings.IPC_PERMISSIONS, List.of("660"))).read();
        TransportOptions options = found.setup().orElseThrow().transport();
        assertThat(options.webOrigins()).containsExactlyInAnyOrder("https://a.example", "https://b.example");
        assertThat(options.tls().trust()).contains(directory.resolve("own.pem"));
        assertThat(options.ipcPermissions()).isEqualTo(PosixFilePermissions.fromString("rw-rw----"));
    }

    @Test
    void aReloadNamesWhatNeedsARestart() throws Exception {
        Sources sources = Sources.of(Files.writeString(directory.resolve("broker.yaml"), "endpoints: [ws://127.0.0.1:0]\n"));
        Reload reload = new Reload(sources, sources.read(), setup -> { });
        read("endpoints: [ws://127.0.0.1:0]\nweb: {origins: ['*'], page: 0}\nipc: {permissions: 660}\n" + TLS);
        assertThat(reload.run().needRestart()).containsExactlyInAnyOrder("web.origins", "web.page", "ipc.permissions", "tls.cert", "tls.key");
    }
}
