package io.generaldomo.examples.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.examples.Chromium;
import io.generaldomo.gdp.broker.BrokerConfig;
import io.generaldomo.gdp.broker.GdpBroker;
import io.generaldomo.spec.peer.LibzmqPeer;
import io.generaldomo.spec.peer.LibzmqSocketType;
import io.generaldomo.spec.peer.LibzmqWorker;
import io.generaldomo.spec.peer.RequiresLibzmq;
import io.generaldomo.spec.peer.WorkerPlan;
import io.generaldomo.zmtp.transport.TransportOptions;
import io.generaldomo.zmtp.transport.ZmtpTransport;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page in a real browser makes requests to a libzmq worker through our broker. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BrowserTest {
    /** What is in the first row of the table when a request is over. */
    private static final String ROW = """
            new Promise((resolve) => {
              const button = document.querySelector("button");
              const row = () => [...document.querySelector("tbody").rows[0].cells].slice(0, 3).map((cell) => cell.textContent).join(" | ");
              const end = () => button.disabled || resolve(row());
              new MutationObserver(end).observe(button, { attributes: true });
              document.querySelector("form").requestSubmit();
            })""";
    @TempDir
    private Path folder;

    /** Waits until the script of the page has run. */
    private static void open(Chromium chromium, String page) {
        chromium.look(1000, 900, false);
        chromium.open(URI.create(page));
        chromium.await("document.documentElement?.dataset.loaded === 'true'");
    }

    @Test
    @RequiresLibzmq
    void asksAWorkerOfLibzmqs() throws Exception {
        try (PageServer pages = PageServer.at(0);
                ZmtpTransport transport = ZmtpTransport.create(1).with(TransportOptions.DEFAULT.withWebOrigins(Set.of(pages.origin())));
                GdpBroker broker = GdpBroker.create(BrokerConfig.DEFAULT, transport);
                LibzmqPeer libzmq = LibzmqPeer.start()) {
            String shared = broker.bind("tcp+ws://127.0.0.1:*").join().toString();
            LibzmqWorker worker = libzmq.worker(new WorkerPlan(LibzmqSocketType.DEALER, shared.replace("tcp+ws:", "tcp:"), "echo"));
            try (Chromium chromium = Chromium.start(folder)) {
                open(chromium, pages.page(shared.replace("tcp+ws:", "ws:") + '/'));
                assertThat(chromium.evaluate(ROW)).isEqualTo("echo | Good day from a browser | Good day from a browser");
                assertThat(worker.report().requests()).isEqualTo(1);
                for (String text : new String[] {"a".repeat(300), "Grüße aus dem Browser", "ZMTP over WebSocket, GDP over ZMTP"}) {
                    chromium.evaluate("document.querySelector('[name=body]').value = '" + text + "'");
                    assertThat(chromium.evaluate(ROW)).isEqualTo("echo | " + text + " | " + text);
                }
                assertThat(worker.report().requests()).isEqualTo(4);
                chromium.screenshot(Path.of("target/browser.png"));
            }
        }
    }

    /** The broker's own protection: a page that nobody named is kept out, also from this machine. */
    @Test
    void isKeptOutIfItsOriginIsNotLetIn() throws Exception {
        try (PageServer pages = PageServer.at(0); GdpBroker broker = GdpBroker.create()) {
            String bound = broker.bind("ws://127.0.0.1:*").join().toString();
            try (Chromium chromium = Chromium.start(folder)) {
                open(chromium, pages.page(bound));
                assertThat(chromium.evaluate(ROW)).isEqualTo("echo | Good day from a browser | no connection to " + bound);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"/, 200", "/gdp.js, 200", "/../../../etc/passwd, 404", "/PageServer.class, 404", "//etc/passwd, 404"})
    void servesThePageAndNothingElse(String path, int status) throws Exception {
        try (PageServer pages = PageServer.at(0)) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(pages.origin() + path)).build();
            HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(status);
        }
    }
}
