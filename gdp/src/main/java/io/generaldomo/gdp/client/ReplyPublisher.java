package io.generaldomo.gdp.client;

import io.generaldomo.gdp.GdpException;
import io.generaldomo.gdp.GdpException.Reason;
import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.ServiceName;
import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;

/** Asks when it is subscribed to, once. Thread-safe. */
final class ReplyPublisher implements Flow.Publisher<GdpMessage> {
    private static final Flow.Subscription NOTHING = new Flow.Subscription() {
        @Override
        public void request(long n) {}

        @Override
        public void cancel() {}
    };

    private final RequestQueue queue;
    private final ServiceName service;
    private final GdpMessage body;
    private final int capacity;
    private final AtomicBoolean taken = new AtomicBoolean();

    ReplyPublisher(RequestQueue queue, ServiceName service, GdpMessage body, int capacity) {
        this.queue = queue;
        this.service = service;
        this.body = body;
        this.capacity = capacity;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super GdpMessage> subscriber) {
        Objects.requireNonNull(subscriber, "a subscriber is needed");
        if (!taken.compareAndSet(false, true)) {
            refuse(subscriber, new IllegalStateException("a stream of replies is for one subscriber: ask again"));
        } else if (!queue.later(new ReplyStream(queue, service, body, capacity, subscriber)::start)) {
            refuse(subscriber, new GdpException(Reason.CLOSED, "the client is closed"));
        }
    }

    private static void refuse(Flow.Subscriber<? super GdpMessage> subscriber, RuntimeException why) {
        subscriber.onSubscribe(NOTHING);
        subscriber.onError(why);
    }
}
