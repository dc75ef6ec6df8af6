package io.generaldomo.examples.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.gdp.ConnectionConfig;
import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.broker.BrokerConfig;
import io.generaldomo.gdp.broker.GdpBroker;
import io.generaldomo.gdp.client.GdpClient;
import io.generaldomo.gdp.worker.GdpWorker;
import io.generaldomo.gdp.worker.WorkerConfig;
import io.generaldomo.zmtp.transport.ZmtpTransport;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The spans of a request whose first worker dies. */
class TracingObserverTest {
    @Test
    void aRequestAndItsTries() throws Exception {
        InMemorySpanExporter exporter = InMemorySpanExporter.create();
        SdkTracerProvider provider = SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(exporter)).build();
        BrokerConfig config = BrokerConfig.DEFAULT.withObserver(new TracingObserver(provider.get("test")));
        try (GdpBroker broker = GdpBroker.create(config)) {
            String endpoint = broker.bind("tcp://127.0.0.1:*").join().toString();
            CountDownLatch came = new CountDownLatch(1);
            CountDownLatch never = new CountDownLatch(1);
            ZmtpTransport transport = ZmtpTransport.create(1);
            GdpWorker first = GdpWorker.serve(WorkerConfig.of(ConnectionConfig.to(endpoint), "echo"), request -> {
                came.countDown();
                never.await();
                return request;
            }, task -> new Thread(task).start(), transport);
            try (GdpClient client = GdpClient.connect(endpoint)) {
                CompletableFuture<GdpMessage> reply = client.request("echo", GdpMessage.ofUtf8("hello"));
                assertThat(came.await(60, TimeUnit.SECONDS)).isTrue();
                transport.close(); // it dies without a word
                GdpWorker second = GdpWorker.serve(endpoint, "echo", request -> request);
                reply.get(60, TimeUnit.SECONDS);
                second.close();
            }
            never.countDown();
            first.close();
        }
        List<SpanData> spans = exporter.getFinishedSpanItems();
        provider.close(); // which forgets them
        assertThat(spans).extracting(SpanData::getName).containsExactly("process echo", "process echo", "request echo");
        SpanData request = spans.get(2);
        assertThat(spans.subList(0, 2)).allSatisfy(attempt -> {
            assertThat(attempt.getParentSpanId()).isEqualTo(request.getSpanId());
            assertThat(attempt.getTraceId()).isEqualTo(request.getTraceId());
        });
        assertThat(spans).extracting(span -> span.getStatus().getStatusCode())
                .containsExactly(StatusCode.ERROR, StatusCode.UNSET, StatusCode.UNSET);
        assertThat(spans.get(1).getAttributes().get(AttributeKey.longKey("generaldomo.try"))).isEqualTo(2);
        assertThat(request.getAttributes().get(AttributeKey.stringKey("messaging.destination.name"))).isEqualTo("echo");
    }
}
