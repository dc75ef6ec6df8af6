package io.generaldomo.gdp.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.HeartbeatPolicy;
import io.generaldomo.gdp.MajordomoDialect;
import io.generaldomo.gdp.ServiceName;
import io.generaldomo.gdp.connection.ScriptedBroker.Heard;
import io.generaldomo.gdp.protocol.Command.Disconnect;
import io.generaldomo.gdp.protocol.Command.Heartbeat;
import io.generaldomo.gdp.protocol.Command.WorkerReady;
import io.generaldomo.gdp.protocol.ReplyKind;
import io.netty.channel.Channel;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One reply to one request, and how a worker comes, stays and leaves. */
class GdpWorkerTest extends WorkerUnderTest {
    @ParameterizedTest
    @EnumSource
    void speaksEveryDialect(MajordomoDialect dialect) throws Exception {
        speak(dialect);
        serve();
        Heard ready = broker.next();
        int capacity = dialect == MajordomoDialect.GDP_03 ? 1 : 0; // the others have no word for it
        assertThat(ready.command()).isEqualTo(new WorkerReady(ServiceName.of("echo"), capacity));
        for (int token = 1; token < 4; token++) {
            broker.assign(ready.from(), token, "request", "");
            expectReply(token, dialect == MajordomoDialect.MDP_0X ? ReplyKind.REPORT : ReplyKind.FINAL, "request", "");
        }
    }

    @Test
    void registersAsOftenAsItTakesRequestsAtATime() throws Exception {
        worker = GdpWorker.serve(config().withConcurrency(3), this::echo, threads, time.transport());
        assertThat(Set.of(registration(), registration(), registration())).hasSize(3);
    }

    @Test
    void heartbeatsGoOnWhileTheHandlerRuns() throws Exception {
        serve();
        Channel channel = registration();
        broker.assign(channel, 1, "wait");
        awaitHandler();
        for (int i = 0; i < 3; i++) {
            time.advance(INTERVAL);
            broker.next(Heartbeat.class);
        }
        goOn.countDown();
        expectReply(1, ReplyKind.FINAL, "wait");
    }

    @Test
    void aSilentBrokerIsLeftAndRegisteredWithAnew() throws Exception {
        serve();
        Channel channel = registration();
        time.advance(HeartbeatPolicy.DEFAULT.expiry().plus(INTERVAL));
        assertThat(broker.departure()).isEqualTo(channel);
        assertThat(registrationLater()).isNotEqualTo(channel);
    }

    /** A broker that hears a command from a worker it does not know says DISCONNECT: to answer at once would be a storm. */
    @Test
    void anUnwantedWorkerComesBackMoreAndMoreSlowly() throws Exception {
        serve();
        Channel channel = registration();
        for (int dismissals = 0; dismissals < 6; dismissals++) {
            broker.send(channel, Disconnect.INSTANCE);
            assertThat(broker.departure()).isEqualTo(channel);
            time.settle();
            broker.arrival();
            Duration longest = PACE.initial().multipliedBy(1L << dismissals);
            time.advance(longest.dividedBy(2).minusMillis(1));
            assertThat(broker.arrivalsSoFar()).as("connections before half of %s have passed", longest).isZero();
            time.advance(longest.dividedBy(2).plusMillis(1));
            channel = registration();
        }
    }

    @Test
    void aFailedHandlerLeavesTheRequestToAnother() throws Exception {
        serve();
        Channel channel = registration();
        broker.assign(channel, 1, "fail");
        assertThat(broker.next(Disconnect.class).from()).isEqualTo(channel);
        assertThat(broker.departure()).isEqualTo(channel);
        Channel again = registrationLater();
        broker.assign(again, 2, "works");
        expectReply(2, ReplyKind.FINAL, "works");
    }

    @Test
    void aSecondRequestBeforeTheReplyEndsTheConnection() throws Exception {
        serve();
        Channel channel = registration();
        broker.assign(channel, 1, "wait");
        broker.assign(channel, 2, "too early");
        assertThat(broker.departure()).isEqualTo(channel);
        assertThat(registrationLater()).isNotEqualTo(channel);
    }

    @Test
    void workersOfLibmdpTakeSeveralRequestsAtATime() throws Exception {
        speak(MajordomoDialect.MDP_0X);
        serve();
        Channel channel = registration();
        broker.assign(channel, 1, "wait");
        broker.assign(channel, 2, "quick");
        expectReply(2, ReplyKind.REPORT, "quick");
        goOn.countDown();
        expectReply(1, ReplyKind.REPORT, "wait");
    }

