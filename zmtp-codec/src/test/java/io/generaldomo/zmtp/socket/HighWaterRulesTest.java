package io.generaldomo.zmtp.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.generaldomo.zmtp.ZmtpException.Reason;
import io.generaldomo.zmtp.ZmtpMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What libzmq's tests of high-water marks check, under their names; how slow peers feel them is in the tests of the patterns and the transports. */
class HighWaterRulesTest extends SocketTest {
    /** Nobody is there: all goes into the queue of the endpoint, and what finds no room waits. */
    private ZmtpPush pushingToNobody(SocketOptions how) {
        ZmtpPull pull = ZmtpPull.open(options, new Recorder());
        String endpoint = bindToLastingPort(pull);
        pull.close();
        ZmtpPush push = closedAtTheEnd(ZmtpPush.open(how, PeerListener.NONE));
        push.connect(endpoint);
        return push;
    }

    /** As many messages are queued as the mark says, as many again wait, and the next one fails. */
    private void holds(ZmtpPush push, int mark) {
        List<CompletableFuture<Void>> sends = new ArrayList<>();
        for (int i = 0; i < 2 * mark + 1; i++) {
            sends.add(push.send(ZmtpMessage.ofUtf8("x")));
        }
        onLoop();
        assertThat(sends.subList(0, mark)).allMatch(CompletableFuture::isDone);
        assertThat(sends.subList(mark, 2 * mark)).noneMatch(CompletableFuture::isDone);
        failsWith(Reason.HIGH_WATER_MARK, sends.get(2 * mark));
    }

    @Test
    void hwm_isAThousandByDefault() {
        holds(pushingToNobody(options), 1000);
    }

    /** Where zero means no mark to libzmq, here every queue has one. */
    @Test
    void hwm_isNeverNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> options.withSendHighWaterMark(0));
        assertThatIllegalArgumentException().isThrownBy(() -> options.withReceiveHighWaterMark(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Inbox(0));
    }

    /** Options are values: where libzmq lets a mark be changed between two connections, here a socket keeps the one that it was opened with. */
    @Test
    void sockopt_hwm_aSocketKeepsTheMarkItWasOpenedWith() {
        SocketOptions three = options.withSendHighWaterMark(3);
        ZmtpPush first = pushingToNobody(three);
        ZmtpPush second = pushingToNobody(three.withSendHighWaterMark(5));
        holds(first, 3);
        holds(second, 5);
    }
}
