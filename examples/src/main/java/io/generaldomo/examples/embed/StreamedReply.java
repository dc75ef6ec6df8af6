package io.generaldomo.examples.embed;

import io.generaldomo.gdp.ConnectionConfig;
import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.MajordomoDialect;
import io.generaldomo.gdp.client.ClientConfig;
import io.generaldomo.gdp.client.GdpClient;
import io.generaldomo.gdp.worker.GdpWorker;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A reply in parts, taken one by one by {@link Flow}: who takes them slowly slows the worker down, and nothing piles up in between.
 */
public final class StreamedReply implements Flow.Subscriber<GdpMessage> {
    private final Consumer<String> taker;
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription; // comes before all else

    /** A subscriber that hands on the parts; called on the client's event loop, so the taker must not block. */
    private StreamedReply(Consumer<String> taker) {
        this.taker = taker;
    }

    /**
     * Lets a worker count, and prints the numbers.
     *
     * @param args where the broker is, such as {@code tcp://127.0.0.1:5555}, and how far to count
     */
    public static void main(String... args) {
        try (GdpWorker worker = count(args[0]);
                GdpClient client = connect(args[0])) {
            take(client, Integer.parseInt(args[1]), System.out::println).join();
            worker.drain(Duration.ofSeconds(1)).join();
        }
    }

    /** A worker that counts up to what it is asked for. {@code partial} waits while the client does not take what it was sent. */
    static GdpWorker count(String broker) {
        return GdpWorker.stream(broker, "count", (request, replies) -> {
            int last = Integer.parseInt(request.utf8(0));
            for (int i = 1; i < last; i++) {
                replies.partial(GdpMessage.ofUtf8(Integer.toString(i)));
            }
            replies.finish(GdpMessage.ofUtf8(Integer.toString(last)));
        });
    }

    /** A client in a dialect that has partial replies; in others all parts arrive as one. */
    static GdpClient connect(String broker) {
        return GdpClient.connect(ClientConfig.of(ConnectionConfig.to(broker).withDialect(MajordomoDialect.GDP_02)));
    }

    /** Asks, takes part after part, and completes after the last. */
    static CompletableFuture<Void> take(GdpClient client, int last, Consumer<String> taker) {
        StreamedReply reply = new StreamedReply(taker);
        client.stream("count", GdpMessage.ofUtf8(Integer.toString(last))).subscribe(reply);
        return reply.end;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(1);
    }

    @Override
    public void onNext(GdpMessage part) {
        taker.accept(part.utf8(0));
        Objects.requireNonNull(subscription).request(1);
    }

    @Override
    public void onError(Throwable failure) {
        end.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        end.complete(null);
    }
}