    @Test
    void aReplyAfterALossIsDropped() throws Exception {
        serve();
        Channel channel = registration();
        broker.assign(channel, 1, "wait");
        awaitHandler();
        channel.close();
        Channel again = registrationLater();
        goOn.countDown();
        broker.assign(again, 2, "fresh");
        expectReply(2, ReplyKind.FINAL, "fresh");
        broker.assign(again, 3, "fresher");
        expectReply(3, ReplyKind.FINAL, "fresher");
    }

    @Test
    void closingSaysDisconnect() throws Exception {
        serve();
        Channel channel = registration();
        broker.assign(channel, 1, "wait");
        awaitHandler();
        worker.close();
        worker.close();
        assertThat(broker.next(Disconnect.class).from()).isEqualTo(channel);
        assertThat(broker.departure()).isEqualTo(channel);
        time.advance(Duration.ofMinutes(1));
        assertThat(broker.unheard()).isZero();
    }

    @Test
    void aWorkerOfItsOwnThreadsInterruptsItsHandlerWhenItIsClosed() throws Exception {
        BlockingQueue<String> interrupted = new LinkedBlockingQueue<>();
        CompletableFuture<Void> handling = new CompletableFuture<>();
        worker = GdpWorker.serve(config(), request -> {
            handling.complete(null);
            try {
                return new LinkedBlockingQueue<GdpMessage>().take();
            } catch (InterruptedException e) {
                interrupted.add("yes");
                throw e;
            }
        });
        broker.assign(registration(), 1, "?");
        handling.get(30, TimeUnit.SECONDS);
        worker.close();
        assertThat(interrupted.poll(30, TimeUnit.SECONDS)).isEqualTo("yes");
    }

    @Test
    void drainingFinishesTheRequestInHandThenLeaves() throws Exception {
        serve();
        Channel channel = registration();
        broker.assign(channel, 1, "wait");
        awaitHandler();
        CompletableFuture<Void> left = worker.drain(Duration.ofMinutes(1));
        time.advance(INTERVAL);
        broker.next(Heartbeat.class);
        assertThat(left).isNotDone();
        goOn.countDown();
        expectReply(1, ReplyKind.FINAL, "wait");
        broker.next(Disconnect.class);
        left.get(30, TimeUnit.SECONDS);
        assertThat(broker.departure()).isEqualTo(channel);
    }

    @Test
    void drainingAnIdleWorkerIsLeaving() throws Exception {
        worker = GdpWorker.serve(config().withConcurrency(2), this::echo, threads, time.transport());
        registration();
        registration();
        CompletableFuture<Void> left = worker.drain(Duration.ofMinutes(1));
        broker.next(Disconnect.class);
        broker.next(Disconnect.class);
        left.get(30, TimeUnit.SECONDS);
        worker.drain(Duration.ofMinutes(1)).get(30, TimeUnit.SECONDS);
    }

    @Test
    void drainingHasALimit() throws Exception {
        serve();
        Channel channel = registration();
        broker.assign(channel, 1, "wait");
        awaitHandler();
        CompletableFuture<Void> left = worker.drain(INTERVAL.dividedBy(2));
        time.settle();
        assertThat(left).isNotDone();
        time.advance(INTERVAL.dividedBy(2));
        broker.next(Disconnect.class);
        left.get(30, TimeUnit.SECONDS);
    }

    @Test
    void closingCutsDrainingShort() throws Exception {
        serve();
        Channel channel = registration();
        broker.assign(channel, 1, "wait");
        awaitHandler();
        CompletableFuture<Void> left = worker.drain(Duration.ofDays(1));
        worker.close();
        broker.next(Disconnect.class);
        left.get(30, TimeUnit.SECONDS);
    }

    @Test
    void aDrainedWorkerOfItsOwnThreadsEndsThem() throws Exception {
        CompletableFuture<Thread> handler = new CompletableFuture<>();
        worker = GdpWorker.serve(config(), request -> {
            handler.complete(Thread.currentThread());
            return request;
        });
        broker.assign(registration(), 1, "?");
        expectReply(1, ReplyKind.FINAL, "?");
        worker.drain(Duration.ofMinutes(1)).get(30, TimeUnit.SECONDS);
        handler.get(30, TimeUnit.SECONDS).join(30_000);
        assertThat(handler.get().isAlive()).isFalse();
    }

    @Test
    void aBrokerThatIsNotThereNeedsNoLeave() throws Exception {
        broker.stopListening();
        serve();
        worker.drain(Duration.ofMinutes(1)).get(30, TimeUnit.SECONDS);
    }
}
