package io.generaldomo.gdp.broker;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.generaldomo.spec.Position;
import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpConfig;
import io.generaldomo.zmtp.fuzz.FuzzSeeds;
import io.generaldomo.zmtp.fuzz.Fuzzer;
import io.generaldomo.zmtp.fuzz.WatchedAllocator;
import io.generaldomo.zmtp.handler.ZmtpPipeline;
import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A whole broker, and a stranger who shook hands with it: nothing is logged as an error, and with the stranger all that was held is gone. */
class BrokerFuzzTest {
    private static final String GREETING = "ff00000000000000017f03014e554c4c" + "00".repeat(48);
    private static final String READY_DEALER = "041c" + "0552454144590b536f636b65742d5479706500000006" + "4445414c4552";
    private static final String READY_CLIENT = "041c" + "0552454144590b536f636b65742d5479706500000006" + "434c49454e54";
    private static final int ALLOWANCE = 16_384;
    private static final int FACTOR = 16;
    /** Answers of more octets are no news. */
    private static final int MOST_TOLD = 4096;

    private final Logger ours = (Logger) LoggerFactory.getLogger("io.generaldomo");
    private final Level usual = ours.getLevel();
    private LoggedProblems problems;

    /** What strangers do is a warning, and here there are very many. */
    @BeforeEach
    void listenForErrors() {
        ours.setLevel(Level.ERROR);
        problems = new LoggedProblems();
    }

    @AfterEach
    void listenNoMore() {
        problems.close();
        ours.setLevel(usual);
    }

    @Test
    void aDealer() {
        attack("gdp-broker-dealer", READY_DEALER);
    }

    @Test
    void aClient() {
        attack("gdp-broker-client", READY_CLIENT);
    }

    private void attack(String name, String ready) {
        List<byte[]> seeds = new ArrayList<>(FuzzSeeds.standing(Position.TRAFFIC));
        Fuzzer.attack(name, seeds, input -> stranger(ready, input));
    }

    private String stranger(String ready, byte[] input) {
        WatchedAllocator allocator = new WatchedAllocator();
        EmbeddedChannel channel = new EmbeddedChannel();
        channel.freezeTime();
        channel.config().setAllocator(allocator);
        BrokerEdge edge = new BrokerEdge(BrokerConfig.DEFAULT, new BrokerIdentity("1", "0".repeat(32)), channel.eventLoop(), () -> 0, channel.alloc());
        edge.start();
        ZmtpPipeline.accept(channel.pipeline(), ZmtpConfig.of(SocketType.ROUTER, SocketType.SERVER));
        channel.pipeline().addLast(edge.newPeer());
        receive(channel, allocator, HexFormat.of().parseHex(GREETING + ready));
        assertThat(channel.isOpen()).isTrue();
        receive(channel, allocator, input);
        long held = allocator.used();
        boolean open = channel.isOpen();
        int sent = 0;
        for (ByteBuf next = channel.readOutbound(); next != null; next = channel.readOutbound()) {
            sent += next.readableBytes();
            next.release();
        }
        channel.advanceTimeBy(1, TimeUnit.MINUTES);
        channel.runScheduledPendingTasks();
        edge.close();
        channel.finishAndReleaseAll();
        channel.checkException();
        assertThat(allocator.used()).as("octets that are still held").isZero();
        assertThat(allocator.largest()).isLessThanOrEqualTo(ALLOWANCE + FACTOR * input.length);
        assertThat(problems.list()).isEmpty();
        return open + " " + Math.min(sent, MOST_TOLD) + " " + (held == 0);
    }

    private static void receive(EmbeddedChannel channel, WatchedAllocator allocator, byte[] octets) {
        channel.writeInbound(allocator.buffer(octets.length + 1).writeBytes(octets));
    }
}
