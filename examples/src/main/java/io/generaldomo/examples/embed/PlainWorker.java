package io.generaldomo.examples.embed;

import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.worker.GdpWorker;
import java.time.Duration;
import java.util.Locale;

/** A worker in a program of its own: until Ctrl-C or SIGTERM, which let it finish the request in hand. */
public final class PlainWorker {
    private PlainWorker() {}

    /**
     * Serves {@code upper}.
     *
     * @param args where the broker is, such as {@code tcp://127.0.0.1:5555}
     * @throws InterruptedException if the thread is told to end
     */
    public static void main(String... args) throws InterruptedException {
        GdpWorker worker = serve(args[0]);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> worker.drain(Duration.ofSeconds(10)).join()));
        Thread.currentThread().join();
    }

    /**
     * The worker alone. It waits for its broker, and comes back to it.
     *
     * @param broker where it is
     * @return a worker that was started; its handler may block
     */
    static GdpWorker serve(String broker) {
        return GdpWorker.serve(broker, "upper", request -> GdpMessage.ofUtf8(request.utf8(0).toUpperCase(Locale.ROOT)));
    }
}
