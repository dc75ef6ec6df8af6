package io.generaldomo.gdp.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.gdp.MajordomoDialect;
import io.generaldomo.gdp.connection.ScriptedBroker.Heard;
import io.generaldomo.gdp.protocol.Command.Disconnect;
import io.generaldomo.gdp.protocol.Command.WorkerReady;
import io.generaldomo.gdp.protocol.Command.WorkerReturn;
import io.generaldomo.gdp.protocol.ReplyKind;
import io.netty.channel.Channel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several requests at a time on one connection, as GDP 0.3 has it. */
class SharedRegistrationTest extends WorkerUnderTest {
    @BeforeEach
    void speakWithCapacity() {
        speak(MajordomoDialect.GDP_03);
    }

    private void serve(int concurrency) {
        worker = GdpWorker.serve(config().withConcurrency(concurrency), this::echo, threads, time.transport());
    }

    @Test
    void requestsAreHandledSideBySide() throws Exception {
        serve(3);
        Heard ready = broker.next();
        assertThat(((WorkerReady) ready.command()).capacity()).isEqualTo(3);
        broker.assign(ready.from(), 1, "wait");
        broker.assign(ready.from(), 2, "wait");
        awaitHandler();
        awaitHandler();
        broker.assign(ready.from(), 3, "at once");
        expectReply(3, ReplyKind.FINAL, "at once");
        goOn.countDown();
        assertThat(broker.next().from()).isEqualTo(ready.from());
        assertThat(broker.next().from()).isEqualTo(ready.from());
        assertThat(broker.arrivalsSoFar()).isEqualTo(1);
    }

    @Test
    void sixteenShareAConnection() throws Exception {
        serve(35);
        int[] capacities = new int[3];
        for (int i = 0; i < capacities.length; i++) {
            capacities[i] = ((WorkerReady) broker.next(WorkerReady.class).command()).capacity();
        }
        assertThat(capacities).containsExactlyInAnyOrder(16, 16, 3);
    }

    @Test
    void aHandlerThatFailsGivesBackItsRequestAndNoOther() throws Exception {
        serve(2);
        Channel channel = registration();
        broker.assign(channel, 1, "wait");
        awaitHandler();
        broker.assign(channel, 2, "fail");
        Heard given = broker.next(WorkerReturn.class);
        assertThat(((WorkerReturn) given.command()).address().token()).isEqualTo(2);
        broker.assign(channel, 3, "next");
        expectReply(3, ReplyKind.FINAL, "next");
        goOn.countDown();
        expectReply(1, ReplyKind.FINAL, "wait");
    }

    @Test
    void moreThanItTakesIsAnError() throws Exception {
        serve(1);
        Channel channel = registration();
        broker.assign(channel, 1, "wait");
        awaitHandler();
        broker.assign(channel, 2, "one too many");
        assertThat(broker.departure()).isEqualTo(channel);
    }

    @Test
    void drainingEndsWithTheLastOfThem() throws Exception {
        serve(2);
        Channel channel = registration();
        broker.assign(channel, 1, "wait");
        awaitHandler();
        CompletableFuture<Void> left = worker.drain(Duration.ofSeconds(30));
        broker.assign(channel, 2, "fail");
        broker.next(WorkerReturn.class);
        assertThat(left).isNotDone();
        goOn.countDown();
        expectReply(1, ReplyKind.FINAL, "wait");
        broker.next(Disconnect.class);
        left.get(30, TimeUnit.SECONDS);
    }
}
