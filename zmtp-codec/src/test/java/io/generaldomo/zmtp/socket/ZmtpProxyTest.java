package io.generaldomo.zmtp.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpMessage;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** The forwarder. */
class ZmtpProxyTest extends SocketTest {
    private BlockingSocket open(SocketType type) {
        BlockingSocket socket = BlockingSocket.open(type, options);
        closedAtTheEnd(socket.as(ZmtpSocket.class));
        return socket;
    }

    private static String receive(BlockingSocket socket) throws InterruptedException {
        return Recorder.text(socket.receive(Station.PATIENCE).orElseThrow());
    }

    @Test
    void requestsAndRepliesGoThroughRouterAndDealer() throws InterruptedException {
        BlockingSocket front = open(SocketType.ROUTER);
        BlockingSocket back = open(SocketType.DEALER);
        String frontEnd = front.bind(FREE_PORT).toString();
        String backEnd = back.bind(FREE_PORT).toString();
        ZmtpProxy proxy = ZmtpProxy.start(front, back, Executors.defaultThreadFactory());
        BlockingSocket rep = open(SocketType.REP);
        rep.connect(backEnd);
        BlockingSocket req = open(SocketType.REQ);
        req.connect(frontEnd);
        for (int i = 0; i < 50; i++) {
            req.send("q" + i);
            assertThat(receive(rep)).isEqualTo("q" + i);
            rep.send("a" + i);
            assertThat(receive(req)).isEqualTo("a" + i);
        }
        assertThat(proxy.dropped()).isZero();
        proxy.close();
        proxy.join();
        assertThat(proxy.forwarded()).isBetween(99L, 100L);
    }

    @Test
    void subscriptionsGoThroughXpubAndXsub() throws InterruptedException {
        BlockingSocket front = open(SocketType.XSUB);
        BlockingSocket back = open(SocketType.XPUB);
        String frontEnd = front.bind(FREE_PORT).toString();
        String backEnd = back.bind(FREE_PORT).toString();
        ZmtpProxy proxy = ZmtpProxy.start(front, back, Executors.defaultThreadFactory());
        BlockingSocket publisher = open(SocketType.XPUB);
        publisher.connect(frontEnd);
        BlockingSocket sub = open(SocketType.SUB);
        sub.as(ZmtpSub.class).subscribe("topic");
        sub.connect(backEnd);
        assertThat(receive(publisher)).isEqualTo("\u0001topic");
        publisher.send("topic", "body");
        assertThat(receive(sub)).isEqualTo("topic|body");
        front.close();
        back.close();
        proxy.join();
    }

    /** Without an end to take from it, a proxy takes no more than queues hold; and loses nothing. */
    @Test
    void whoSendsIsHeldUpWhileNobodyTakes() throws InterruptedException {
        options = options.withSendHighWaterMark(4);
        Inbox inbox = new Inbox(4);
        BlockingSocket front = BlockingSocket.of(closedAtTheEnd(ZmtpPull.open(options, inbox)), inbox);
        BlockingSocket back = open(SocketType.PUSH);
        String backEnd = back.bind(FREE_PORT).toString();
        BlockingSocket push = open(SocketType.PUSH);
        push.connect(front.bind(FREE_PORT).toString());
        ZmtpProxy proxy = ZmtpProxy.start(front, back, Executors.defaultThreadFactory());
        int sent = 0;
        while (push.send(ZmtpMessage.copyOf(new byte[1 << 20]), Duration.ofMillis(500))) {
            sent++;
        }
        BlockingSocket pull = open(SocketType.PULL);
        pull.connect(backEnd);
        for (int i = 0; i < sent; i++) {
            ZmtpMessage next = pull.receive(Station.PATIENCE).orElseThrow();
            assertThat(next.octets()).isEqualTo(1 << 20);
            next.release();
        }
        assertThat(proxy.dropped()).isZero();
        proxy.close();
        proxy.join();
    }
}
