package io.generaldomo.zmtp.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.zmtp.ZmtpMessage;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What stops a peer from being read: messages, or their octets. */
class FairQueueTest {
    private final FairQueue queue = new FairQueue(10, 1000);
    private final LivePeer first = peer();
    private final LivePeer second = peer();

    /** Nobody asks who it is. */
    private static LivePeer peer() {
        return new LivePeer(new EmbeddedChannel(), Link.accepted(1, 1), null, null);
    }

    private static boolean isPaused(LivePeer peer) {
        return !peer.channel().config().isAutoRead();
    }

    @AfterEach
    void release() {
        queue.clear();
        first.channel().close();
        second.channel().close();
    }

    private void arrives(LivePeer from, int octets) {
        queue.add(from, List.of(ZmtpMessage.copyOf(new byte[octets])));
    }

    private void take(int messages) {
        for (int i = 0; i < messages; i++) {
            queue.poll().message().release();
        }
    }

    @Test
    void tenMessagesStopAPeerUntilFiveAreTaken() {
        for (int i = 0; i < 10; i++) {
            assertThat(isPaused(first)).isFalse();
            arrives(first, 1);
        }
        assertThat(isPaused(first)).isTrue();
        take(4);
        assertThat(isPaused(first)).isTrue();
        take(1);
        assertThat(isPaused(first)).isFalse();
    }

    @Test
    void aThousandOctetsStopAPeerUntilHalfOfThemAreTaken() {
        arrives(first, 499);
        arrives(first, 500);
        assertThat(isPaused(first)).isFalse();
        arrives(first, 1);
        assertThat(isPaused(first)).isTrue();
        arrives(second, 999);
        assertThat(isPaused(second)).isFalse();
        take(1);
        assertThat(isPaused(first)).as("501 are left").isTrue();
        take(2);
        assertThat(isPaused(first)).isFalse();
    }

    @Test
    void theMessageThatReachesTheMarkIsKept() {
        arrives(first, 5000);
        assertThat(isPaused(first)).isTrue();
        take(1);
        assertThat(isPaused(first)).isFalse();
    }

    @Test
    void whoLeftLeavesNoMoreThanOnePeerMayHave() {
        for (int i = 0; i < 4; i++) {
            arrives(first, 200);
            arrives(second, 200);
        }
        queue.leave(first);
        queue.leave(second);
        take(5);
        assertThat(queue.poll()).isNull();
        arrives(first, 1);
        take(1);
    }
}
