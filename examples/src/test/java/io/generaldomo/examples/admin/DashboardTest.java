package io.generaldomo.examples.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.examples.Chromium;
import io.generaldomo.gdp.ConnectionConfig;
import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.client.ClientConfig;
import io.generaldomo.gdp.client.GdpClient;
import io.generaldomo.gdp.worker.GdpWorker;
import io.generaldomo.gdp.worker.WorkerConfig;
import io.generaldomo.zmtp.transport.ZmtpTransport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard in a headless Chromium, while clients and workers are at work. Leaves pictures of it in {@code target}. */
class DashboardTest {
    private static final Path PICTURES = Path.of("target");

    @TempDir
    private Path folder;

    private WatchedBroker watched;
    private Chromium chromium;
    private Traffic traffic;

    @BeforeEach
    void open() throws IOException {
        chromium = Chromium.start(folder.resolve("profile"));
        watched = new WatchedBroker(folder, true);
        traffic = new Traffic(watched.endpoint);
        chromium.look(1360, 900, false);
        chromium.open(watched.pages);
    }

    @AfterEach
    void close() {
        if (chromium != null) {
            chromium.close();
        }
        if (traffic != null) {
            traffic.close();
        }
        if (watched != null) {
            watched.close();
        }
    }

    @Test
    void itShowsWhatGoesOn() throws Exception {
        try (ZmtpTransport transport = ZmtpTransport.create(1)) {
            ExecutorService threads = Executors.newSingleThreadExecutor();
            GdpWorker mortal = GdpWorker.serve(
                    WorkerConfig.of(ConnectionConfig.to(watched.endpoint), "resize-image"), request -> request, threads, transport);
            chromium.await("document.querySelectorAll('#workers tbody tr').length === 4");
            chromium.await("document.querySelector('#services tr[data-key=\"resize-image\"] td').textContent === 'resize-image'");
            chartsMove();
            pictures();
            aKilledWorkerDisappears(transport);
            mortal.close();
            threads.shutdown();
        }
        drainingAsksForTheTokenOnce();
        settingsAreReadAgain();
        theBrokerDrains();
    }

    private void chartsMove() {
        chromium.await("parseFloat(document.getElementById('requests').value) > 0");
        chromium.await("document.getElementById('chart-rate').dataset.points >= 3");
        String before = chromium.evaluate("document.querySelector('#chart-rate path.line').getAttribute('d')");
        chromium.await("document.querySelector('#chart-rate path.line').getAttribute('d') !== '" + before + "'");
        chromium.await("document.querySelector('#services tr[data-key=\"report\"] td:nth-child(2)').textContent > 0");
        chromium.evaluate("document.querySelector('#services tr[data-key=\"echo\"]').click()");
        assertThat(chromium.evaluate("document.getElementById('chart-title').textContent")).isEqualTo("echo");
        chromium.evaluate("document.getElementById('chart-all').click()");
    }

    private void pictures() throws IOException {
        chromium.await("document.getElementById('chart-rate').dataset.points >= " + Integer.getInteger("generaldomo.dashboard.seconds", 5));
        chromium.screenshot(PICTURES.resolve("dashboard-light.png"));
        chromium.look(1360, 900, true);
        chromium.screenshot(PICTURES.resolve("dashboard-dark.png"));
        chromium.look(390, 844, false);
        chromium.await("document.documentElement.scrollWidth <= 390");
        chromium.screenshot(PICTURES.resolve("dashboard-phone.png"));
        chromium.evaluate("document.getElementById('services').scrollIntoView()");
        chromium.screenshot(PICTURES.resolve("dashboard-phone-services.png"));
        chromium.evaluate("document.getElementById('workers').scrollIntoView()");
        chromium.screenshot(PICTURES.resolve("dashboard-phone-workers.png"));
        chromium.evaluate("document.getElementById('connections').scrollIntoView()");
        chromium.screenshot(PICTURES.resolve("dashboard-phone-connections.png"));
        chromium.look(1360, 900, false);
    }

    private void aKilledWorkerDisappears(ZmtpTransport itsTransport) {
        chromium.await("[...document.querySelectorAll('#workers td.name')].some(cell => cell.textContent === 'resize-image')");
        itsTransport.close(); // without a word to the broker
        chromium.await("[...document.querySelectorAll('#workers td.name')].every(cell => cell.textContent !== 'resize-image')");
        chromium.await("document.querySelectorAll('#workers tbody tr').length === 3");
    }

