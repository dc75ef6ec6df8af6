package io.generaldomo.gdp.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PausableReadingTest {
    private final List<Object> received = new ArrayList<>();
    private int completions;
    /** What is done with the message that comes next. */
    private Runnable then = () -> {};
    private final EmbeddedChannel channel = new EmbeddedChannel(new PausableReading(), new ChannelInboundHandlerAdapter() {
        @Override
        public void channelRead(ChannelHandlerContext ctx, Object msg) {
            received.add(msg);
            Runnable now = then;
            then = () -> {};
            now.run();
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext ctx) {
            completions++;
        }
    });

    private void pause() {
        channel.config().setAutoRead(false);
    }

    private void resume() {
        channel.config().setAutoRead(true);
        channel.read(); // as a channel does that has a socket
    }

    @Test
    void messages_pass_while_reading_goes_on() {
        channel.writeInbound("a", "b");
        assertThat(received).containsExactly("a", "b");
    }

    @Test
    void what_was_read_before_a_pause_comes_after_it_and_in_order() {
        then = this::pause;
        channel.writeInbound("a", "b", "c");
        assertThat(received).containsExactly("a");
        channel.writeInbound("d");
        int before = completions;
        resume();
        assertThat(received).containsExactly("a", "b", "c", "d");
        assertThat(completions).as("who writes may flush").isGreaterThan(before);
        channel.writeInbound("e");
        assertThat(received).endsWith("d", "e");
    }

    @Test
    void the_end_of_a_read_is_told_though_it_ended_in_a_pause() {
        then = this::pause;
        channel.writeInbound("a", "b");
        assertThat(completions).isEqualTo(1);
    }

    @Test
    void each_of_those_that_were_kept_may_pause_again() {
        then = this::pause;
        channel.writeInbound("a", "b", "c");
        then = this::pause;
        resume();
        assertThat(received).containsExactly("a", "b");
        resume();
        assertThat(received).containsExactly("a", "b", "c");
    }

    /** A peer whose every message pauses and resumes must not fill the stack. */
    @Test
    void pausing_and_resuming_within_a_message_keeps_the_order_and_the_stack() {
        then = this::pause;
        int count = 100_000;
        channel.writeInbound("first");
        for (int i = 0; i < count; i++) {
            channel.writeInbound(i);
        }
        then = this::pauseAndResume;
        resume();
        assertThat(received).hasSize(count + 1);
        for (int i = 0; i < count; i++) {
            assertThat(received.get(i + 1)).isEqualTo(i);
        }
    }

    private void pauseAndResume() {
        then = this::pauseAndResume;
        pause();
        resume();
    }

    @Test
    void what_is_kept_when_the_connection_ends_is_released() {
        pause();
        ByteBuf kept = Unpooled.copiedBuffer(new byte[] {1});
        channel.writeInbound(kept);
        channel.close();
        assertThat(kept.refCnt()).isZero();
        assertThat(received).isEmpty();
    }
}
