package io.generaldomo.zmtp.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpMessage;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Waiting on several sockets. */
class InboxesTest extends SocketTest {
    private final Inboxes<String> inboxes = new Inboxes<>();
    /** Nobody asks who it is. */
    private final LivePeer peer = new LivePeer(new EmbeddedChannel(), Link.accepted(1, 1), null, null);

    private ZmtpPush push() {
        return closedAtTheEnd(ZmtpPush.open(options, PeerListener.NONE));
    }

    private Inbox with(String key, int messages) {
        Inbox inbox = inboxes.add(key, new Inbox());
        for (int i = 0; i < messages; i++) {
            inbox.onMessage(peer, ZmtpMessage.ofUtf8(key + i));
        }
        inbox.onPause();
        return inbox;
    }

    private String take() throws InterruptedException {
        return Recorder.text(inboxes.take().received().message());
    }

    @Test
    void severalSocketsAreWaitedOnAtOnce() throws InterruptedException {
        ZmtpPull one = closedAtTheEnd(ZmtpPull.open(options, inboxes.add("one", new Inbox())));
        ZmtpPull two = closedAtTheEnd(ZmtpPull.open(options, inboxes.add("two", new Inbox())));
        assertThat(inboxes.poll(Duration.ZERO)).isEmpty();
        ZmtpPush first = push();
        ZmtpPush second = push();
        first.connect(bind(one));
        second.connect(bind(two));
        for (int i = 0; i < 100; i++) {
            ZmtpPush sender = i % 2 == 0 ? first : second;
            done(sender.send(ZmtpMessage.ofUtf8("m" + i)));
            Inboxes.Taken<String> taken = inboxes.take();
            assertThat(taken.key()).isEqualTo(i % 2 == 0 ? "one" : "two");
            assertThat(Recorder.text(taken.received().message())).isEqualTo("m" + i);
        }
        one.close();
        done(second.send(ZmtpMessage.ofUtf8("still")));
        Inboxes.Taken<String> taken = inboxes.take();
        assertThat(Recorder.text(taken.received().message())).isEqualTo("still");
        CompletableFuture<Object> waits = CompletableFuture.supplyAsync(() -> {
            try {
                return inboxes.take();
            } catch (InterruptedException | ZmtpException e) {
                return e;
            }
        });
        two.close();
        assertThat(waits.join()).isInstanceOf(ZmtpException.class);
    }

    @Test
    void socketsTakeTurns() throws InterruptedException {
        with("a", 3);
        with("b", 1);
        with("c", 2);
        assertThat(List.of(take(), take(), take(), take(), take(), take())).containsExactly("a0", "b0", "c0", "a1", "c1", "a2");
        assertThat(inboxes.poll(Duration.ZERO)).isEmpty();
    }

    @Test
    void whatIsLeftInASocketThatIsClosedIsNotWaitedFor() throws InterruptedException {
        Inbox closed = with("a", 3);
        with("b", 1);
        closed.onClosed();
        assertThat(take()).isEqualTo("b0");
        assertThat(inboxes.poll(Duration.ZERO)).isEmpty();
    }

    /** Messages that arrive together ring once, and every thread has one of them. */
    @Test
    void allThreadsThatWaitAreGivenSome() throws Exception {
        Inbox inbox = with("a", 0);
        with("b", 0);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<String>> taken = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                taken.add(threads.submit((Callable<String>) this::take));
            }
            for (int i = 0; i < 8; i++) {
                inbox.onMessage(peer, ZmtpMessage.ofUtf8("a" + i));
            }
            inbox.onPause();
            for (Future<String> each : taken) {
                assertThat(each.get()).startsWith("a");
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