    private void drainingAsksForTheTokenOnce() throws IOException {
        String first = clickDrain("echo");
        chromium.await("document.getElementById('ask').open");
        chromium.look(390, 844, true);
        chromium.screenshot(PICTURES.resolve("dashboard-dialog-phone.png"));
        chromium.look(1360, 900, false);
        chromium.screenshot(PICTURES.resolve("dashboard-dialog.png"));
        confirm("a-wrong-token-of-mine");
        chromium.await("document.getElementById('ask-error').textContent.includes('another token')");
        confirm(WatchedBroker.TOKEN);
        chromium.await("!document.querySelector('#workers tr[data-key=\"" + first + "\"]')");
        assertThat(chromium.evaluate("document.getElementById('ask').open")).isEqualTo("false");
        String second = clickDrain("report");
        assertThat(chromium.evaluate("document.getElementById('token-label').hidden")).isEqualTo("true");
        chromium.evaluate("document.getElementById('ask-yes').click()");
        chromium.await("document.querySelector('#workers tr[data-key=\"" + second + "\"] .pill')?.textContent === 'draining'");
    }

    private void settingsAreReadAgain() throws IOException {
        watched.write("kind: router\nqueue:\n  requests: 5\n");
        chromium.evaluate("document.getElementById('reload').click()");
        chromium.evaluate("document.getElementById('ask-yes').click()");
        chromium.await("document.getElementById('ask-text').textContent.includes('count now: queue.requests.')");
        chromium.screenshot(PICTURES.resolve("dashboard-reload.png"));
        chromium.evaluate("document.getElementById('ask-no').click()");
        watched.write("queue:\n  requests: few\n  colour: red\n");
        chromium.evaluate("document.getElementById('reload').click()");
        chromium.evaluate("document.getElementById('ask-yes').click()");
        chromium.await("document.getElementById('ask-error').textContent.includes('queue.colour')");
        chromium.screenshot(PICTURES.resolve("dashboard-mistakes.png"));
        chromium.evaluate("document.getElementById('ask-no').click()");
    }

    private void theBrokerDrains() throws IOException {
        chromium.evaluate("document.getElementById('drain-broker').click()");
        chromium.evaluate("document.getElementById('ask-yes').click()");
        chromium.await("document.getElementById('state').textContent === 'draining'");
        watched.closePages();
        chromium.await("!document.getElementById('lost').hidden");
        assertThat(chromium.evaluate("document.getElementById('state').textContent")).isEqualTo("connection lost");
        chromium.evaluate("scrollTo(0, 0)");
        chromium.screenshot(PICTURES.resolve("dashboard-lost.png"));
        chromium.look(390, 844, true);
        chromium.screenshot(PICTURES.resolve("dashboard-lost-phone.png"));
    }

    /** Clicks "Drain" of the first worker of a service; its number. */
    private String clickDrain(String service) {
        String row = "[...document.querySelectorAll('#workers tbody tr')].find(row => row.querySelector('.name').textContent === '" + service + "')";
        chromium.await("Boolean(" + row + ")");
        String number = chromium.evaluate(row + ".dataset.key");
        chromium.evaluate(row + ".querySelector('button').click()");
        return number;
    }

    private void confirm(String token) {
        chromium.evaluate("document.getElementById('token').value = '" + token + "'");
        chromium.evaluate("document.getElementById('ask-yes').click()");
    }

    /** A quick service with two workers and a slow one whose worker never gets done. */
    private static final class Traffic implements AutoCloseable {
        private final GdpClient client;
        private final GdpWorker echo;
        private final GdpWorker other;
        private final Held held;
        private volatile boolean over;

        private Traffic(String endpoint) {
            client = GdpClient.connect(ClientConfig.of(ConnectionConfig.to(endpoint)).withTimeout(Duration.ofHours(1)));
            echo = GdpWorker.serve(endpoint, "echo", request -> request);
            other = GdpWorker.serve(endpoint, "echo", request -> request);
            held = new Held(endpoint, "report");
            for (int i = 0; i < 8; i++) {
                client.request("report", GdpMessage.EMPTY);
            }
            ask();
        }

        private void ask() {
            client.request("echo", GdpMessage.ofUtf8("hello")).thenRun(() -> {
                if (!over) {
                    ask();
                }
            });
        }

        @Override
        public void close() {
            over = true;
            held.close();
            echo.close();
            other.close();
            client.close();
        }
    }
}
