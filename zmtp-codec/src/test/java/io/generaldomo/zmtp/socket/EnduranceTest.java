package io.generaldomo.zmtp.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpMessage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sockets of all types are opened and closed ten thousand times, who blocks on them is interrupted as often, and nothing is left of that. */
class EnduranceTest extends SocketTest {
    private static final int CYCLES = 10_000;
    private static final SocketType[] TYPES = SocketType.values();

    @Test
    void tenThousandSocketsLeaveNothing() {
        run(CYCLES / 10);
        Footprint before = Footprint.now();
        run(CYCLES);
        Footprint.now().isAsBefore(before);
    }

    /** All bind, every second one connects, and every twentieth talks. */
    private void run(int cycles) {
        for (int i = 0; i < cycles; i++) {
            try (BlockingSocket socket = BlockingSocket.open(TYPES[i % TYPES.length], options)) {
                boolean datagrams = socket.as(ZmtpSocket.class).type() == SocketType.DGRAM;
                String endpoint = socket.bind(datagrams ? "udp://127.0.0.1:*" : FREE_PORT).toString();
                if (i % 20 == 0) {
                    talk();
                } else if (i % 2 == 0 && !datagrams) {
                    socket.connect(endpoint);
                }
            }
        }
    }

    private void talk() {
        Recorder heard = new Recorder();
        try (ZmtpPush push = ZmtpPush.open(options, PeerListener.NONE);
                ZmtpPull pull = ZmtpPull.open(options, heard)) {
            push.connect(bind(pull));
            done(push.send(ZmtpMessage.ofUtf8("hello")));
            assertThat(heard.text()).isEqualTo("hello");
        }
    }

    /** Every way to block there is: where nothing comes, and where a queue is at its high-water mark. */
    @Test
    void tenThousandInterruptsLeaveNothing() throws InterruptedException {
        Inbox inbox = new Inbox();
        closedAtTheEnd(ZmtpPull.open(options, inbox));
        Inboxes<String> inboxes = new Inboxes<>();
        closedAtTheEnd(ZmtpPull.open(options, inboxes.add("one", new Inbox())));
        closedAtTheEnd(ZmtpDealer.open(options, inboxes.add("other", new Inbox())));
        try (BlockingSocket pull = BlockingSocket.open(SocketType.PULL, options);
                BlockingSocket rep = BlockingSocket.open(SocketType.REP, options);
                BlockingSocket req = BlockingSocket.open(SocketType.REQ, options);
                BlockingSocket full = BlockingSocket.open(SocketType.PUSH, options.withSendHighWaterMark(10))) {
            req.send("to nobody");
            full.connect("inproc://nobody");
            for (int i = 0; i < 10; i++) {
                full.send("as much as there is room for");
            }
            List<Interrupted> callers = List.of(
                    new Interrupted(() -> pull.receive().release()),
                    new Interrupted(() -> rep.receive().release()),
                    new Interrupted(() -> req.receive().release()),
                    new Interrupted(() -> full.send("one too many")),
                    new Interrupted(inbox::take),
                    new Interrupted(inboxes::take));
            interrupt(callers, CYCLES / 10);
            Footprint before = Footprint.now();
            interrupt(callers, CYCLES);
            Footprint.now().isAsBefore(before);
            for (Interrupted caller : callers) {
                caller.end();
            }
        }
    }

    private static void interrupt(List<Interrupted> callers, int times) {
        for (int i = 0; i < times; i++) {
            callers.get(i % callers.size()).interrupt();
        }
    }
}
