package io.generaldomo.gdp.client;

import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.MajordomoDialect;
import io.generaldomo.gdp.connection.ScriptedBroker;
import io.generaldomo.gdp.connection.ScriptedBroker.Heard;
import io.generaldomo.gdp.protocol.ReplyKind;
import java.util.concurrent.Flow;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;
import org.testng.SkipException;
import org.testng.annotations.AfterClass;
import org.testng.annotations.Test;

/** What the Reactive Streams TCK runs: a stream of as many parts as were asked for. Public, as TestNG wants it. */
@SuppressWarnings("exports") // the module path of a test build has it that somebody might use this
public final class ReplyStreamVerification extends FlowPublisherVerification<GdpMessage> {
    private static final long MOST = 1000;
    private static final long PATIENCE_MILLIS = 5000;
    private static final long QUIET_MILLIS = 50;
    private static final long COLLECTION_MILLIS = 300;

    private final ScriptedBroker broker = new ScriptedBroker(MajordomoDialect.GDP_02);
    private final GdpClient client = GdpClient.connect(ClientConfig.of(broker.connection()));
    private final GdpClient closed = GdpClient.connect(ClientConfig.of(broker.connection()));

    public ReplyStreamVerification() {
        super(new TestEnvironment(PATIENCE_MILLIS, QUIET_MILLIS, QUIET_MILLIS), COLLECTION_MILLIS);
        broker.answerBy(this::answer);
        closed.close();
    }

    private void answer(Heard request) {
        int parts = Integer.parseInt(request.text());
        for (int i = 1; i < parts; i++) {
            broker.reply(request, ReplyKind.PARTIAL, Integer.toString(i));
        }
        broker.reply(request, ReplyKind.FINAL, "last");
    }

    @Override
    public Flow.Publisher<GdpMessage> createFlowPublisher(long elements) {
        return client.stream("parts", GdpMessage.ofUtf8(Long.toString(elements)));
    }

    @Test
    @Override
    public void optional_spec105_emptyStreamMustTerminateBySignallingOnComplete() {
        throw new SkipException("a final reply is a part, so no stream is empty");
    }

    @Override
    public Flow.Publisher<GdpMessage> createFailedFlowPublisher() {
        return closed.stream("parts", GdpMessage.EMPTY);
    }

    @Override
    public long maxElementsFromPublisher() {
        return MOST;
    }

    @AfterClass
    public void end() {
        client.close();
        broker.close();
    }
}
