package io.generaldomo.gdp;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.gdp.broker.GdpBroker;
import io.generaldomo.gdp.client.ClientConfig;
import io.generaldomo.gdp.client.GdpClient;
import io.generaldomo.gdp.worker.GdpWorker;
import io.generaldomo.gdp.worker.WorkerConfig;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Our client, our broker and our worker: streams all the way, and what becomes of them between dialects. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StreamingTest {
    private static final Set<MajordomoDialect> WITH_PARTS =
            EnumSet.of(MajordomoDialect.MDP_02, MajordomoDialect.MDP_02_ZPROTO, MajordomoDialect.GDP_02, MajordomoDialect.GDP_03);

    @ParameterizedTest
    @EnumSource
    void everyClientIsServedByAWorkerOfTheDialect(MajordomoDialect workers) throws Exception {
        try (GdpBroker broker = GdpBroker.create()) {
            String endpoint = broker.bind("tcp://127.0.0.1:*").join().toString();
            WorkerConfig config = WorkerConfig.of(ConnectionConfig.to(endpoint).withDialect(workers), "abc");
            try (GdpWorker worker = GdpWorker.stream(config, (request, replies) -> {
                replies.partial(GdpMessage.ofUtf8("a"));
                replies.partial(GdpMessage.ofUtf8("b"));
                replies.finish(GdpMessage.ofUtf8("c"));
            })) {
                assertThat(worker).isNotNull();
                for (MajordomoDialect clients : MajordomoDialect.values()) {
                    check(endpoint, workers, clients);
                }
            }
        }
    }

    private static void check(String endpoint, MajordomoDialect workers, MajordomoDialect clients) throws Exception {
        GdpMessage joined = GdpMessage.ofUtf8("a", "b", "c");
        boolean reports = clients == MajordomoDialect.MDP_0X && WITH_PARTS.contains(workers);
        try (GdpClient client = GdpClient.connect(ClientConfig.of(ConnectionConfig.to(endpoint).withDialect(clients)))) {
            GdpMessage reply = client.request("abc", GdpMessage.ofUtf8("?")).get(30, TimeUnit.SECONDS);
            assertThat(reply).as("%s to %s", workers, clients).isEqualTo(reports ? GdpMessage.ofUtf8("a") : joined);
            if (clients != MajordomoDialect.MDP_0X) { // there, only silence would end it
                Collector parts = new Collector();
                client.stream("abc", GdpMessage.ofUtf8("?")).subscribe(parts);
                boolean streamed = WITH_PARTS.contains(clients) && WITH_PARTS.contains(workers);
                assertThat(parts.all.get(30, TimeUnit.SECONDS)).hasSize(streamed ? 3 : 1);
                assertThat(GdpMessage.join(parts.all.get())).isEqualTo(joined);
            }
        }
    }

    /** 64 MB through buffers that hold a small part of it at each place. */
    @Test
    void aLongStreamArrivesInOrderAtASubscriberThatTakesOneAtATime() throws Exception {
        int count = 1000;
        try (GdpBroker broker = GdpBroker.create()) {
            String endpoint = broker.bind("tcp://127.0.0.1:*").join().toString();
            ConnectionConfig connection = ConnectionConfig.to(endpoint).withDialect(MajordomoDialect.GDP_02);
            try (GdpWorker worker = GdpWorker.stream(endpoint, "long", (request, replies) -> {
                        for (int i = 1; i < count; i++) {
                            replies.partial(GdpMessage.wrap(new byte[1 << 16], new byte[] {(byte) i}));
                        }
                        replies.finish(GdpMessage.wrap(new byte[1 << 16], new byte[] {(byte) count}));
                    });
                    GdpClient client = GdpClient.connect(ClientConfig.of(connection).withStreamBuffer(1))) {
                assertThat(worker).isNotNull();
                Collector parts = new Collector();
                client.stream("long", GdpMessage.EMPTY).subscribe(parts);
                List<GdpMessage> all = parts.all.get(100, TimeUnit.SECONDS);
                assertThat(all).hasSize(count);
                for (int i = 0; i < count; i++) {
                    assertThat(all.get(i).frame(1)).containsExactly((byte) (i + 1));
                }
            }
        }
    }

    /** Takes one part at a time. */
    private static final class Collector implements Flow.Subscriber<GdpMessage> {
        private final List<GdpMessage> parts = new ArrayList<>();
        private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
        private final CompletableFuture<List<GdpMessage>> all = new CompletableFuture<>();

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription.complete(given);
            given.request(1);
        }

        @Override
        public void onNext(GdpMessage part) {
            parts.add(part);
            subscription.join().request(1);
        }

        @Override
        public void onError(Throwable failure) {
            all.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            all.complete(parts);
        }
    }
}
