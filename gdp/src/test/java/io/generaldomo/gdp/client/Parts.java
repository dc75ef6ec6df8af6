package io.generaldomo.gdp.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.gdp.GdpException;
import io.generaldomo.gdp.GdpException.Reason;
import io.generaldomo.gdp.GdpMessage;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A subscriber that keeps what it is told, and asks for what the test says. */
class Parts implements Flow.Subscriber<GdpMessage> {
    private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
    private final BlockingQueue<GdpMessage> parts = new LinkedBlockingQueue<>();
    private final CompletableFuture<Optional<Throwable>> end = new CompletableFuture<>();

    void request(long n) throws Exception {
        subscription.get(30, TimeUnit.SECONDS).request(n);
    }

    void cancel() throws Exception {
        subscription.get(30, TimeUnit.SECONDS).cancel();
    }

    GdpMessage next() throws InterruptedException {
        GdpMessage next = parts.poll(30, TimeUnit.SECONDS);
        assertThat(next).as("a part").isNotNull();
        return next;
    }

    boolean isEnded() {
        return end.isDone();
    }

    void awaitComplete() throws Exception {
        assertThat(end.get(30, TimeUnit.SECONDS)).isEmpty();
        assertThat(parts).isEmpty();
    }

    Throwable error() throws Exception {
        return end.get(30, TimeUnit.SECONDS).orElseThrow();
    }

    Reason failure() throws Exception {
        assertThat(error()).isInstanceOf(GdpException.class);
        return ((GdpException) error()).reason();
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription.complete(given);
    }

    @Override
    public void onNext(GdpMessage part) {
        parts.add(part);
    }

    @Override
    public void onError(Throwable failure) {
        end.complete(Optional.of(failure));
    }

    @Override
    public void onComplete() {
        end.complete(Optional.empty());
    }
}
